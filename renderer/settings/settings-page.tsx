import { NumberInput, SegmentedControl, Select, Switch } from '@mantine/core';
import { useServices } from '../client/services.ts';
import { useDoctor, useFormatSets, useSettings } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';
import { ApiSection } from './api-section.tsx';
import { FfmpegSection } from './ffmpeg-section.tsx';
import { FolderList } from './folder-list.tsx';
import { LibrarySection } from './library-section.tsx';
import type { SectionProps } from './section-props.ts';

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
      <Appearance settings={settings} onChange={change} />
      <Conversion settings={settings} onChange={change} />
      <FolderList />
      <FfmpegSection settings={settings} onChange={change} />
      <LibrarySection />
      <ApiSection />
    </div>
  );
}

function Appearance({ settings, onChange }: SectionProps) {
  const { t } = useLanguage();
  const themes = [
    { value: 'system', label: t.settings.themeSystem },
    { value: 'light', label: t.settings.themeLight },
    { value: 'dark', label: t.settings.themeDark },
    { value: 'high-contrast', label: t.settings.themeContrast },
  ] as const;
  const languages = [
    { value: 'system', label: t.settings.languageSystem },
    { value: 'en', label: 'English' },
    { value: 'de', label: 'Deutsch' },
  ] as const;
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.appearance}</h2>
      <div className="setting">
        <span id="theme-label">{t.settings.theme}</span>
        <SegmentedControl
          aria-labelledby="theme-label"
          value={settings.theme}
          data={[...themes]}
          onChange={(value) => {
            const theme = themes.find((one) => one.value === value)?.value;
            if (theme !== undefined) onChange({ theme });
          }}
        />
      </div>
      <div className="setting">
        <span>{t.settings.language}</span>
        <Select
          aria-label={t.settings.language}
          value={settings.language}
          data={[...languages]}
          onChange={(value) => {
            const language = languages.find((one) => one.value === value)?.value;
            if (language !== undefined) onChange({ language });
          }}
        />
      </div>
    </section>
  );
}

function Conversion({ settings, onChange }: SectionProps) {
  const { t } = useLanguage();
  const doctor = useDoctor().data;
  const sets = useFormatSets().data ?? [];
  const setsOf = (kind: 'video' | 'audio') =>
    sets.filter((set) => set.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
  const automatic = (value: number | undefined) =>
    value === undefined ? t.settings.automatic : t.settings.automaticIs(value);
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.conversion}</h2>
      <div className="setting">
        <span id="convert-label">{t.settings.convertOnImport}</span>
        <Switch
          aria-labelledby="convert-label"
          checked={settings.convertOnImport}
          onChange={(event) => onChange({ convertOnImport: event.currentTarget.checked })}
        />
      </div>
      <div className="setting">
        <span>{t.settings.videoSet}</span>
        <Select
          aria-label={t.settings.videoSet}
          value={settings.videoFormatSetId}
          data={setsOf('video')}
          onChange={(id) => id !== null && onChange({ videoFormatSetId: id })}
        />
      </div>
      <div className="setting">
        <span>{t.settings.audioSet}</span>
        <Select
          aria-label={t.settings.audioSet}
          value={settings.audioFormatSetId}
          data={setsOf('audio')}
          onChange={(id) => id !== null && onChange({ audioFormatSetId: id })}
        />
      </div>
      <div className="setting">
        <span>{t.settings.parallelJobs}</span>
        <NumberInput
          aria-label={t.settings.parallelJobs}
          min={1}
          max={64}
          value={settings.parallelJobs ?? ''}
          placeholder={automatic(doctor?.parallelJobs)}
          onChange={(value) => onChange({ parallelJobs: wholeOrNull(value) })}
        />
      </div>
      <div className="setting">
        <span>{t.settings.encoderThreads}</span>
        <NumberInput
          aria-label={t.settings.encoderThreads}
          min={1}
          max={256}
          value={settings.encoderThreads ?? ''}
          placeholder={automatic(doctor?.encoderThreads)}
          onChange={(value) => onChange({ encoderThreads: wholeOrNull(value) })}
        />
      </div>
    </section>
  );
}

function wholeOrNull(value: string | number): number | null {
  return typeof value === 'number' && value >= 1 ? Math.round(value) : null;
}
