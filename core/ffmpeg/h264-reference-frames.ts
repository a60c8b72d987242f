/** ITU-T H.264 table A-1, MaxDpbMbs. */
const MAX_BUFFERED_MACROBLOCKS: Readonly<Record<string, number>> = {
  '1.0': 396,
  '1b': 396,
  '1.1': 900,
  '1.2': 2_376,
  '1.3': 2_376,
  '2.0': 2_376,
  '2.1': 4_752,
  '2.2': 8_100,
  '3.0': 8_100,
  '3.1': 18_000,
  '3.2': 20_480,
  '4.0': 32_768,
  '4.1': 32_768,
  '4.2': 34_816,
  '5.0': 110_400,
  '5.1': 184_320,
  '5.2': 184_320,
  '6.0': 696_320,
  '6.1': 696_320,
  '6.2': 696_320,
};

/** The most reference frames that a decoder of this level holds, 1 to 16; null: not a level of H.264. */
export function mostReferenceFrames(level: string, width: number, height: number): number | null {
  const buffered = MAX_BUFFERED_MACROBLOCKS[level];
  if (buffered === undefined) return null;
  const frame = Math.ceil(width / 16) * Math.ceil(height / 16);
  return Math.max(1, Math.min(16, Math.floor(buffered / frame)));
}
