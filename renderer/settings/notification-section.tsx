import { useServices } from '../client/services.ts';
import { useLanguage } from '../texts/language.ts';
import { NotifyHere } from './notify-here.tsx';
import type { SectionProps } from './section-props.ts';
import { SwitchRow } from './setting-rows.tsx';

/** What is told to who is not looking. The window's shell shows it; in a browser, the browser where it may. */
export function NotificationSection({ settings, onChange }: SectionProps) {
  const { t } = useLanguage();
  const { desktop } = useServices();
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.notifications}</h2>
      <p className="hint">{t.settings.notificationsHint}</p>
      {desktop === null && <NotifyHere />}
      {(['notifyWhenDone', 'notifyOfFailures'] as const).map((field) => (
        <SwitchRow
          key={field}
          label={t.settings[field]}
          checked={settings[field]}
          onChange={(checked) => onChange({ [field]: checked })}
        />
      ))}
    </section>
  );
}
