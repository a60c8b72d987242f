import { type Av1String, buildAv1String, parseAv1String } from './av1-string.ts';
import { type AvcString, buildAvcString, parseAvcString } from './avc-string.ts';
import { buildHevcString, type HevcString, parseHevcString } from './hevc-string.ts';
import { buildVp9String, parseVp9String, type Vp9String } from './vp9-string.ts';

/** One entry of RFC 6381's `codecs` parameter, taken apart. */
export type CodecString =
  | AvcString
  | HevcString
  | Vp9String
  | Av1String
  | { readonly kind: 'vp8' }
  | { readonly kind: 'aac'; readonly objectType: number }
  | { readonly kind: 'mp3'; readonly inMp4: boolean }
  | { readonly kind: 'opus' }
  | { readonly kind: 'flac' }
  | { readonly kind: 'vorbis' }
  | { readonly kind: 'theora' }
  | { readonly kind: 'ac3' };

/** Spellings without parameters, as browsers' `canPlayType` takes them; the first is the one we write. */
const BARE = {
  vp8: ['vp8', 'vp8.0'],
  opus: ['opus', 'Opus'],
  flac: ['flac', 'fLaC'],
  vorbis: ['vorbis'],
  theora: ['theora'],
  ac3: ['ac-3', 'ac3', 'mp4a.a5', 'mp4a.A5'],
} as const;

const BARE_KINDS = Object.keys(BARE) as (keyof typeof BARE)[];

/** null: not a codec string that AVlogue knows. */
export function parseCodecString(text: string): CodecString | null {
  const bare = BARE_KINDS.find((kind) => (BARE[kind] as readonly string[]).includes(text));
  if (bare !== undefined) return { kind: bare };
  return (
    parseAvcString(text) ??
    parseHevcString(text) ??
    parseVp9String(text) ??
    parseAv1String(text) ??
    parseMp4aString(text)
  );
}

export function buildCodecString(codec: CodecString): string {
  switch (codec.kind) {
    case 'avc':
      return buildAvcString(codec);
    case 'hevc':
      return buildHevcString(codec);
    case 'vp9':
      return buildVp9String(codec);
    case 'av1':
      return buildAv1String(codec);
    case 'aac':
      return `mp4a.40.${codec.objectType}`;
    case 'mp3':
      return codec.inMp4 ? 'mp4a.6B' : 'mp3';
    default:
      return BARE[codec.kind][0];
  }
}

/** ISO 14496-1 object types: 40 AAC (then its audio object type), 69 and 6B MP3. */
function parseMp4aString(text: string): CodecString | null {
  if (text === 'mp3') return { kind: 'mp3', inMp4: false };
  if (/^mp4a\.6[9Bb]$/.test(text)) return { kind: 'mp3', inMp4: true };
  const aac = /^mp4a\.40\.0?([1-9]\d?)$/.exec(text)?.[1];
  return aac === undefined ? null : { kind: 'aac', objectType: Number(aac) };
}

/** A full MIME type with its `codecs` parameter; without one where no codec string is defined. */
export function buildMimeType(base: string, codecStrings: readonly string[]): string {
  return codecStrings.length === 0 ? base : `${base}; codecs="${codecStrings.join(', ')}"`;
}
