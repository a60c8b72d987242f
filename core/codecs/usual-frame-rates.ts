/** Rates that cameras record and screens show, rising. */
export const USUAL_FRAME_RATES: readonly number[] = [
  5,
  10,
  12,
  12.5,
  15,
  20,
  24000 / 1001,
  24,
  25,
  30000 / 1001,
  30,
  48,
  50,
  60000 / 1001,
  60,
];

/** Rounded figures such as 29.97 are it too; 30 is another, a thousandth apart. */
const TOLERANCE = 0.0004;

/** The usual rate that this is; undefined: none. */
export function asUsualFrameRate(rate: number): number | undefined {
  return USUAL_FRAME_RATES.find((usual) => Math.abs(rate - usual) <= usual * TOLERANCE);
}
