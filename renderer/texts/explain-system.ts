import type { Skipped } from '../../core/contract/jobs.ts';
import type { BinaryCandidate, DoctorReport } from '../../core/contract/system.ts';
import type { Facts } from '../../core/model/facts.ts';
import { QUEUE_REFUSALS, type QueueRefusalCode } from '../../core/queue/refusals.ts';
import type { NoticeCode } from '../../core/system/notices.ts';
import { say } from '../../core/text/sentence-table.ts';
import { deQueueRefusals } from './de-queue.ts';
import { deChecks, deNotices, deToolVerdicts } from './de-system.ts';
import type { Language } from './language.ts';
import { writeGerman } from './write-german.ts';

type Check = DoctorReport['checks'][number];

/** Why an FFmpeg or ffprobe is used or not. */
export function explainTool(candidate: BinaryCandidate, { code, figures }: Language): string {
  const { facts, reason } = candidate;
  return code === 'de'
    ? (writeGerman(deToolVerdicts[candidate.code], facts, figures) ?? reason)
    : reason;
}

/** What the doctor found. */
export function explainCheck(check: Check, { code, figures }: Language): string {
  const { facts, message } = check;
  return code === 'de' ? (writeGerman(deChecks[check.code], facts, figures) ?? message) : message;
}

export interface Notice {
  readonly code: NoticeCode;
  readonly facts: Facts;
  readonly message: string;
}

/** What the engine tells once, by itself. */
export function explainNotice(notice: Notice, { code, figures }: Language): string {
  const { facts, message } = notice;
  return code === 'de' ? (writeGerman(deNotices[notice.code], facts, figures) ?? message) : message;
}

/** Why nothing was queued: of one media its own reason, of several how often which. */
export function explainSkipped(skipped: readonly Skipped[], language: Language): string {
  const [first] = skipped;
  if (first === undefined) return language.t.library.nothingQueued;
  if (skipped.length === 1) return sayRefusal(first.code, first.facts, language);
  const byCode = Map.groupBy(skipped, ({ code }) => code);
  const reasons = [...byCode].map(
    ([code, { length }]) =>
      `${language.figures.number(length)} × ${sayRefusal(code, {}, language)}`,
  );
  return [language.t.library.nothingQueued, ...reasons].join(' ');
}

function sayRefusal(code: QueueRefusalCode, facts: Facts, language: Language): string {
  const german =
    language.code === 'de' ? writeGerman(deQueueRefusals[code], facts, language.figures) : null;
  return german ?? say<QueueRefusalCode>(QUEUE_REFUSALS, code, facts);
}
