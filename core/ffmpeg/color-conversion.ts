import type { VideoTrack } from '../model/media-info.ts';
import type { FfmpegCapabilities } from './capabilities.ts';

/** What FFmpeg's `colorspace` filter calls the matrices and primaries that ffprobe names. */
const MATRICES: Readonly<Record<string, string>> = {
  bt709: 'bt709',
  fcc: 'fcc',
  bt470bg: 'bt470bg',
  smpte170m: 'smpte170m',
  smpte240m: 'smpte240m',
  bt2020nc: 'bt2020ncl',
  bt2020c: 'bt2020ncl',
};
const PRIMARIES = new Set([
  'bt709',
  'bt470m',
  'bt470bg',
  'smpte170m',
  'smpte240m',
  'film',
  'smpte431',
  'smpte432',
  'bt2020',
]);
/** The names that the `scale` filter has for matrices. */
const SCALE_MATRICES: Readonly<Record<string, string>> = {
  fcc: 'fcc',
  bt470bg: 'bt470',
  smpte170m: 'smpte170m',
  smpte240m: 'smpte240m',
  bt2020ncl: 'bt2020',
};

export interface ColorConversion {
  /** Options of the `scale` filter that go with it. */
  readonly scaleOptions: readonly string[];
  /** Filters after scaling. */
  readonly filters: readonly string[];
}

/** Into BT.709, limited range: the one thing that every player shows alike. Nothing where it is that already. */
export function convertColor(track: VideoTrack, capabilities: FfmpegCapabilities): ColorConversion {
  const range = track.color.range === 'pc' ? ['in_range=pc', 'out_range=tv'] : [];
  if (track.chroma === 'rgb') {
    return { scaleOptions: ['out_color_matrix=bt709', 'out_range=tv'], filters: [] };
  }
  const matrix = matrixOf(track);
  const primaries = primariesOf(track, matrix);
  if (track.chroma === '4:0:0' || (matrix === 'bt709' && primaries === 'bt709')) {
    return { scaleOptions: range, filters: [] };
  }
  if (capabilities.filters.has('colorspace')) {
    return { scaleOptions: range, filters: colorspaceFilters(track, matrix, primaries) };
  }
  const from = SCALE_MATRICES[matrix];
  const matrices = from === undefined ? [] : [`in_color_matrix=${from}`, 'out_color_matrix=bt709'];
  return { scaleOptions: [...range, ...matrices], filters: [] };
}

/** Where nothing is said, SD is BT.601 and HD is BT.709, as players guess it. */
function matrixOf({ color, codedWidth, codedHeight }: VideoTrack): string {
  const named = MATRICES[color.matrix ?? ''];
  if (named !== undefined) return named;
  return Math.max(codedWidth, codedHeight) >= 1280 || Math.min(codedWidth, codedHeight) > 576
    ? 'bt709'
    : 'smpte170m';
}

function primariesOf({ color }: VideoTrack, matrix: string): string {
  if (color.primaries !== null && PRIMARIES.has(color.primaries)) return color.primaries;
  if (matrix === 'bt2020ncl') return 'bt2020';
  return PRIMARIES.has(matrix) ? matrix : 'bt709';
}

/** The transfer curves of 601, 709 and 2020 are one and the same, so only matrix and primaries change. */
function colorspaceFilters(
  track: VideoTrack,
  matrix: string,
  primaries: string,
): readonly string[] {
  const depth = track.bitDepth > 8 ? 'p10' : 'p';
  const planar = `yuv420${depth}|yuv422${depth}|yuv444${depth}`;
  const options = [
    `ispace=${matrix}`,
    `iprimaries=${primaries}`,
    'itrc=bt709',
    'irange=tv',
    'space=bt709',
    'primaries=bt709',
    'trc=bt709',
    'range=tv',
  ];
  return [`format=${planar}`, `colorspace=${options.join(':')}`];
}
