import type { SiteLanguage } from '../../core/model/site-language.ts';
import type { Answer, Client } from '../client.ts';

export interface MakeWishes {
  readonly paths: readonly string[];
  readonly to: string;
  readonly formats: readonly string[] | null;
  readonly sets: readonly string[] | null;
  readonly force: boolean;
  readonly baseUrl: string | undefined;
  readonly language: SiteLanguage | undefined;
}

export type Published = Pick<Answer<Client['publish']['run']>, 'published' | 'failed'>;
