import type { VideoTrack } from '../model/media-info.ts';

export interface PixelFacts {
  readonly bitDepth: number;
  readonly chroma: VideoTrack['chroma'];
  readonly alpha: boolean;
}

/** What the name of one of FFmpeg's pixel formats says; null or unheard-of names count as 8 bits. */
export function parsePixelFormat(name: string | null): PixelFacts {
  if (name === null) return { bitDepth: 8, chroma: 'unknown', alpha: false };
  return { bitDepth: bitDepthOf(name), chroma: chromaOf(name), alpha: hasAlpha(name) };
}

const CHROMA: readonly (readonly [RegExp, VideoTrack['chroma']])[] = [
  [/^(yuv[aj]?420|nv12|nv21|p0\d\d)/, '4:2:0'],
  [/^(yuv[aj]?422|nv16|nv20|yuyv|yvyu|uyvy|p2\d\d|y2\d\d)/, '4:2:2'],
  [/^(yuv[aj]?444|nv24|nv42|p4\d\d|ayuv|vuy|xv\d\d|v30x)/, '4:4:4'],
  [/^(gray|ya8|ya16|mono|y400a)/, '4:0:0'],
  [/^(rgb|bgr|gbr|argb|abgr|0rgb|0bgr|x2rgb|x2bgr|pal8|bayer)/, 'rgb'],
];

function chromaOf(name: string): VideoTrack['chroma'] {
  return CHROMA.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown';
}

function hasAlpha(name: string): boolean {
  return /^(yuva|rgba|bgra|argb|abgr|gbrap|ya8|ya16|ayuv|vuya)/.test(name);
}

/** Packed formats name their bits by pixel, planar ones by sample. */
const PACKED_DEPTHS: Readonly<Record<string, number>> = {
  rgb48: 16,
  bgr48: 16,
  rgba64: 16,
  bgra64: 16,
  ya16: 16,
  ayuv64: 16,
  x2rgb10: 10,
  x2bgr10: 10,
  xv30: 10,
  v30x: 10,
  xv36: 12,
  nv20: 10,
};

function bitDepthOf(name: string): number {
  const plain = name.replace(/(le|be)$/, '');
  const packed = PACKED_DEPTHS[plain];
  if (packed !== undefined) return packed;
  const depth =
    /^(?:yuv[aj]?4\d\dp|gbra?p|gray|xyz|bayer_[a-z]+)f?(\d\d)$/.exec(plain)?.[1] ??
    /^[py][024](\d\d)$/.exec(plain)?.[1];
  return depth === undefined ? 8 : Number(depth);
}
