import type { Settings } from '../../core/model/library.ts';
import type { BatchResult } from './batch.ts';

export type NotificationWishes = Pick<Settings, 'notifyWhenDone' | 'notifyOfFailures'>;

/** Failures are told to who wants to hear of them; an end without any to who wants to hear of the end. */
export function isWorthTelling(
  { done, failed }: BatchResult,
  { notifyWhenDone, notifyOfFailures }: NotificationWishes,
): boolean {
  return (notifyOfFailures && failed > 0) || (notifyWhenDone && done > 0);
}
