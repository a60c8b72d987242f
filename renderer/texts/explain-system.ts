import type { Skipped } from '../../core/contract/jobs.ts';
import type { BinaryCandidate, DoctorReport } from '../../core/contract/system.ts';
import { isErrorCode } from '../../core/errors/app-error.ts';
import type { EngineEvent } from '../../core/model/engine-event.ts';
import { type Facts, factsSchema } from '../../core/model/facts.ts';
import { QUEUE_REFUSALS, type QueueRefusalCode } from '../../core/queue/refusals.ts';
import { isNoticeCode, type Notice } from '../../core/system/notices.ts';
import { say } from '../../core/text/sentence-table.ts';
import { deQueueRefusals } from './de-queue.ts';
import { deChecks, deNotices, deToolVerdicts } from './de-system.ts';
import { explainError } from './explain.ts';
import { failureFacts } from './failure-facts.ts';
import type { Language } from './language.ts';
import { writeGerman } from './write-german.ts';

type NoticeEvent = Extract<EngineEvent, { type: 'notice' }>;
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

/** What the engine tells once, by itself. */
export function explainNotice(notice: Notice, { code, figures }: Language): string {
  const { facts, message } = notice;
  return code === 'de' ? (writeGerman(deNotices[notice.code], facts, figures) ?? message) : message;
}

/** The event that carries a notice, or an error that nobody waited for. */
export function explainEvent(event: NoticeEvent, language: Language): string {
  const { code, details = {}, message } = event;
  if (language.code === 'en') return message;
  if (isNoticeCode(code)) {
    const facts = factsSchema.safeParse(details).data ?? {};
    return explainNotice({ code, facts, message }, language);
  }
  if (!isErrorCode(code)) return message;
  const { summary, advice } = explainError(code, language);
  const facts = failureFacts(details, language).map(({ label, value }) => `${label}: ${value}.`);
  return [summary, ...facts, advice].join(' ');
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
