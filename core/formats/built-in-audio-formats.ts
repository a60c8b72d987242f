import type { AudioCodec } from '../codecs/codecs.ts';
import type { Container } from '../codecs/containers.ts';
import type { AudioRecipe, Format } from '../model/format.ts';

interface AudioRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly container: Container;
  readonly audio: { readonly codec: AudioCodec } & Partial<AudioRecipe>;
}

const ROWS: readonly AudioRow[] = [
  {
    id: 'mp3',
    name: 'MP3',
    description: 'Plays everywhere.',
    container: 'mp3',
    audio: { codec: 'mp3', bitrateBps: 192_000 },
  },
  {
    id: 'mp3-128',
    name: 'MP3 128 kb/s',
    description: 'Smaller, for podcasts with music.',
    container: 'mp3',
    audio: { codec: 'mp3', bitrateBps: 128_000 },
  },
  {
    id: 'mp3-64-mono',
    name: 'MP3 speech',
    description: 'One channel for spoken word; plays everywhere.',
    container: 'mp3',
    audio: { codec: 'mp3', bitrateBps: 64_000, maxChannels: 1 },
  },
  {
    id: 'aac',
    name: 'AAC',
    description: 'M4A, a little better than MP3 at the same size; plays on every current device.',
    container: 'm4a',
    audio: { codec: 'aac', bitrateBps: 160_000 },
  },
  {
    id: 'aac-96',
    name: 'AAC 96 kb/s',
    description: 'Small M4A for mobile connections.',
    container: 'm4a',
    audio: { codec: 'aac', bitrateBps: 96_000 },
  },
  {
    id: 'opus',
    name: 'Opus',
    description: 'WebM, the best sound for its size in current browsers.',
    container: 'webm',
    audio: { codec: 'opus', bitrateBps: 112_000 },
  },
  {
    id: 'opus-ogg',
    name: 'Opus file',
    description: 'The same sound as an .opus file, for music players.',
    container: 'opus',
    audio: { codec: 'opus', bitrateBps: 112_000 },
  },
  {
    id: 'opus-32-mono',
    name: 'Opus speech',
    description: 'Spoken word at a quarter of MP3’s size.',
    container: 'webm',
    audio: { codec: 'opus', bitrateBps: 32_000, maxChannels: 1 },
  },
  {
    id: 'flac',
    name: 'FLAC',
    description: 'Lossless, about half the size of WAV.',
    container: 'flac',
    audio: { codec: 'flac', bitrateBps: null, maxChannels: 8 },
  },
  {
    id: 'wav',
    name: 'WAV',
    description: 'Uncompressed 16-bit sound for editing.',
    container: 'wav',
    audio: { codec: 'pcm_s16le', bitrateBps: null },
  },
  {
    id: 'wav-float',
    name: 'WAV 32-bit float',
    description: 'Uncompressed sound with headroom for editing.',
    container: 'wav',
    audio: { codec: 'pcm_f32le', bitrateBps: null, maxChannels: 8 },
  },
  {
    id: 'aiff',
    name: 'AIFF',
    description: 'Uncompressed sound for older Macs.',
    container: 'aiff',
    audio: { codec: 'pcm_s16be', bitrateBps: null },
  },
  {
    id: 'ogg-vorbis',
    name: 'Ogg Vorbis',
    description: 'Opus’s forerunner, for games and older programs.',
    container: 'ogg',
    audio: { codec: 'vorbis', bitrateBps: 160_000 },
  },
  {
    id: 'aac-adts',
    name: 'AAC stream (ADTS)',
    description: 'Bare AAC for radio streams and old devices.',
    container: 'aac',
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'ac3',
    name: 'AC-3',
    description: 'Up to 5.1 channels for DVD authoring and home cinema.',
    container: 'ac3',
    audio: { codec: 'ac3', bitrateBps: 448_000, maxChannels: 6 },
  },
];

export const BUILT_IN_AUDIO_FORMATS: readonly Format[] = ROWS.map(
  ({ id, name, description, container, audio }): Format => ({
    id,
    name,
    description,
    kind: 'audio',
    builtIn: true,
    container,
    video: null,
    audio: { bitrateBps: null, maxChannels: 2, sampleRateHz: null, extraParameters: [], ...audio },
  }),
);
