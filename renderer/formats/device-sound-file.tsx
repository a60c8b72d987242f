import { AUDIO_CODECS } from '../../core/codecs/codecs.ts';
import { containerFacts } from '../../core/codecs/containers.ts';
import type { DeviceSound } from '../../core/model/device.ts';
import { useLanguage } from '../texts/language.ts';
import { ContainerField } from './container-field.tsx';
import { DeviceSoundFields } from './device-sound-fields.tsx';
import { DeviceWay } from './device-way.tsx';
import { errorWithin, type FieldErrors } from './field-errors.ts';

export interface DeviceSoundFileProps {
  readonly entry: DeviceSound;
  readonly field: string;
  readonly errors: FieldErrors;
  readonly onChange: (entry: DeviceSound) => void;
  readonly onRemove: () => void;
}

/** Sound files without a picture that a device plays. */
export function DeviceSoundFile(props: DeviceSoundFileProps) {
  const { entry, field, errors, onChange, onRemove } = props;
  const { t } = useLanguage();
  return (
    <DeviceWay
      title={AUDIO_CODECS[entry.codec].name}
      removeLabel={t.formats.takeOut}
      onRemove={onRemove}
    >
      <ContainerField
        value={entry.containers}
        holds={(container) => containerFacts(container).audio.includes(entry.codec)}
        error={errorWithin(errors, `${field}.containers`)}
        onChange={(containers) => onChange({ ...entry, containers })}
      />
      <DeviceSoundFields
        sound={entry}
        field={field}
        errors={errors}
        onChange={(fields) => onChange({ ...entry, ...fields })}
      />
    </DeviceWay>
  );
}
