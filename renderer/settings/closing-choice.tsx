import { Select } from '@mantine/core';
import { useServices } from '../client/services.ts';
import { useLanguage } from '../texts/language.ts';
import { FIELD_WIDTH } from './field-width.ts';
import type { SectionProps } from './section-props.ts';

/** The answer that the question at closing may have kept. On a Mac an application outlives its window. */
export function ClosingChoice({ settings, onChange }: SectionProps) {
  const { t } = useLanguage();
  const { desktop } = useServices();
  if (desktop === null || desktop.platform === 'darwin') return null;
  const answers = [
    { value: 'ask', label: t.settings.closingAsk },
    { value: 'background', label: t.settings.closingBackground },
    { value: 'stop', label: t.settings.closingStop },
  ] as const;
  return (
    <div className="setting">
      <span>{t.settings.whenClosing}</span>
      <Select
        w={FIELD_WIDTH}
        aria-label={t.settings.whenClosing}
        value={settings.whenClosing}
        data={[...answers]}
        onChange={(value) => {
          const whenClosing = answers.find((one) => one.value === value)?.value;
          if (whenClosing !== undefined) onChange({ whenClosing });
        }}
      />
    </div>
  );
}
