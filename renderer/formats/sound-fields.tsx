import { Select, Switch } from '@mantine/core';
import { AUDIO_CODEC_NAMES, AUDIO_CODECS } from '../../core/codecs/codecs.ts';
import { containerFacts } from '../../core/codecs/containers.ts';
import type { AudioRecipe, Format } from '../../core/model/format.ts';
import { useLanguage } from '../texts/language.ts';
import type { FieldErrors } from './field-errors.ts';
import { FigureField, NeededFigure } from './figure-field.tsx';

export interface SoundFieldsProps {
  readonly format: Format;
  readonly errors: FieldErrors;
  readonly onChange: (audio: AudioRecipe | null) => void;
}

export function SoundFields({ format, errors, onChange }: SoundFieldsProps) {
  const { t } = useLanguage();
  const { audio } = format;
  const mute = () => onChange(audio === null ? usualSound(format) : null);
  return (
    <fieldset className="fieldset">
      <legend>{t.formats.soundSection}</legend>
      {format.kind === 'video' && (
        <Switch label={t.formats.mute} checked={audio === null} onChange={mute} mb={8} />
      )}
      {audio !== null && (
        <div className="fields">
          <Select
            label={t.formats.codec}
            value={audio.codec}
            data={AUDIO_CODEC_NAMES.map((value) => ({ value, label: AUDIO_CODECS[value].name }))}
            error={errors.get('audio.codec')}
            onChange={(value) => {
              const codec = AUDIO_CODEC_NAMES.find((name) => name === value);
              if (codec !== undefined)
                onChange({ ...audio, codec, bitrateBps: rateFor(codec, audio) });
            }}
          />
          <FigureField
            label={t.formats.bitrate}
            scale={1000}
            value={audio.bitrateBps}
            error={errors.get('audio.bitrateBps')}
            onChange={(bitrateBps) => onChange({ ...audio, bitrateBps })}
          />
          <NeededFigure
            label={t.formats.maxChannels}
            value={audio.maxChannels}
            error={errors.get('audio.maxChannels')}
            onChange={(maxChannels) => onChange({ ...audio, maxChannels })}
          />
          <FigureField
            label={t.formats.sampleRate}
            value={audio.sampleRateHz}
            error={errors.get('audio.sampleRateHz')}
            placeholder={t.formats.automatic}
            onChange={(sampleRateHz) => onChange({ ...audio, sampleRateHz })}
          />
        </div>
      )}
    </fieldset>
  );
}

function rateFor(codec: AudioRecipe['codec'], before: AudioRecipe): number | null {
  if (AUDIO_CODECS[codec].lossless) return null;
  return before.bitrateBps ?? 128_000;
}

function usualSound({ container }: Format): AudioRecipe {
  const codec = containerFacts(container).audio[0] ?? 'aac';
  const bitrateBps = AUDIO_CODECS[codec].lossless ? null : 128_000;
  return { codec, bitrateBps, maxChannels: 2, sampleRateHz: null, extraParameters: [] };
}
