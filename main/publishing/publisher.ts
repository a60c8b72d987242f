import type { z } from 'zod';
import type { publishStepSchema } from '../../core/contract/publish.ts';
import type { ErrorReport } from '../../core/errors/app-error.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';

export type PublishStep = Readonly<z.infer<typeof publishStepSchema>>;

export interface Publisher {
  preview(
    request: PublishRequest,
  ): Promise<{ readonly steps: readonly PublishStep[]; readonly bytesToWrite: number }>;
  /** One media that fails does not stop the others; what stood before still stands then. */
  publish(request: PublishRequest): Promise<PublishOutcome>;
  unpublish(targetId: string, mediaIds: readonly string[]): Promise<number>;
}

export interface PublishRequest {
  readonly targetId: string;
  readonly mediaIds: readonly string[];
  readonly options: Partial<SnippetOptions>;
  readonly signal?: AbortSignal;
}

export interface PublishOutcome {
  readonly batchId: string;
  readonly published: readonly {
    readonly mediaId: string;
    readonly slug: string;
    /** Absolute. */
    readonly folder: string;
    /** `file:` or the target's base URL. */
    readonly pageUrl: string;
  }[];
  readonly failed: readonly { readonly mediaId: string; readonly error: ErrorReport }[];
}
