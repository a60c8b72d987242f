import { useCallback } from 'react';
import { useServices } from '../client/services.ts';
import { useLanguage } from '../texts/language.ts';
import { say, useAction } from './use-action.tsx';
import { useUndoOffer } from './use-undo-offer.tsx';

/** Cancels all that wait, says how many, and offers to queue them again. */
export function useCancelWaiting(): () => Promise<boolean> {
  const { client } = useServices();
  const { t } = useLanguage();
  const run = useAction();
  const offerUndo = useUndoOffer();
  return useCallback(
    () =>
      run(async () => {
        const { jobIds } = await client.jobs.cancelWaiting({});
        if (jobIds.length === 0) return say(t.queue.allCancelled(0));
        offerUndo(t.queue.allCancelled(jobIds.length), () =>
          run(
            () => client.jobs.retry({ ids: [...jobIds] }),
            ({ jobIds: again }) => t.queue.retried(again.length),
          ),
        );
      }),
    [client, run, offerUndo, t],
  );
}
