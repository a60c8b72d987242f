import { useEffect, useState } from 'react';
import { isWorthTelling } from '../../core/queue/worth-telling.ts';
import { useQueueState, useSettings } from '../data/queries.ts';
import { createBatchFollower } from '../state/follow-batch.ts';
import { useStores } from '../state/stores.ts';
import { goTo } from '../state/use-route.ts';
import { useLanguage } from '../texts/language.ts';

/** In a browser: tells of the end of a batch while its page is not looked at. The window's shell does it itself. */
export function BatchNotifier() {
  const { t } = useLanguage();
  const { notify } = useStores();
  const [follow] = useState(createBatchFollower);
  const counts = useQueueState().data?.counts;
  const settings = useSettings().data;
  useEffect(() => {
    const result = counts === undefined ? null : follow(counts);
    if (result === null || settings === undefined || document.hasFocus()) return;
    if (!isWorthTelling(result, settings)) return;
    notify.getState().show({
      title: t.notify.title(result.failed),
      body: t.notify.body(result.done, result.failed),
      onClick: () => goTo({ view: 'queue' }),
    });
  }, [counts, settings, follow, notify, t]);
  return null;
}
