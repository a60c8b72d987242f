import { SegmentedControl } from '@mantine/core';
import { useLanguage } from '../texts/language.ts';
import type { SectionProps } from './section-props.ts';
import { ChoiceRow } from './setting-rows.tsx';

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
      <ChoiceRow
        label={t.settings.language}
        value={settings.language}
        choices={languages}
        onChange={(language) => onChange({ language })}
      />
    </section>
  );
}
