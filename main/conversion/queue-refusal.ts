import type { Media } from '../../core/model/media.ts';
import { isCurrent, outstandingGroups } from '../../core/planning/outstanding-outputs.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Planner } from '../planner.ts';
import type { EnqueueRequest } from './queue.ts';

type Wishes = Omit<EnqueueRequest, 'mediaIds'>;
type Work = 'some' | 'nothing-planned' | 'all-there';

/** Why there is no use in a job for this media, in words; null when there is. */
export function whyNotQueued(
  mediaId: string,
  wishes: Wishes,
  { catalog, planner }: { readonly catalog: Catalog; readonly planner: Planner },
): string | null {
  const media = catalog.get('media', mediaId);
  if (media === undefined) return 'It is not in the library.';
  if (media.master.status === 'missing') {
    return `Its master ${media.master.path} is missing. Bring it back or connect its drive.`;
  }
  if (wishes.formatIds === null && !wishes.force && lacksPlanned(media)) return null;
  const work = workOfPlan(media, wishes, planner);
  if (work === 'nothing-planned') return 'Its plan holds nothing to make.';
  if (work === 'some') return null;
  return 'Every wanted rendition is there already. Force the encoding if you want it anew.';
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

function workOfPlan(media: Media, { formatIds, force }: Wishes, planner: Planner): Work {
  const plan = planner.planMedia(media, { formatIds, force });
  if (plan.groups.length === 0) return 'nothing-planned';
  return force || outstandingGroups(plan, media).length > 0 ? 'some' : 'all-there';
}
