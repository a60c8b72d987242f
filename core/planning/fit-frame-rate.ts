import { asUsualFrameRate, USUAL_FRAME_RATES } from '../codecs/usual-frame-rates.ts';
import type { VideoTrack } from '../model/media-info.ts';
import type { Reason } from '../model/plan.ts';
import { reason } from './reason.ts';

export interface FittedFrameRate {
  /** What FFmpeg is told; null: frames as the master has them. */
  readonly frameRate: number | null;
  /** What the result has; 30 is assumed of masters that do not say. */
  readonly effective: number;
  readonly reasons: readonly Reason[];
}

const ASSUMED = 30;

/** Averages such as 30.02 are 30. */
const TOLERANCE = 1.01;

export function fitFrameRate(track: VideoTrack, maxFrameRate: number | null): FittedFrameRate {
  const master = track.frameRate;
  const limit = maxFrameRate ?? Number.POSITIVE_INFINITY;
  if (master !== null && master > limit * TOLERANCE) return lowered(master, limit);
  if (master !== null && !track.variableFrameRate)
    return { frameRate: null, effective: master, reasons: [] };
  const even = Math.min(evened(master), limit);
  return {
    frameRate: even,
    effective: even,
    reasons: [reason('frame-rate-evened', { frameRate: master, toFrameRate: even })],
  };
}

/** Uneven masters take the usual rate that theirs is, else the next one at or above it. */
function evened(rate: number | null): number {
  if (rate === null) return ASSUMED;
  const usual = asUsualFrameRate(rate) ?? USUAL_FRAME_RATES.find((one) => one * 1.005 >= rate);
  return usual ?? rounded(rate);
}

function lowered(master: number, limit: number): FittedFrameRate {
  const frameRate = rateBelow(master, limit);
  return {
    frameRate,
    effective: frameRate,
    reasons: [reason('frame-rate-lowered', { frameRate: rounded(master), toFrameRate: frameRate })],
  };
}

/** A whole fraction of the master's rate moves evenly; where that gives too little, the limit itself. */
export function rateBelow(master: number, limit: number): number {
  const fraction = master / Math.ceil(master / (limit * TOLERANCE));
  return rounded(fraction >= limit * 0.75 ? Math.min(fraction, limit) : limit);
}

function rounded(rate: number): number {
  return Math.round(rate * 1000) / 1000;
}
