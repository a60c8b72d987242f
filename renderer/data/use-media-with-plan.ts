import { useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { Failure } from '../client/read-failure.ts';
import { useMedia, usePlan } from './queries.ts';

export interface MediaWithPlan {
  readonly media: MediaDetail;
  /** undefined when it cannot be had; `planFailure` says why. */
  readonly plan: Plan | undefined;
  readonly planFailure: Failure | null;
}

/**
 * A media and its plan, told together, so that nothing moves when the second of them arrives. The one before
 * stays until the next is whole: stepping through a list does not flicker.
 */
export function useMediaWithPlan(mediaId: string): {
  readonly shown: MediaWithPlan | null;
  readonly failure: Failure | null;
} {
  const media = useMedia(mediaId);
  const plan = usePlan(mediaId);
  const [shown, setShown] = useState<MediaWithPlan | null>(null);
  const planKnown = plan.data !== undefined || plan.failure !== null;
  if (media.data !== undefined && planKnown) {
    const next = { media: media.data, plan: plan.data, planFailure: plan.failure };
    if (!isSame(shown, next)) setShown(next);
  }
  // an answer that could not be renewed is better than none, unless its media is gone
  const failed = media.data === undefined || media.failure?.code === 'catalog/not-found';
  return { shown, failure: failed ? media.failure : null };
}

function isSame(shown: MediaWithPlan | null, next: MediaWithPlan): boolean {
  return (
    shown?.media === next.media &&
    shown.plan === next.plan &&
    shown.planFailure === next.planFailure
  );
}
