import type { AudioCodec } from './codecs.ts';
import type { Container } from './containers.ts';

interface AudioLimits {
  readonly maxChannels: number;
  /** Sample rates which the encoder takes and players expect; null: any up to `maxSampleRateHz`. */
  readonly sampleRatesHz: readonly number[] | null;
  readonly maxSampleRateHz: number;
  /** The only rates there are; null: any between the two below. */
  readonly bitratesBps: readonly number[] | null;
  readonly minBitrateBps: number;
  /** For each channel. */
  readonly maxBitratePerChannelBps: number;
}

const kilo = (rates: readonly number[]): readonly number[] => rates.map((rate) => rate * 1000);

/** ISO 11172-3 (44.1, 48, 32 kHz) and 13818-3 (the lower ones) have different lists of bit rates. */
const MP3_RATES = kilo([32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]);
const MP3_LOW_RATES = kilo([8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]);
/** MPEG 2.5 at 8 to 12 kHz: LAME stops at 64 kb/s. */
const MP3_LOWEST_RATES = kilo([8, 16, 24, 32, 40, 48, 56, 64]);
/** ATSC A/52 table 5.18. */
const AC3_RATES = kilo([
  32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640,
]);

const LOSSLESS: AudioLimits = {
  maxChannels: 8,
  sampleRatesHz: null,
  maxSampleRateHz: 192_000,
  bitratesBps: null,
  minBitrateBps: 0,
  maxBitratePerChannelBps: Number.MAX_SAFE_INTEGER,
};

const LIMITS: Readonly<Record<AudioCodec, AudioLimits>> = {
  /** Players are only sure to take what ADTS and MPEG-4 LC have in common, up to 48 kHz. */
  aac: {
    maxChannels: 8,
    sampleRatesHz: [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
    maxSampleRateHz: 48_000,
    bitratesBps: null,
    minBitrateBps: 16_000,
    maxBitratePerChannelBps: 256_000,
  },
  mp3: {
    maxChannels: 2,
    sampleRatesHz: [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
    maxSampleRateHz: 48_000,
    bitratesBps: MP3_RATES,
    minBitrateBps: 8_000,
    maxBitratePerChannelBps: 320_000,
  },
  /** RFC 6716: decoders always give 48 kHz. */
  opus: {
    maxChannels: 8,
    sampleRatesHz: [48_000],
    maxSampleRateHz: 48_000,
    bitratesBps: null,
    minBitrateBps: 6_000,
    maxBitratePerChannelBps: 256_000,
  },
  /** libvorbis refuses usual rates at low sample rates, so these are raised. */
  vorbis: {
    maxChannels: 8,
    sampleRatesHz: [44_100, 48_000],
    maxSampleRateHz: 48_000,
    bitratesBps: null,
    minBitrateBps: 32_000,
    maxBitratePerChannelBps: 240_000,
  },
  ac3: {
    maxChannels: 6,
    sampleRatesHz: [32_000, 44_100, 48_000],
    maxSampleRateHz: 48_000,
    bitratesBps: AC3_RATES,
    minBitrateBps: 32_000,
    maxBitratePerChannelBps: 640_000,
  },
  flac: LOSSLESS,
  pcm_s16le: LOSSLESS,
  pcm_s16be: LOSSLESS,
  pcm_f32le: LOSSLESS,
};

export function maxChannelsOf(codec: AudioCodec): number {
  return LIMITS[codec].maxChannels;
}

/** Sample rates to choose from, rising; null: any up to `maxSampleRateOf`. */
export function sampleRatesOf(codec: AudioCodec, container: Container): readonly number[] | null {
  // Adobe's FLV specification: the header has two bits for MP3's rate, and 5.5 kHz is no MP3 rate.
  if (container === 'flv' && codec === 'mp3') return [11_025, 22_050, 44_100];
  return LIMITS[codec].sampleRatesHz;
}

export function maxSampleRateOf(codec: AudioCodec): number {
  return LIMITS[codec].maxSampleRateHz;
}

/** Whether encoder and players take this sample rate. */
export function takesSampleRate(codec: AudioCodec, container: Container, rateHz: number): boolean {
  const rates = sampleRatesOf(codec, container);
  return rates === null ? rateHz <= maxSampleRateOf(codec) : rates.includes(rateHz);
}

export interface AudioShape {
  readonly channels: number;
  readonly sampleRateHz: number;
}

/** The highest rate that the codec has at or below the wanted one, or its lowest. */
export function legalBitrateBps(codec: AudioCodec, wantedBps: number, shape: AudioShape): number {
  const most = Math.min(wantedBps, maxBitrateBps(codec, shape));
  const rates = codec === 'mp3' ? mp3Rates(shape.sampleRateHz) : LIMITS[codec].bitratesBps;
  if (rates !== null) return rates.findLast((rate) => rate <= most) ?? rates[0] ?? most;
  return Math.floor(Math.max(most, LIMITS[codec].minBitrateBps * shape.channels));
}

/** AAC holds 6144 bits a channel in each frame of 1024 samples (ISO 14496-3, 4.5.3.3). */
function maxBitrateBps(codec: AudioCodec, { channels, sampleRateHz }: AudioShape): number {
  const perChannel = LIMITS[codec].maxBitratePerChannelBps;
  const cap = codec === 'aac' ? Math.min(perChannel, 6 * sampleRateHz) : perChannel;
  return cap * channels;
}

function mp3Rates(sampleRateHz: number): readonly number[] {
  if (sampleRateHz >= 32_000) return MP3_RATES;
  return sampleRateHz >= 16_000 ? MP3_LOW_RATES : MP3_LOWEST_RATES;
}
