import type { MediaInfo } from '../model/media-info.ts';
import type { FfmpegCapabilities } from './capabilities.ts';

export interface ImageArgumentsRequest {
  readonly masterPath: string;
  readonly info: MediaInfo;
  /** Where FFmpeg writes the JPEG: a temporary path of any name. */
  readonly target: string;
  /** null: chosen here, away from black frames. */
  readonly atSeconds: number | null;
  readonly capabilities: FfmpegCapabilities;
}

export interface ImageAttempt {
  readonly source: 'frame' | 'cover-art' | 'waveform';
  /** Position of the frame, to about a second where FFmpeg chooses within a window; null for the others. */
  readonly atSeconds: number | null;
  readonly argv: readonly string[];
}

/**
 * Ways to a picture, best first. Try one after the other until FFmpeg ends with 0 *and* the target
 * holds bytes: a window of nothing but black frames ends well and writes nothing.
 */
export function buildImageAttempts(_request: ImageArgumentsRequest): readonly ImageAttempt[] {
  return [];
}
