import type { ErrorReport } from '../../core/errors/app-error.ts';

/** One published file, as scripts get it. */
export interface MadeRendition {
  readonly format: string;
  /** Absolute, in the publish folder. */
  readonly path: string;
  readonly mimeType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationSeconds: number;
  readonly sizeBytes: number;
}

export interface MadeCoverage {
  readonly device: string;
  /** The format which this device gets, among the published ones; null: none plays. */
  readonly format: string | null;
}

/** `make … --json`: one entry for each file. Fields may be added, none taken away. */
export interface MadeMedia {
  /** As it was given; files found in a folder under that folder's name. */
  readonly path: string;
  readonly absolutePath: string;
  readonly id: string | null;
  readonly slug: string | null;
  readonly title: string | null;
  readonly status: 'done' | 'refused' | 'failed';
  readonly error?: Pick<ErrorReport, 'code' | 'message' | 'details'>;
  readonly renditions: readonly MadeRendition[];
  readonly coverage: readonly MadeCoverage[];
  /** Where it is published; null when it is not. */
  readonly folder: string | null;
  readonly pageUrl: string | null;
  readonly snippet: string | null;
}

/** All that does not depend on how its file was named. */
export type DescribedMedia = Omit<MadeMedia, 'path' | 'absolutePath'>;

export interface MakeResult {
  readonly media: readonly MadeMedia[];
  /** Absolute. */
  readonly target: string;
}
