import type { MediaInfo, VideoTrack } from '../model/media-info.ts';
import type { FfmpegCapabilities } from './capabilities.ts';
import { convertColor } from './color-conversion.ts';
import { COMMON_ARGUMENTS } from './common-arguments.ts';
import { buildInput, fileUrl } from './input-arguments.ts';
import { deinterlaceFilters } from './picture-filters.ts';
import { buildToneMap } from './tone-map.ts';
import { buildWaveformArguments } from './waveform-arguments.ts';

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
export function buildImageAttempts(request: ImageArgumentsRequest): readonly ImageAttempt[] {
  const { info } = request;
  if (info.video !== null) return frameAttempts(request, info.video);
  const cover = info.coverArtIndex === null ? [] : [coverAttempt(request, info.coverArtIndex)];
  const waveform = info.audio === null ? [] : [waveformAttempt(request, info.audio.index)];
  return [...cover, ...waveform];
}

const LONGEST_SIDE = 1280;
/** How far from the chosen place the search for a good frame goes. */
const WINDOW_SECONDS = 4;
const LOOKS_PER_SECOND = 3;
/** Mean brightness (of 255) under which a frame counts as black; black itself is 16. */
const DARKEST_MEAN = 36;

function frameAttempts(request: ImageArgumentsRequest, track: VideoTrack): readonly ImageAttempt[] {
  const { atSeconds, info } = request;
  if (atSeconds !== null) {
    return [frameAt(request, track, atSeconds), frameAt(request, track, 0)];
  }
  const places = [0.1, 0.35, 0.6].map((share) => roundedDown(info.durationSeconds * share));
  return [...new Set(places)]
    .map((place) => brightFrameNear(request, track, place))
    .concat(frameAt(request, track, places[1] ?? 0), frameAt(request, track, 0));
}

function roundedDown(seconds: number): number {
  return Math.floor(seconds * 1000) / 1000;
}

/** The most typical of the frames that are not black, within a few seconds. */
function brightFrameNear(
  request: ImageArgumentsRequest,
  track: VideoTrack,
  atSeconds: number,
): ImageAttempt {
  const { filters } = request.capabilities;
  const canMeasure = filters.has('signalstats') && filters.has('metadata');
  const measure = canMeasure
    ? [
        'signalstats',
        `metadata=mode=select:key=lavfi.signalstats.YAVG:value=${DARKEST_MEAN}:function=greater`,
      ]
    : [];
  const typical = filters.has('thumbnail')
    ? [`thumbnail=n=${WINDOW_SECONDS * LOOKS_PER_SECOND}`]
    : [];
  const search = [
    `fps=${LOOKS_PER_SECOND}`,
    ...sizeFilters(track, request.capabilities),
    ...measure,
    ...typical,
  ];
  const options = ['-ss', String(atSeconds), '-t', String(WINDOW_SECONDS)];
  return frameAttempt(request, track, { atSeconds, options, filters: search });
}

function frameAt(
  request: ImageArgumentsRequest,
  track: VideoTrack,
  atSeconds: number,
): ImageAttempt {
  const filters = sizeFilters(track, request.capabilities);
  return frameAttempt(request, track, { atSeconds, options: ['-ss', String(atSeconds)], filters });
}

interface FrameChoice {
  readonly atSeconds: number;
  readonly options: readonly string[];
  readonly filters: readonly string[];
}

function frameAttempt(
  request: ImageArgumentsRequest,
  track: VideoTrack,
  { atSeconds, options, filters }: FrameChoice,
): ImageAttempt {
  const chain = [...deinterlaceFilters(track, request.capabilities), ...filters, ...JPEG_FORMAT];
  return {
    source: 'frame',
    atSeconds,
    argv: [
      ...COMMON_ARGUMENTS,
      ...buildInput(request.masterPath, options),
      '-map',
      `0:${track.index}`,
      '-filter:v',
      chain.join(','),
      ...jpegArguments(request.target),
    ],
  };
}

/** To square pixels and at most 1280 on the longer side; HDR to SDR. JPEG wants BT.601 in full range. */
function sizeFilters(track: VideoTrack, capabilities: FfmpegCapabilities): readonly string[] {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(track.width, track.height));
  const even = (side: number) => Math.max(2, 2 * Math.round((side * factor) / 2));
  const color = track.dynamicRange === 'sdr' ? convertColor(track, capabilities) : null;
  const options = [`w=${even(track.width)}`, `h=${even(track.height)}`, 'flags=lanczos'];
  return [
    `scale=${[...options, ...(color?.scaleOptions ?? [])].join(':')}`,
    ...(color?.filters ?? buildToneMap(track, capabilities)),
    'format=yuv420p',
    'setsar=1',
  ];
}

const JPEG_FORMAT = [
  'scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc',
  'format=yuvj420p',
];

/** `image2pipe` writes one file whatever `%` its name holds. */
function jpegArguments(target: string): readonly string[] {
  return [
    '-map_metadata',
    '-1',
    '-frames:v',
    '1',
    '-c:v',
    'mjpeg',
    '-q:v',
    '3',
    '-f',
    'image2pipe',
    fileUrl(target),
  ];
}

function coverAttempt(request: ImageArgumentsRequest, index: number): ImageAttempt {
  const size = `scale=w='min(${LONGEST_SIDE},iw)':h='min(${LONGEST_SIDE},ih)':force_original_aspect_ratio=decrease:flags=lanczos:out_color_matrix=bt601:out_range=pc`;
  return {
    source: 'cover-art',
    atSeconds: null,
    argv: [
      ...COMMON_ARGUMENTS,
      ...buildInput(request.masterPath),
      '-map',
      `0:${index}`,
      '-filter:v',
      `${size},format=yuvj420p,setsar=1`,
      ...jpegArguments(request.target),
    ],
  };
}

function waveformAttempt(request: ImageArgumentsRequest, audioIndex: number): ImageAttempt {
  const { masterPath, info } = request;
  return {
    source: 'waveform',
    atSeconds: null,
    argv: [
      ...COMMON_ARGUMENTS,
      ...buildWaveformArguments(masterPath, audioIndex, info.durationSeconds),
      ...jpegArguments(request.target),
    ],
  };
}
