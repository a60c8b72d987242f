import type { Output, Plan } from '../model/plan.ts';
import { outputsOf } from './outstanding-outputs.ts';
import type { PlanRequest } from './plan-request.ts';

/** Fingerprints of standing renditions that were encoded, by format. */
export type Encodings = NonNullable<PlanRequest['encodings']>;

export function copiesStream({ video, audio }: Output): boolean {
  return video?.mode === 'copy' || audio?.mode === 'copy';
}

/**
 * Whether a plan that forces encoding may tell what stands otherwise than this one: encoded rungs that are alike are
 * dropped where copied ones are not, so that the two want different formats.
 */
export function mayBeForced(plan: Plan, encodings: Encodings): boolean {
  const outputs = outputsOf(plan);
  const known = new Map(outputs.map(({ formatId, fingerprint }) => [formatId, fingerprint]));
  return outputs.some(copiesStream) && [...encodings].some(([id, one]) => known.get(id) !== one);
}

/** Whether all that a plan which forces encoding wants stands, and would not be there had nobody forced it. */
export function wasForced(forced: Plan, encodings: Encodings): boolean {
  const isForced = forced.formats.some(
    ({ output, reasons }) =>
      output !== null && reasons.some(({ code }) => code === 'encoding-forced'),
  );
  return isForced && outputsOf(forced).every((one) => isStanding(one, encodings));
}

export function isStanding({ formatId, fingerprint }: Output, encodings: Encodings): boolean {
  return encodings.get(formatId) === fingerprint;
}
