import { AUDIO_CODEC_NAMES, VIDEO_CODEC_NAMES } from '../codecs/codecs.ts';
import type { Container } from '../codecs/containers.ts';
import type { Playable } from '../devices/playable.ts';

/** What the order of a page's sources looks at. */
export interface Source {
  /** The format's id; settles ties. */
  readonly id: string;
  readonly container: Container;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  /** null for audio. */
  readonly width: number | null;
  readonly height: number | null;
  readonly bitrateBps: number | null;
}

/** Savings first, what plays everywhere last among the codecs of the web; then what browsers do not open anyway. */
const VIDEO_ORDER: readonly string[] = ['av1', 'vp9', 'hevc', 'vp8', 'h264', 'theora', 'mpeg4'];
/** Likewise; lossless files come after MP3, so that no page loads them while it can do without. */
const AUDIO_ORDER: readonly string[] = [
  'opus',
  'vorbis',
  'aac',
  'mp3',
  'flac',
  'pcm_s16le',
  'ac3',
  'pcm_s16be',
  'pcm_f32le',
];

const WEB_CONTAINERS: readonly string[] = [
  'mp4',
  'webm',
  'm4a',
  'mp3',
  'ogg',
  'opus',
  'flac',
  'wav',
  'ogv',
] satisfies readonly Container[];

/** A browser takes the first source that it plays: so best codec first, within a codec the larger first. */
export function sourceOrder(a: Source, b: Source): number {
  return (
    webRank(a) - webRank(b) ||
    codecRank(a) - codecRank(b) ||
    pixels(b) - pixels(a) ||
    (b.bitrateBps ?? 0) - (a.bitrateBps ?? 0) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** `playable` of a rendition or of a planned output. */
export function sourceOf(
  id: string,
  playable: Playable & { readonly container: Container },
): Source {
  return {
    id,
    container: playable.container,
    videoCodec: playable.video?.codecName ?? null,
    audioCodec: playable.audio?.codecName ?? null,
    width: playable.video?.width ?? null,
    height: playable.video?.height ?? null,
    bitrateBps: playable.bitrateBps,
  };
}

/** 0 for containers that browsers open, 1 for the others. */
export function webRank({ container }: { readonly container: Container }): number {
  return WEB_CONTAINERS.includes(container) ? 0 : 1;
}

function codecRank({ videoCodec, audioCodec }: Source): number {
  if (videoCodec !== null) return rankIn(VIDEO_ORDER, videoCodec, VIDEO_CODEC_NAMES.length);
  return rankIn(AUDIO_ORDER, audioCodec ?? '', AUDIO_CODEC_NAMES.length);
}

function rankIn(order: readonly string[], codec: string, last: number): number {
  const rank = order.indexOf(codec);
  return rank === -1 ? last : rank;
}

function pixels({ width, height }: Source): number {
  return (width ?? 0) * (height ?? 0);
}
