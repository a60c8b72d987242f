import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { AUDIO_CODEC_NAMES, AUDIO_CODECS } from '../../core/codecs/codecs.ts';
import type { DeviceAudio } from '../../core/model/device.ts';
import { useLanguage } from '../texts/language.ts';
import type { FieldErrors } from './field-errors.ts';
import { FigureField, NeededFigure } from './figure-field.tsx';

export interface DeviceSoundFieldsProps {
  readonly sound: DeviceAudio;
  readonly field: string;
  readonly errors: FieldErrors;
  readonly onChange: (fields: Partial<DeviceAudio>) => void;
  /** Where it can be taken out by itself. */
  readonly onRemove?: () => void;
}

/** A sound codec and its limits, in one line. */
export function DeviceSoundFields(props: DeviceSoundFieldsProps) {
  const { sound, field, errors, onChange, onRemove } = props;
  const { t } = useLanguage();
  return (
    <div className="sound-line">
      <Select
        label={t.formats.soundCodec}
        value={sound.codec}
        data={AUDIO_CODEC_NAMES.map((value) => ({ value, label: AUDIO_CODECS[value].name }))}
        error={errors.get(`${field}.codec`)}
        onChange={(value) => {
          const codec = AUDIO_CODEC_NAMES.find((name) => name === value);
          if (codec !== undefined) onChange({ codec });
        }}
      />
      <NeededFigure
        label={t.formats.maxChannels}
        value={sound.maxChannels}
        error={errors.get(`${field}.maxChannels`)}
        onChange={(maxChannels) => onChange({ maxChannels })}
      />
      <NeededFigure
        label={t.formats.sampleRate}
        value={sound.maxSampleRateHz}
        error={errors.get(`${field}.maxSampleRateHz`)}
        onChange={(maxSampleRateHz) => onChange({ maxSampleRateHz })}
      />
      <FigureField
        label={t.formats.ceiling}
        placeholder={t.formats.noLimit}
        scale={1000}
        value={sound.maxBitrateBps}
        error={errors.get(`${field}.maxBitrateBps`)}
        onChange={(maxBitrateBps) => onChange({ maxBitrateBps })}
      />
      {onRemove && (
        <Tooltip label={t.formats.takeOut}>
          <ActionIcon
            className="sound-line-end"
            variant="subtle"
            color="gray"
            aria-label={`${t.formats.takeOut}: ${AUDIO_CODECS[sound.codec].name}`}
            onClick={onRemove}
          >
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
