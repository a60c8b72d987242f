import { SegmentedControl, Select } from '@mantine/core';
import { useLanguage } from '../texts/language.ts';
import { FIELD_WIDTH } from './field-width.ts';
import type { SectionProps } from './section-props.ts';

export function AppearanceSection({ settings, onChange }: SectionProps) {
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
          w={FIELD_WIDTH}
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
