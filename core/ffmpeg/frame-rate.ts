import { asUsualFrameRate } from '../codecs/usual-frame-rates.ts';
import type { ProbeStream } from './probe-schema.ts';
import { parseNumber, parseRatio } from './probe-values.ts';

export interface FrameRateFacts {
  /** Frames a second while the picture moves; null when the container does not say. */
  readonly frameRate: number | null;
  readonly variable: boolean;
}

/** Above this a rate is a time base (90 kHz, milliseconds) that was taken for one. */
const FASTEST = 500;
const TOLERANCE = 0.01;

/**
 * ffprobe gives an average and a "real" rate, the lowest in which all time stamps fit. They agree for
 * constant rates, but for rounding, a few frames at the end, or fields that are counted singly.
 */
export function parseFrameRate(stream: ProbeStream): FrameRateFacts {
  const average = plausible(stream.avg_frame_rate);
  const real = plausible(stream.r_frame_rate);
  if (average === null && real === null) return { frameRate: null, variable: true };
  if (average === null || real === null) return { frameRate: average ?? real, variable: true };
  if (Math.abs(real - average) <= real * toleranceFor(stream)) {
    return { frameRate: real, variable: false };
  }
  if (isWholeMultiple(real, average, stream)) return { frameRate: average, variable: false };
  return { frameRate: rateInMotion(real, average), variable: true };
}

/** Recordings of a screen leave out what does not change: 60 frames a second, and 8 on average. */
const SELDOM = 0.9;

/** The average, unless it is clearly lower than a real rate that can be believed. */
function rateInMotion(real: number, average: number): number {
  return average < real * SELDOM ? (asUsualFrameRate(real) ?? average) : average;
}

function plausible(text: string | undefined): number | null {
  const ratio = parseRatio(text);
  const rate = ratio === null ? null : ratio.numerator / ratio.denominator;
  return rate !== null && rate <= FASTEST ? rate : null;
}

/** One frame more or less decides the average of a very short file. */
function toleranceFor(stream: ProbeStream): number {
  const frames = parseNumber(stream.nb_frames);
  return frames === null || frames < 1 ? TOLERANCE : Math.max(TOLERANCE, 1.5 / frames);
}

/** 25 interlaced frames are 50 fields; 12.5 frames a second in a clock of 25. */
function isWholeMultiple(real: number, average: number, stream: ProbeStream): boolean {
  const factor = real / average;
  const whole = Math.round(factor);
  return whole >= 2 && whole <= 4 && Math.abs(factor - whole) < whole * roundingFor(stream);
}

/** Frames that come unevenly are near a half of their clock's rate by chance, fields always are. */
function roundingFor({ field_order: order }: ProbeStream): number {
  return order === undefined || order === 'progressive' || order === 'unknown' ? 0.000_01 : 0.002;
}
