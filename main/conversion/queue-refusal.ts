import type { Skipped } from '../../core/contract/jobs.ts';
import type { Facts } from '../../core/model/facts.ts';
import type { Media } from '../../core/model/media.ts';
import { isCurrent, outstandingGroups } from '../../core/planning/outstanding-outputs.ts';
import { QUEUE_REFUSALS, type QueueRefusalCode } from '../../core/queue/refusals.ts';
import { say } from '../../core/text/sentence-table.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Planner } from '../planner.ts';
import type { EnqueueRequest } from './queue.ts';

type Wishes = Omit<EnqueueRequest, 'mediaIds'>;

type QueueRefusal = Omit<Skipped, 'mediaId'>;

export function refuseJob(code: QueueRefusalCode, facts: Facts = {}): QueueRefusal {
  return { code, facts, reason: say<QueueRefusalCode>(QUEUE_REFUSALS, code, facts) };
}

/** Why there is no use in a job for this media; null when there is. */
export function whyNotQueued(
  mediaId: string,
  wishes: Wishes,
  { catalog, planner }: { readonly catalog: Catalog; readonly planner: Planner },
): QueueRefusal | null {
  const media = catalog.get('media', mediaId);
  if (media === undefined) return refuseJob('not-in-library');
  if (media.master.status === 'missing')
    return refuseJob('master-missing', { path: media.master.path });
  if (wishes.formatIds === null && !wishes.force && lacksPlanned(media)) return null;
  return refusalOfPlan(media, wishes, planner);
}

/**
 * What is kept as planned tells it for most media of a library that is to be converted, which would take minutes
 * to plan anew. That nothing is lacking is believed only of a fresh plan: sets may have changed just now.
 */
function lacksPlanned({ planned, renditions, master }: Media): boolean {
  return planned.some(
    (one) => !renditions.some((rendition) => isCurrent(rendition, [one], master.sha256)),
  );
}

function refusalOfPlan(
  media: Media,
  { formatIds, force }: Wishes,
  planner: Planner,
): QueueRefusal | null {
  const plan = planner.planMedia(media, { formatIds, force });
  if (plan.groups.length === 0) return refuseJob('nothing-planned');
  return force || outstandingGroups(plan, media).length > 0 ? null : refuseJob('all-there');
}
