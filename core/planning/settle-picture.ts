import { defaultProfile } from '../codecs/profiles.ts';
import type { RateControl, VideoRecipe } from '../model/format.ts';
import type { MediaInfo, VideoTrack } from '../model/media-info.ts';
import type { Reason } from '../model/plan.ts';
import { fitFrameRate } from './fit-frame-rate.ts';
import type { FittedPicture, Size } from './fit-picture.ts';
import { type FittedRate, fitRate, withBitrate } from './fit-rate.ts';
import { keepWithinLevel } from './keep-within-level.ts';

export interface SettledPicture {
  readonly size: Size;
  /** What FFmpeg is told; null: frames as the master has them. */
  readonly frameRate: number | null;
  /** What the result has. */
  readonly effectiveFrameRate: number;
  readonly rate: RateControl;
  readonly profile: string | null;
  readonly level: string | null;
  readonly fromMaster: boolean;
  readonly reasons: readonly Reason[];
}

export interface SettlingContext {
  readonly info: MediaInfo;
  readonly track: VideoTrack;
  readonly fitted: FittedPicture;
}

/** Size, frames and bits a second that satisfy the format, its level and the master at once. */
export function settlePicture(recipe: VideoRecipe, context: SettlingContext): SettledPicture {
  const { track, fitted } = context;
  const { codec } = recipe;
  const profile = recipe.profile ?? defaultProfile(codec);
  const paced = fitFrameRate(track, recipe.maxFrameRate);
  const rated = rateFor(recipe, context, { size: fitted.size, frameRate: paced.effective });
  const first = { codec, profile, size: fitted.size, frameRate: paced.effective, rate: rated.rate };
  const kept = keepWithinLevel(first, recipe.level);
  // what the level took from the picture, its rate no longer needs
  const again = rateFor(recipe, context, kept);
  const rate = lower(kept.rate, again.rate);
  const { level } = keepWithinLevel({ ...first, ...kept, rate }, recipe.level);
  return {
    size: kept.size,
    frameRate: kept.frameRate === paced.effective ? paced.frameRate : kept.frameRate,
    effectiveFrameRate: kept.frameRate,
    rate,
    profile,
    level,
    fromMaster: again.fromMaster,
    reasons: [...paced.reasons, ...again.reasons, ...kept.reasons],
  };
}

function rateFor(
  recipe: VideoRecipe,
  { info, fitted }: SettlingContext,
  { size, frameRate }: { readonly size: Size; readonly frameRate: number },
): FittedRate {
  return fitRate(recipe, info, { codec: recipe.codec, ...size, frameRate, room: roomOf(fitted) });
}

/** The share of the box that the picture has, where the master leaves room in it; else 1. */
function roomOf({ whole, size, box }: FittedPicture): number {
  if (!whole || !Number.isFinite(box.width * box.height)) return 1;
  const reach = Math.max(size.width / box.width, size.height / box.height);
  return Math.min(1, reach * reach);
}

function lower(a: RateControl, b: RateControl): RateControl {
  const bitrateBps = Math.min(bitrateOf(a), bitrateOf(b));
  return Number.isFinite(bitrateBps) ? withBitrate(a, bitrateBps) : a;
}

function bitrateOf(rate: RateControl): number {
  const bitrate = rate.mode === 'bitrate' ? rate.bitrateBps : rate.maxBitrateBps;
  return bitrate ?? Number.POSITIVE_INFINITY;
}
