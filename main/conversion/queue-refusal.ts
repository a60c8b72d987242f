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
  const work =
    wishes.formatIds === null && !wishes.force
      ? plannedWork(media)
      : workOfPlan(media, wishes, planner);
  if (work === 'nothing-planned') return 'Its plan holds nothing to make.';
  if (work === 'some') return null;
  return 'Every wanted rendition is there already. Force the encoding if you want it anew.';
}

/** What is kept as planned is up to date, and planning a whole library anew would take minutes. */
function plannedWork({ planned, renditions, master }: Media): Work {
  if (planned.length === 0) return 'nothing-planned';
  const stands = planned.every((one) =>
    renditions.some((rendition) => isCurrent(rendition, [one], master.sha256)),
  );
  return stands ? 'all-there' : 'some';
}

function workOfPlan(media: Media, { formatIds, force }: Wishes, planner: Planner): Work {
  const plan = planner.planMedia(media, { formatIds, force });
  if (plan.groups.length === 0) return 'nothing-planned';
  return force || outstandingGroups(plan, media).length > 0 ? 'some' : 'all-there';
}
