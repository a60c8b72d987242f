import { COMMON_ARGUMENTS } from './common-arguments.ts';
import { buildInput, fileUrl } from './input-arguments.ts';

export interface CaptionArgumentsRequest {
  readonly masterPath: string;
  /** `SubtitleTrack.index` of a text track. */
  readonly trackIndex: number;
  readonly target: string;
}

/** One text track as WebVTT; FFmpeg writes it in UTF-8. */
export function buildCaptionArguments(request: CaptionArgumentsRequest): readonly string[] {
  return [
    ...COMMON_ARGUMENTS,
    ...buildInput(request.masterPath),
    '-map',
    `0:${request.trackIndex}`,
    '-c:s',
    'webvtt',
    '-map_metadata',
    '-1',
    '-f',
    'webvtt',
    fileUrl(request.target),
  ];
}
