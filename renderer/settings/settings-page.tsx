import { useServices } from '../client/services.ts';
import { useSettings } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';
import { ApiSection } from './api-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ConversionSection } from './conversion-section.tsx';
import { FfmpegSection } from './ffmpeg-section.tsx';
import { FolderList } from './folder-list.tsx';
import { LibrarySection } from './library-section.tsx';
import { NotificationSection } from './notification-section.tsx';
import type { SectionProps } from './section-props.ts';
import { UpdateSection } from './update-section.tsx';

export function SettingsPage() {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const run = useAction();
  const settings = useSettings().data;
  if (settings === undefined) return null;
  const change: SectionProps['onChange'] = (fields) =>
    void run(async () => {
      await client.system.updateSettings(fields);
      queries.invalidate(new Set(['settings']));
    });
  return (
    <div className="page page-narrow">
      <header className="view-head">
        <h1 className="view-title">{t.settings.title}</h1>
      </header>
      <AppearanceSection settings={settings} onChange={change} />
      <ConversionSection settings={settings} onChange={change} />
      <NotificationSection settings={settings} onChange={change} />
      <FolderList />
      <FfmpegSection settings={settings} onChange={change} />
      <LibrarySection />
      <ApiSection />
      <UpdateSection settings={settings} onChange={change} />
    </div>
  );
}
