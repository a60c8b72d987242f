import type { AudioTrack } from '../model/media-info.ts';
import { parseLanguage } from './languages.ts';
import { parseStreamBitrate } from './parse-video-track.ts';
import type { ProbeStream } from './probe-schema.ts';
import { parseKnown, parsePositive, readTag } from './probe-values.ts';

/** null: ffprobe could not make out the sound. */
export function parseAudioTrack(stream: ProbeStream): AudioTrack | null {
  const channels = Math.round(stream.channels ?? 0);
  const sampleRateHz = Math.round(parsePositive(stream.sample_rate) ?? 0);
  if (stream.codec_name === undefined || !isWithin(channels, MOST_CHANNELS)) return null;
  if (!isWithin(sampleRateHz, HIGHEST_RATE_HZ)) return null;
  return {
    index: stream.index,
    codec: stream.codec_name,
    profile: parseKnown(stream.profile),
    channels,
    channelLayout: parseKnown(stream.channel_layout),
    sampleRateHz,
    bitDepth: parseBitDepth(stream),
    bitrateBps: parseStreamBitrate(stream),
    language: parseLanguage(readTag(stream.tags, 'language')),
    title: readTag(stream.tags, 'title'),
    isDefault: stream.disposition?.default === 1,
  };
}

/** Beyond these a header is damaged: FFmpeg knows 64 channels, DSD has 11 MHz. */
const MOST_CHANNELS = 64;
const HIGHEST_RATE_HZ = 50_000_000;

function isWithin(value: number, limit: number): boolean {
  return value >= 1 && value <= limit;
}

/** Lossy codecs have none. */
function parseBitDepth(stream: ProbeStream): number | null {
  const depth = parsePositive(stream.bits_per_raw_sample) ?? parsePositive(stream.bits_per_sample);
  return depth === null || depth < 1 || depth > 64 ? null : Math.round(depth);
}

/** The track that is heard: the default one, else the one with most channels, else the first. */
export function chooseAudio(streams: readonly ProbeStream[]): {
  readonly audio: AudioTrack | null;
  readonly otherAudio: readonly AudioTrack[];
} {
  const ranked = streams
    .map((stream) => ({ track: parseAudioTrack(stream), weight: weightOf(stream) }))
    .filter((entry): entry is { track: AudioTrack; weight: number } => entry.track !== null)
    .toSorted((a, b) => b.weight - a.weight || b.track.channels - a.track.channels);
  const audio = ranked[0]?.track ?? null;
  const otherAudio = ranked
    .slice(1)
    .map(({ track }) => track)
    .toSorted((a, b) => a.index - b.index);
  return { audio, otherAudio };
}

/** Commentaries and descriptions for the blind are not what most people want to hear. */
function weightOf({ disposition = {} }: ProbeStream): number {
  const special = disposition.comment === 1 || disposition.visual_impaired === 1;
  return (disposition.default === 1 ? 1 : 0) - (special ? 2 : 0);
}
