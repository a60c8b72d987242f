import { useDoctor, useFormatSets } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';
import { ClosingChoice } from './closing-choice.tsx';
import type { SectionProps } from './section-props.ts';
import { ChoiceRow, NumberRow, SwitchRow } from './setting-rows.tsx';

export function ConversionSection({ settings, onChange }: SectionProps) {
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
      <SwitchRow
        label={t.settings.convertOnImport}
        checked={settings.convertOnImport}
        onChange={(convertOnImport) => onChange({ convertOnImport })}
      />
      <ChoiceRow
        label={t.settings.videoSet}
        value={settings.videoFormatSetId}
        choices={setsOf('video')}
        onChange={(videoFormatSetId) => onChange({ videoFormatSetId })}
      />
      <ChoiceRow
        label={t.settings.audioSet}
        value={settings.audioFormatSetId}
        choices={setsOf('audio')}
        onChange={(audioFormatSetId) => onChange({ audioFormatSetId })}
      />
      <NumberRow
        label={t.settings.parallelJobs}
        value={settings.parallelJobs}
        placeholder={automatic(doctor?.parallelJobs)}
        max={64}
        onChange={(parallelJobs) => onChange({ parallelJobs })}
      />
      <NumberRow
        label={t.settings.encoderThreads}
        value={settings.encoderThreads}
        placeholder={automatic(doctor?.encoderThreads)}
        max={256}
        onChange={(encoderThreads) => onChange({ encoderThreads })}
      />
      <ClosingChoice settings={settings} onChange={onChange} />
    </section>
  );
}
