import type { VideoCodec } from './codecs.ts';

/** What one level of a codec allows. Rates are for the lowest tier and the plain (Main) profiles. */
export interface LevelLimits {
  readonly level: string;
  /** Units: macroblocks for H.264, luma samples for the others. */
  readonly maxFrameUnits: number;
  readonly maxUnitsPerSecond: number;
  readonly maxBitrateBps: number;
  readonly maxWidth: number;
  readonly maxHeight: number;
}

/** ITU-T H.264 table A-1: MaxFS, MaxMBPS, MaxBR. A side has at most sqrt(8 × MaxFS) macroblocks. */
const H264_LEVELS = [
  ['1.0', 99, 1_485, 64],
  ['1b', 99, 1_485, 128],
  ['1.1', 396, 3_000, 192],
  ['1.2', 396, 6_000, 384],
  ['1.3', 396, 11_880, 768],
  ['2.0', 396, 11_880, 2_000],
  ['2.1', 792, 19_800, 4_000],
  ['2.2', 1_620, 20_250, 4_000],
  ['3.0', 1_620, 40_500, 10_000],
  ['3.1', 3_600, 108_000, 14_000],
  ['3.2', 5_120, 216_000, 20_000],
  ['4.0', 8_192, 245_760, 20_000],
  ['4.1', 8_192, 245_760, 50_000],
  ['4.2', 8_704, 522_240, 50_000],
  ['5.0', 22_080, 589_824, 135_000],
  ['5.1', 36_864, 983_040, 240_000],
  ['5.2', 36_864, 2_073_600, 240_000],
  ['6.0', 139_264, 4_177_920, 240_000],
  ['6.1', 139_264, 8_355_840, 480_000],
  ['6.2', 139_264, 16_711_680, 800_000],
] as const;

/** ITU-T H.265 tables A.8 and A.9: MaxLumaPs, MaxLumaSr, MaxBR (Main tier). A side has at most sqrt(8 × MaxLumaPs). */
const HEVC_LEVELS = [
  ['1.0', 36_864, 552_960, 128],
  ['2.0', 122_880, 3_686_400, 1_500],
  ['2.1', 245_760, 7_372_800, 3_000],
  ['3.0', 552_960, 16_588_800, 6_000],
  ['3.1', 983_040, 33_177_600, 10_000],
  ['4.0', 2_228_224, 66_846_720, 12_000],
  ['4.1', 2_228_224, 133_693_440, 20_000],
  ['5.0', 8_912_896, 267_386_880, 25_000],
  ['5.1', 8_912_896, 534_773_760, 40_000],
  ['5.2', 8_912_896, 1_069_547_520, 60_000],
  ['6.0', 35_651_584, 1_069_547_520, 60_000],
  ['6.1', 35_651_584, 2_139_095_040, 120_000],
  ['6.2', 35_651_584, 4_278_190_080, 240_000],
] as const;

/** WebM project, VP9 levels: picture size, sample rate, bit rate, longest side. */
const VP9_LEVELS = [
  ['1.0', 36_864, 829_440, 200, 512],
  ['1.1', 73_728, 2_764_800, 800, 768],
  ['2.0', 122_880, 4_608_000, 1_800, 960],
  ['2.1', 245_760, 9_216_000, 3_600, 1_344],
  ['3.0', 552_960, 20_736_000, 7_200, 2_048],
  ['3.1', 983_040, 36_864_000, 12_000, 2_752],
  ['4.0', 2_228_224, 83_558_400, 18_000, 4_160],
  ['4.1', 2_228_224, 160_432_128, 30_000, 4_160],
  ['5.0', 8_912_896, 311_951_360, 60_000, 8_384],
  ['5.1', 8_912_896, 588_251_136, 120_000, 8_384],
  ['5.2', 8_912_896, 1_176_502_272, 180_000, 8_384],
  ['6.0', 35_651_584, 1_176_502_272, 180_000, 16_832],
  ['6.1', 35_651_584, 2_353_004_544, 240_000, 16_832],
  ['6.2', 35_651_584, 4_706_009_088, 480_000, 16_832],
] as const;

/** AV1 bitstream specification, annex A.3: MaxPicSize, MaxDisplayRate, MainMbps, MaxHSize, MaxVSize. */
const AV1_LEVELS = [
  ['2.0', 147_456, 4_423_680, 1_500, 2_048, 1_152],
  ['2.1', 278_784, 8_363_520, 3_000, 2_816, 1_584],
  ['3.0', 665_856, 19_975_680, 6_000, 4_352, 2_448],
  ['3.1', 1_065_024, 31_950_720, 10_000, 5_504, 3_096],
  ['4.0', 2_359_296, 70_778_880, 12_000, 6_144, 3_456],
  ['4.1', 2_359_296, 141_557_760, 20_000, 6_144, 3_456],
  ['5.0', 8_912_896, 267_386_880, 30_000, 8_192, 4_352],
  ['5.1', 8_912_896, 534_773_760, 40_000, 8_192, 4_352],
  ['5.2', 8_912_896, 1_069_547_520, 60_000, 8_192, 4_352],
  ['5.3', 8_912_896, 1_069_547_520, 60_000, 8_192, 4_352],
  ['6.0', 35_651_584, 1_069_547_520, 60_000, 16_384, 8_704],
  ['6.1', 35_651_584, 2_139_095_040, 100_000, 16_384, 8_704],
  ['6.2', 35_651_584, 4_278_190_080, 160_000, 16_384, 8_704],
  ['6.3', 35_651_584, 4_278_190_080, 160_000, 16_384, 8_704],
] as const;

type Row = readonly [string, number, number, number, number?, number?];

function limitsFrom(row: Row, unitSide: number): LevelLimits {
  const [level, maxFrameUnits, maxUnitsPerSecond, kilobits, width, height] = row;
  const maxWidth = width ?? Math.floor(Math.sqrt(8 * maxFrameUnits)) * unitSide;
  return {
    level,
    maxFrameUnits,
    maxUnitsPerSecond,
    maxBitrateBps: kilobits * 1000,
    maxWidth,
    maxHeight: height ?? maxWidth,
  };
}

/** Levels rise with the index. Codecs that are missing here have none that a player looks at. */
export const LEVELS: Partial<Record<VideoCodec, readonly LevelLimits[]>> = {
  h264: H264_LEVELS.map((row) => limitsFrom(row, 16)),
  hevc: HEVC_LEVELS.map((row) => limitsFrom(row, 1)),
  vp9: VP9_LEVELS.map((row) => limitsFrom(row, 1)),
  av1: AV1_LEVELS.map((row) => limitsFrom(row, 1)),
};
