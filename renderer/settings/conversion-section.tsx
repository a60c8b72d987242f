import { NumberInput, Select, Switch } from '@mantine/core';
import { useDoctor, useFormatSets } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';
import { ClosingChoice } from './closing-choice.tsx';
import { FIELD_WIDTH } from './field-width.ts';
import type { SectionProps } from './section-props.ts';

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
          w={FIELD_WIDTH}
          aria-label={t.settings.videoSet}
          value={settings.videoFormatSetId}
          data={setsOf('video')}
          onChange={(id) => id !== null && onChange({ videoFormatSetId: id })}
        />
      </div>
      <div className="setting">
        <span>{t.settings.audioSet}</span>
        <Select
          w={FIELD_WIDTH}
          aria-label={t.settings.audioSet}
          value={settings.audioFormatSetId}
          data={setsOf('audio')}
          onChange={(id) => id !== null && onChange({ audioFormatSetId: id })}
        />
      </div>
      <div className="setting">
        <span>{t.settings.parallelJobs}</span>
        <NumberInput
          w={FIELD_WIDTH}
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
          w={FIELD_WIDTH}
          aria-label={t.settings.encoderThreads}
          min={1}
          max={256}
          value={settings.encoderThreads ?? ''}
          placeholder={automatic(doctor?.encoderThreads)}
          onChange={(value) => onChange({ encoderThreads: wholeOrNull(value) })}
        />
      </div>
      <ClosingChoice settings={settings} onChange={onChange} />
    </section>
  );
}

function wholeOrNull(value: string | number): number | null {
  return typeof value === 'number' && value >= 1 ? Math.round(value) : null;
}
