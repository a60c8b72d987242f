import { Button, MultiSelect, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { VIDEO_CODEC_NAMES, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import { containerFacts } from '../../core/codecs/containers.ts';
import { levelsOf } from '../../core/codecs/levels.ts';
import { plainProfiles } from '../../core/codecs/profiles.ts';
import type { DeviceVideo } from '../../core/model/device.ts';
import { useLanguage } from '../texts/language.ts';
import { ContainerField } from './container-field.tsx';
import { DeviceSoundFields } from './device-sound-fields.tsx';
import { DeviceWay } from './device-way.tsx';
import { errorWithin, type FieldErrors } from './field-errors.ts';
import { FigureField } from './figure-field.tsx';
import { USUAL_SOUND } from './new-device.ts';

export interface DevicePictureProps {
  readonly entry: DeviceVideo;
  /** Path of the entry: `video.0`. */
  readonly field: string;
  readonly errors: FieldErrors;
  readonly onChange: (entry: DeviceVideo) => void;
  readonly onRemove: () => void;
}

/** A picture codec up to a limit, in these containers, with this sound. */
export function DevicePicture(props: DevicePictureProps) {
  const { entry, field, errors, onChange, onRemove } = props;
  const { t } = useLanguage();
  const set = (fields: Partial<DeviceVideo>) => onChange({ ...entry, ...fields });
  return (
    <DeviceWay
      title={VIDEO_CODECS[entry.codec].name}
      removeLabel={t.formats.takeOut}
      onRemove={onRemove}
    >
      <div className="fields">
        <Select
          label={t.formats.codec}
          value={entry.codec}
          data={VIDEO_CODEC_NAMES.map((value) => ({ value, label: VIDEO_CODECS[value].name }))}
          error={errors.get(`${field}.codec`)}
          onChange={(value) => {
            const codec = VIDEO_CODEC_NAMES.find((name) => name === value);
            if (codec !== undefined) set({ codec, profiles: [], maxLevel: null });
          }}
        />
        <ContainerField
          value={entry.containers}
          holds={(container) => containerFacts(container).video.includes(entry.codec)}
          error={errorWithin(errors, `${field}.containers`)}
          onChange={(containers) => set({ containers })}
        />
        <Limits entry={entry} field={field} errors={errors} onChange={set} />
      </div>
      {entry.audio.map((sound, index) => (
        <DeviceSoundFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal entries apart
          key={index}
          sound={sound}
          field={`${field}.audio.${index}`}
          errors={errors}
          onChange={(fields) => set({ audio: entry.audio.with(index, { ...sound, ...fields }) })}
          onRemove={() => set({ audio: entry.audio.toSpliced(index, 1) })}
        />
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => set({ audio: [...entry.audio, USUAL_SOUND] })}
      >
        {t.formats.addSound}
      </Button>
    </DeviceWay>
  );
}

interface LimitsProps {
  readonly entry: DeviceVideo;
  readonly field: string;
  readonly errors: FieldErrors;
  readonly onChange: (fields: Partial<DeviceVideo>) => void;
}

function Limits({ entry, field, errors, onChange }: LimitsProps) {
  const { t } = useLanguage();
  const profiles = [...new Set([...plainProfiles(entry.codec), ...entry.profiles])];
  const levels = levelsOf(entry.codec);
  return (
    <>
      {profiles.length > 0 && (
        <MultiSelect
          label={t.formats.profiles}
          placeholder={entry.profiles.length === 0 ? t.formats.anyProfile : ''}
          value={[...entry.profiles]}
          data={profiles}
          error={errorWithin(errors, `${field}.profiles`)}
          onChange={(chosen) => onChange({ profiles: chosen })}
        />
      )}
      {levels.length > 0 && (
        <Select
          label={t.formats.level}
          value={entry.maxLevel ?? ''}
          data={[{ value: '', label: t.formats.noLimit }, ...levels]}
          error={errors.get(`${field}.maxLevel`)}
          onChange={(value) => onChange({ maxLevel: value || null })}
        />
      )}
      <FigureField
        label={t.formats.longSide}
        placeholder={t.formats.noLimit}
        value={entry.maxLongSide}
        error={errors.get(`${field}.maxLongSide`)}
        onChange={(maxLongSide) => onChange({ maxLongSide })}
      />
      <FigureField
        label={t.formats.shortSide}
        placeholder={t.formats.noLimit}
        value={entry.maxShortSide}
        error={errors.get(`${field}.maxShortSide`)}
        onChange={(maxShortSide) => onChange({ maxShortSide })}
      />
      <FigureField
        label={t.formats.maxFrameRate}
        placeholder={t.formats.noLimit}
        value={entry.maxFrameRate}
        error={errors.get(`${field}.maxFrameRate`)}
        onChange={(maxFrameRate) => onChange({ maxFrameRate })}
      />
      <FigureField
        label={t.formats.ceiling}
        placeholder={t.formats.noLimit}
        scale={1000}
        value={entry.maxBitrateBps}
        error={errors.get(`${field}.maxBitrateBps`)}
        onChange={(maxBitrateBps) => onChange({ maxBitrateBps })}
      />
    </>
  );
}
