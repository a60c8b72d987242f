/** Where a job stands: the work of its groups done, running and still to come, in any one unit. */
export interface WorkState {
  readonly done: number;
  readonly current: number;
  readonly later: number;
  /** Of the running group, 0 to 1. */
  readonly fraction: number;
  /** Of the running group; null while unknown. */
  readonly secondsLeft: number | null;
}

/** Of the whole job, 0 to 1. */
export function jobFraction({ done, current, later, fraction }: WorkState): number {
  const total = done + current + later;
  return total <= 0 ? 0 : Math.min(1, Math.max(0, (done + current * fraction) / total));
}

/** What is left of the running group, and the later ones at its pace; null while that is unknown. */
export function jobSecondsLeft(state: WorkState): number | null {
  const { current, later, fraction, secondsLeft } = state;
  if (secondsLeft === null) return null;
  const left = current * (1 - fraction);
  if (later <= 0 || left <= 0 || secondsLeft <= 0) return later > 0 ? null : secondsLeft;
  return secondsLeft + (later * secondsLeft) / left;
}
