import { useNotifyChoice } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { SwitchRow } from './setting-rows.tsx';

/** The browser asks the person itself when they are switched on. */
export function NotifyHere() {
  const { t } = useLanguage();
  const state = useNotifyChoice((choice) => choice.state);
  const setWanted = useNotifyChoice((choice) => choice.setWanted);
  if (state === 'unknown') return <p className="note">{t.settings.notifyUnknown}</p>;
  return (
    <>
      <SwitchRow
        label={t.settings.notifyHere}
        disabled={state === 'blocked'}
        checked={state === 'on'}
        onChange={(wanted) => void setWanted(wanted)}
      />
      {state === 'blocked' && <p className="note tone-warn">{t.settings.notifyBlocked}</p>}
    </>
  );
}
