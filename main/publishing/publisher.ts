import type { ErrorReport } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import type { PublishStep } from '../../core/publishing/plan-publication.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';

/**
 * What stands in the publish folders. Work on one target is done in turn.
 * All reject with AppError catalog/not-found for an unknown target, input/invalid for a target inside the
 * library or around it, publish/target-unwritable, publish/foreign-files (the target's own index).
 */
export interface Publisher {
  /** Rejects when not one of the media can be published; otherwise those that cannot are named. */
  preview(request: PreviewRequest): Promise<PublishPreview>;
  /** One media that fails does not stop the others; what stood before still stands then. */
  publish(request: PublishRequest): Promise<PublishOutcome>;
  unpublish(targetId: string, mediaIds: readonly string[]): Promise<number>;
  /** Runs work that changes a target itself, while nothing is published into it. */
  whileIdle<T>(targetId: string, work: () => Promise<T>): Promise<T>;
  /** Clears away what a crash left half done, in all targets that can be reached; for the start. */
  recover(): Promise<void>;
  /**
   * Ends what is under way and waits for it; the index still names what was finished. What was asked of it and
   * what is asked from then on rejects with AppError publish/interrupted.
   */
  stop(): Promise<void>;
}

export interface PublishRequest {
  readonly targetId: string;
  readonly mediaIds: readonly string[];
  readonly options: Partial<SnippetOptions>;
  readonly signal?: AbortSignal;
}

export interface PreviewRequest extends PublishRequest {
  /** As if the target were changed so. */
  readonly as?: Partial<Pick<PublishTarget, 'baseUrl' | 'language'>>;
}

export interface PublishPreview {
  readonly steps: readonly PublishStep[];
  readonly bytesToWrite: number;
  readonly failed: readonly LeftOut[];
}

/** A media that is not published, and why. */
export interface LeftOut {
  readonly mediaId: string;
  readonly error: ErrorReport;
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
  readonly failed: readonly LeftOut[];
}
