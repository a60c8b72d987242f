import { Switch } from '@mantine/core';
import { useNotifyChoice } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

/** The browser asks the person itself when they are switched on. */
export function NotifyHere() {
  const { t } = useLanguage();
  const state = useNotifyChoice((choice) => choice.state);
  const setWanted = useNotifyChoice((choice) => choice.setWanted);
  if (state === 'unknown') return <p className="note">{t.settings.notifyUnknown}</p>;
  return (
    <>
      <div className="setting">
        <span id="notify-here-label">{t.settings.notifyHere}</span>
        <Switch
          aria-labelledby="notify-here-label"
          disabled={state === 'blocked'}
          checked={state === 'on'}
          onChange={(event) => void setWanted(event.currentTarget.checked)}
        />
      </div>
      {state === 'blocked' && <p className="note tone-warn">{t.settings.notifyBlocked}</p>}
    </>
  );
}
