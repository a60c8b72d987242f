import type { Device } from '../model/device.ts';
import type { Format } from '../model/format.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { Output, Reason } from '../model/plan.ts';
import type { MediaKind } from '../model/scalars.ts';

export interface PlanRequest {
  readonly info: MediaInfo;
  readonly kind: MediaKind;
  /** All that are offered; those that coverage needs are taken from here too. */
  readonly formats: readonly Format[];
  readonly requestedFormatIds: readonly string[];
  /** Those that a rendition is promised to; disabled ones are passed over. */
  readonly devices: readonly Device[];
  /** FFmpeg's names of the encoders at hand. */
  readonly encoders: ReadonlySet<string>;
  /** Encode even where copying would do. */
  readonly forceEncoding: boolean;
  /** Fingerprints of the encodings that stand, by format: what was forced once is not replaced by a copy. */
  readonly encodings?: ReadonlyMap<string, string>;
}

/** A format that can be made from the master, with every figure settled. */
export interface MadeOutput {
  readonly format: Format;
  readonly output: Output;
  /** Size, in pixels, and frames a second of the result; null for audio. */
  readonly picture: MadePicture | null;
  /** Whether the format's rate had to be lowered to what the master can fill. */
  readonly rateFromMaster: boolean;
  readonly reasons: readonly Reason[];
}

export interface MadePicture {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number | null;
  /** Of the format, in pixels; infinite without a box. */
  readonly boxArea: number;
  /** Every pixel of the master is kept: nothing was scaled down or cut. */
  readonly whole: boolean;
}

export type Shaped =
  | { readonly made: MadeOutput; readonly refused: null }
  | { readonly made: null; readonly refused: readonly Reason[] };
