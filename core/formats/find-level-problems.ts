import { VIDEO_CODECS } from '../codecs/codecs.ts';
import {
  fitsLevel,
  type LevelDemand,
  levelBitrateBps,
  levelsOf,
  lowestLevel,
  parseLevel,
} from '../codecs/levels.ts';
import { defaultProfile } from '../codecs/profiles.ts';
import { peakBitrateBps } from '../devices/playable.ts';
import type { VideoRecipe } from '../model/format.ts';
import { type FormatProblem, fault } from './format-problem.ts';

/** What most masters have, where a format does not limit it. */
const USUAL_FRAME_RATE = 30;
const USUAL_SHAPE = 16 / 9;

/** A level must carry the format's whole box at its frame rate, and its bits (the standards' level tables). */
export function findLevelProblems(recipe: VideoRecipe): readonly FormatProblem[] {
  const { codec, level } = recipe;
  if (level === null) return [];
  const { name } = VIDEO_CODECS[codec];
  const levels = levelsOf(codec);
  const known = parseLevel(codec, level);
  if (known === null) {
    const facts = { codec: name, level, known: levels.join(', ') };
    return [fault('video.level', 'level-unknown', facts)];
  }
  return [...sizeProblems(recipe, known), ...rateProblems(recipe, known)];
}

function sizeProblems(recipe: VideoRecipe, level: string): readonly FormatProblem[] {
  const demand = demandOf(recipe);
  if (demand === null || fitsLevel(recipe.codec, level, demand)) return [];
  const { width, height, frameRate } = demand;
  const needed = lowestLevel(recipe.codec, demand);
  return [fault('video.level', 'level-too-low', { level, width, height, frameRate, needed })];
}

function rateProblems(recipe: VideoRecipe, level: string): readonly FormatProblem[] {
  const { codec, rate } = recipe;
  const most = levelBitrateBps(codec, level, recipe.profile ?? defaultProfile(codec));
  const peak = peakBitrateBps(rate);
  if (most === null || peak === null || peak <= most) return [];
  const field = rate.mode === 'bitrate' ? 'video.rate.bitrateBps' : 'video.rate.maxBitrateBps';
  const average = rate.mode === 'bitrate' ? rate.bitrateBps : null;
  return [fault(field, 'rate-above-level', { level, most, peak, average })];
}

/** The largest picture that the format makes; null where the master alone decides. */
function demandOf(recipe: VideoRecipe): LevelDemand | null {
  const { maxWidth, maxHeight, maxFrameRate, codec } = recipe;
  if (maxWidth === null && maxHeight === null) return null;
  const width = maxWidth ?? even((maxHeight ?? 0) * USUAL_SHAPE);
  const height = maxHeight ?? even((maxWidth ?? 0) / USUAL_SHAPE);
  const profile = recipe.profile ?? defaultProfile(codec);
  return { width, height, frameRate: maxFrameRate ?? USUAL_FRAME_RATE, bitrateBps: null, profile };
}

function even(length: number): number {
  return Math.round(length / 2) * 2;
}
