import type { MediaInfo } from '../model/media-info.ts';
import type { Output } from '../model/plan.ts';
import type { FfmpegCapabilities } from './capabilities.ts';
import { COMMON_ARGUMENTS } from './common-arguments.ts';
import { buildInput } from './input-arguments.ts';

export interface ConversionTarget {
  readonly output: Output;
  /** Where FFmpeg writes: a temporary path of any name, since the muxer is named. */
  readonly path: string;
}

export interface ConversionArgumentsRequest {
  readonly masterPath: string;
  readonly info: MediaInfo;
  readonly outputs: readonly ConversionTarget[];
  /** For all encoders of this process together. */
  readonly encoderThreads: number;
  /** Left out: FFmpeg's own choice. */
  readonly decoderThreads?: number;
  readonly capabilities: FfmpegCapabilities;
}

/** One FFmpeg process that decodes once and makes all outputs exactly as the plan says. */
export function buildConversionArguments(request: ConversionArgumentsRequest): readonly string[] {
  return [...COMMON_ARGUMENTS, ...buildInput(request.masterPath)];
}
