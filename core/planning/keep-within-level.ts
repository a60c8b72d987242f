import type { VideoCodec } from '../codecs/codecs.ts';
import { fitsLevel, levelBitrateBps, levelsOf, lowestLevel } from '../codecs/levels.ts';
import { peakBitrateBps } from '../devices/playable.ts';
import type { RateControl } from '../model/format.ts';
import type { Reason } from '../model/plan.ts';
import { rateBelow } from './fit-frame-rate.ts';
import { type Size, scaledBy } from './fit-picture.ts';
import { wholeKilobits, withBitrate } from './fit-rate.ts';
import { reason } from './reason.ts';

export interface LevelledPicture {
  readonly codec: VideoCodec;
  readonly profile: string | null;
  readonly size: Size;
  readonly frameRate: number;
  readonly rate: RateControl;
}

export interface KeptPicture {
  readonly size: Size;
  readonly frameRate: number;
  readonly rate: RateControl;
  /** The lowest that fits; null for codecs without levels. */
  readonly level: string | null;
  readonly reasons: readonly Reason[];
}

/**
 * Lowers what breaks the level until it fits: first the bit rate, then a frame rate above 30, then the
 * size. `limit` null: the codec's highest level.
 */
export function keepWithinLevel(picture: LevelledPicture, limit: string | null): KeptPicture {
  const { codec } = picture;
  const highest = limit ?? levelsOf(codec).at(-1);
  if (highest === undefined) return { ...picture, level: null, reasons: [] };
  const rated = { ...picture, rate: capRate(picture, highest) };
  const kept = fits(rated, highest) ? rated : shrink(slow(rated, highest), highest);
  const level = lowestLevel(codec, demandOf(kept));
  return { ...kept, level, reasons: reasonsFor(picture, kept, highest) };
}

function capRate(picture: LevelledPicture, level: string): RateControl {
  const most = levelBitrateBps(picture.codec, level, picture.profile);
  const peak = peakBitrateBps(picture.rate);
  if (most === null || peak === null || peak <= most) return picture.rate;
  return withBitrate(
    picture.rate,
    wholeKilobits(picture.rate.mode === 'bitrate' ? most / 2 : most),
  );
}

function slow(picture: LevelledPicture, level: string): LevelledPicture {
  if (picture.frameRate <= 30) return picture;
  const halves = [60, 50, 48, 30].filter((limit) => limit < picture.frameRate);
  const rates = halves.map((limit) => rateBelow(picture.frameRate, limit));
  const frameRate =
    rates.find((rate) => fits({ ...picture, frameRate: rate }, level)) ?? rates.at(-1);
  return { ...picture, frameRate: frameRate ?? picture.frameRate };
}

/** Two per cent a step, so that the result is the largest that fits but for a hair. */
function shrink(picture: LevelledPicture, level: string): LevelledPicture {
  let smaller = picture;
  for (let factor = 1; !fits(smaller, level) && factor > 0.001; factor *= 0.98) {
    smaller = { ...picture, size: scaledBy(picture.size, factor, picture.size) };
  }
  if (fits(smaller, level)) return smaller;
  const slowest = Math.min(smaller.frameRate, 10);
  return { ...smaller, frameRate: slowest };
}

function fits(picture: LevelledPicture, level: string): boolean {
  return fitsLevel(picture.codec, level, demandOf(picture));
}

function demandOf({ size, frameRate, rate, profile }: LevelledPicture) {
  return { ...size, frameRate, profile, bitrateBps: peakBitrateBps(rate) };
}

function reasonsFor(
  before: LevelledPicture,
  after: LevelledPicture,
  level: string,
): readonly Reason[] {
  const changed: Record<string, number> = {};
  if (before.size !== after.size)
    Object.assign(changed, { width: after.size.width, height: after.size.height });
  if (before.frameRate !== after.frameRate) changed.frameRate = after.frameRate;
  const bitrate = peakBitrateBps(after.rate);
  if (before.rate !== after.rate && bitrate !== null) changed.bitrateBps = bitrate;
  return Object.keys(changed).length === 0
    ? []
    : [reason('kept-within-level', { level, ...changed })];
}
