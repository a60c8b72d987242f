/** One look at a file. */
export interface FileLook {
  readonly atMs: number;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

export interface SettlingTimes {
  /** How long size and time of change must stand still. */
  readonly stillMs: number;
  /** Between two looks. */
  readonly lookMs: number;
  /** After which waiting for one file is given up. */
  readonly limitMs: number;
}

export const DEFAULT_SETTLING: SettlingTimes = { stillMs: 2_000, lookMs: 500, limitMs: 30_000 };

/**
 * Whether nobody writes the file any more: its last change is old enough, or it stood still for long enough
 * under our eyes, whatever its clock says (network folders may run ahead of ours).
 */
export function isSettled(first: FileLook, latest: FileLook, stillMs: number): boolean {
  if (!isSameLook(first, latest)) return false;
  const ageMs = latest.atMs - latest.modifiedMs;
  return ageMs >= stillMs || latest.atMs - first.atMs >= stillMs;
}

export function isSameLook(a: FileLook, b: FileLook): boolean {
  return a.sizeBytes === b.sizeBytes && a.modifiedMs === b.modifiedMs;
}
