import type { Settings } from '../model/library.ts';

/** What became of all that was converted from the first job that waited to the moment when none was left. */
export interface BatchResult {
  readonly done: number;
  readonly failed: number;
}

export type NotificationWishes = Pick<Settings, 'notifyWhenDone' | 'notifyOfFailures'>;

/** Failures are told to who wants to hear of them; an end without any to who wants to hear of the end. */
export function isWorthTelling(
  { done, failed }: BatchResult,
  { notifyWhenDone, notifyOfFailures }: NotificationWishes,
): boolean {
  return (notifyOfFailures && failed > 0) || (notifyWhenDone && done > 0);
}
