import type { VideoCodec } from './codecs.ts';
import { LEVELS, type LevelLimits } from './level-tables.ts';

export interface LevelDemand {
  readonly width: number;
  readonly height: number;
  /** null counts as 30. */
  readonly frameRate: number | null;
  /** The peak; null: not looked at. */
  readonly bitrateBps: number | null;
  /** H.264 High allows a quarter more bits. */
  readonly profile: string | null;
}

export function levelsOf(codec: VideoCodec): readonly string[] {
  return (LEVELS[codec] ?? []).map((limits) => limits.level);
}

/** "3" and "3.0" are one level; null when the codec knows no such level. */
export function parseLevel(codec: VideoCodec, text: string): string | null {
  const written = /^\d$/.test(text) ? `${text}.0` : text;
  return levelsOf(codec).includes(written) ? written : null;
}

/** Negative when `a` is the lower one. Levels that the codec does not know count as the highest. */
export function compareLevels(codec: VideoCodec, a: string, b: string): number {
  return rankOf(codec, a) - rankOf(codec, b);
}

function rankOf(codec: VideoCodec, level: string): number {
  const rank = levelsOf(codec).indexOf(parseLevel(codec, level) ?? level);
  return rank === -1 ? Number.MAX_SAFE_INTEGER : rank;
}

export function fitsLevel(codec: VideoCodec, level: string, demand: LevelDemand): boolean {
  const limits = LEVELS[codec]?.[rankOf(codec, level)];
  return limits !== undefined && fits(codec, limits, demand);
}

/** The lowest level that carries this picture; null when none does or the codec has no levels. Level 1b, which encoders and players spell in several ways, is passed over. */
export function lowestLevel(codec: VideoCodec, demand: LevelDemand): string | null {
  const usual = LEVELS[codec]?.filter(({ level }) => level !== '1b');
  return usual?.find((limits) => fits(codec, limits, demand))?.level ?? null;
}

/** Bits per second that a level allows for this profile; null when it is no level of this codec. */
export function levelBitrateBps(
  codec: VideoCodec,
  level: string,
  profile: string | null,
): number | null {
  const limits = LEVELS[codec]?.[rankOf(codec, level)];
  return limits === undefined ? null : limits.maxBitrateBps * bitrateFactor(codec, profile);
}

function fits(codec: VideoCodec, limits: LevelLimits, demand: LevelDemand): boolean {
  const { width, height } = demand;
  const units = codec === 'h264' ? Math.ceil(width / 16) * Math.ceil(height / 16) : width * height;
  return (
    units <= limits.maxFrameUnits &&
    units * (demand.frameRate ?? 30) <= limits.maxUnitsPerSecond * RATE_TOLERANCE &&
    width <= limits.maxWidth &&
    height <= limits.maxHeight &&
    (demand.bitrateBps ?? 0) <= limits.maxBitrateBps * bitrateFactor(codec, demand.profile)
  );
}

/** 30.0003 frames a second, as some containers average, is 30. */
const RATE_TOLERANCE = 1.001;

/** H.264 table A-2, cpbBrVclFactor: 1250 for High, 1000 for the profiles below it. */
function bitrateFactor(codec: VideoCodec, profile: string | null): number {
  return codec === 'h264' && profile === 'high' ? 1.25 : 1;
}
