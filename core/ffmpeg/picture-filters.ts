import type { VideoTrack } from '../model/media-info.ts';
import type { FfmpegCapabilities } from './capabilities.ts';
import { convertColor } from './color-conversion.ts';
import type { EncodedVideo } from './encoded-streams.ts';
import { frameRateText } from './frame-rate-text.ts';
import { buildToneMap } from './tone-map.ts';

/** Once for all outputs, right behind the decoder; FFmpeg turns rotated pictures upright before. */
export function sharedFilters(
  track: VideoTrack,
  videos: readonly EncodedVideo[],
  capabilities: FfmpegCapabilities,
): readonly string[] {
  const toneMap = buildToneMap(track, capabilities);
  return [
    ...deinterlaceFilters(track, capabilities),
    ...(toneMap.length === 0 ? [] : [scaleTo(largestOf(videos)), ...toneMap]),
  ];
}

/** From the shared picture to what one encoder gets. */
export function outputFilters(
  track: VideoTrack,
  video: EncodedVideo,
  capabilities: FfmpegCapabilities,
): readonly string[] {
  const isHdr = track.dynamicRange !== 'sdr';
  const color = isHdr ? NO_CONVERSION : convertColor(track, capabilities);
  return [
    ...(video.frameRate === null ? [] : [`fps=${frameRateText(video.frameRate)}`]),
    scaleTo(video, color.scaleOptions),
    ...cropFilters(video),
    ...color.filters,
    'format=yuv420p',
    'setsar=1',
    ...(capabilities.filters.has('setparams') ? [TAGGED_BT709] : []),
  ];
}

const NO_CONVERSION = { scaleOptions: [], filters: [] };
/** FFmpeg 7 and later would convert a frame without tags when the encoder is told BT.709. */
const TAGGED_BT709 = 'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709';

/** One frame for each two fields. Many interlaced masters don't flag their frames, so all are treated. */
export function deinterlaceFilters(
  track: VideoTrack,
  { filters }: FfmpegCapabilities,
): readonly string[] {
  if (!track.interlaced) return [];
  const filter = ['bwdif', 'yadif'].find((name) => filters.has(name));
  const parity = track.fieldOrder === 'bottom-first' ? 'bff' : 'tff';
  return filter === undefined ? [] : [`${filter}=mode=send_frame:parity=${parity}:deint=all`];
}

interface ScaledSize {
  readonly scaledWidth: number;
  readonly scaledHeight: number;
}

function scaleTo(size: ScaledSize, options: readonly string[] = []): string {
  const sides = [`w=${size.scaledWidth}`, `h=${size.scaledHeight}`];
  return `scale=${[...sides, 'flags=lanczos', ...options].join(':')}`;
}

function cropFilters({
  width,
  height,
  scaledWidth,
  scaledHeight,
}: EncodedVideo): readonly string[] {
  return width === scaledWidth && height === scaledHeight ? [] : [`crop=${width}:${height}`];
}

function largestOf(videos: readonly EncodedVideo[]): ScaledSize {
  return {
    scaledWidth: Math.max(...videos.map(({ scaledWidth }) => scaledWidth)),
    scaledHeight: Math.max(...videos.map(({ scaledHeight }) => scaledHeight)),
  };
}
