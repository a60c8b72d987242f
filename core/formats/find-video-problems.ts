import { VIDEO_CODECS, type VideoCodec } from '../codecs/codecs.ts';
import { plainProfiles } from '../codecs/profiles.ts';
import type { VideoRecipe } from '../model/format.ts';
import { findParameterProblems } from './extra-parameters.ts';
import { findLevelProblems } from './find-level-problems.ts';
import { type FormatProblem, fault, hint } from './format-problem.ts';

/**
 * The encoders' own scales (CRF), lowest and highest. 0 makes x264 and x265 lossless, in a profile
 * that no browser decodes. Codecs that are missing here are encoded by bitrate only.
 */
const QUALITY_RANGES: Partial<Record<VideoCodec, readonly [number, number]>> = {
  h264: [1, 51],
  hevc: [1, 51],
  vp9: [0, 63],
  av1: [0, 63],
};

/** Below this it can only be meant in kilobits. */
const LEAST_SENSIBLE_BPS = 10_000;
const LEAST_SIDE = 32;
/** What most devices show at most. */
const USUAL_FRAME_RATE = 60;
const USUAL_KEY_FRAME_SECONDS = 2;
const MOST_KEY_FRAME_SECONDS = 5;

export function findVideoProblems(recipe: VideoRecipe): readonly FormatProblem[] {
  return [
    ...profileProblems(recipe),
    ...findLevelProblems(recipe),
    ...rateProblems(recipe),
    ...boxProblems(recipe),
    ...paceProblems(recipe),
    ...parameterProblems(recipe),
  ];
}

function profileProblems({ codec, profile }: VideoRecipe): readonly FormatProblem[] {
  const profiles = plainProfiles(codec);
  if (profile === null || profiles.includes(profile)) return [];
  const facts = { codec: VIDEO_CODECS[codec].name, profile, known: profiles.join(', ') };
  return [fault('video.profile', 'profile-unknown', facts)];
}

function rateProblems({ codec, rate }: VideoRecipe): readonly FormatProblem[] {
  const { name } = VIDEO_CODECS[codec];
  if (rate.mode === 'bitrate') return lowRate('video.rate.bitrateBps', rate.bitrateBps);
  const range = QUALITY_RANGES[codec];
  if (range === undefined)
    return [fault('video.rate.mode', 'quality-unsupported', { codec: name })];
  const [least, most] = range;
  const outside = rate.quality < least || rate.quality > most;
  return [
    ...(outside
      ? [fault('video.rate.quality', 'quality-out-of-range', { codec: name, least, most })]
      : []),
    ...(rate.maxBitrateBps === null ? [] : lowRate('video.rate.maxBitrateBps', rate.maxBitrateBps)),
  ];
}

function lowRate(field: string, bitrateBps: number): readonly FormatProblem[] {
  if (bitrateBps >= LEAST_SENSIBLE_BPS) return [];
  return [hint(field, 'rate-very-low', { bitrateBps, meantBps: bitrateBps * 1000 })];
}

function boxProblems({ maxWidth, maxHeight, fit }: VideoRecipe): readonly FormatProblem[] {
  const sides = [
    ['video.maxWidth', maxWidth],
    ['video.maxHeight', maxHeight],
  ] as const;
  const problems = sides.flatMap(([field, side]): readonly FormatProblem[] => {
    if (side === null) return [];
    if (side < LEAST_SIDE) return [fault(field, 'box-too-small', { least: LEAST_SIDE })];
    return side % 2 === 0 ? [] : [hint(field, 'box-odd', { side, becomes: side - 1 })];
  });
  const open = fit === 'scale-and-crop' && (maxWidth === null || maxHeight === null);
  return open ? [...problems, hint('video.fit', 'crop-without-box')] : problems;
}

function paceProblems({ maxFrameRate, keyFrameSeconds }: VideoRecipe): readonly FormatProblem[] {
  return [
    ...((maxFrameRate ?? 0) > USUAL_FRAME_RATE
      ? [hint('video.maxFrameRate', 'frame-rate-high', { most: USUAL_FRAME_RATE })]
      : []),
    ...(keyFrameSeconds > MOST_KEY_FRAME_SECONDS
      ? [hint('video.keyFrameSeconds', 'key-frames-rare', { usual: USUAL_KEY_FRAME_SECONDS })]
      : []),
  ];
}

function parameterProblems({ codec, extraParameters }: VideoRecipe): readonly FormatProblem[] {
  return findParameterProblems(codec, extraParameters).map(({ index, code, facts }) =>
    fault(`video.extraParameters.${index}`, code, facts),
  );
}
