import { useServices } from '../client/services.ts';
import { useLanguage } from '../texts/language.ts';
import type { SectionProps } from './section-props.ts';
import { ChoiceRow } from './setting-rows.tsx';

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
    <ChoiceRow
      label={t.settings.whenClosing}
      value={settings.whenClosing}
      choices={answers}
      onChange={(whenClosing) => onChange({ whenClosing })}
    />
  );
}
