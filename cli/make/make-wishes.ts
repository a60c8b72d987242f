import type { Answer, Client } from '../client.ts';

export interface MakeWishes {
  readonly paths: readonly string[];
  readonly to: string;
  readonly formats: readonly string[] | null;
  readonly sets: readonly string[] | null;
  readonly force: boolean;
  readonly baseUrl: string | undefined;
}

export type Published = Pick<Answer<Client['publish']['run']>, 'published' | 'failed'>;
