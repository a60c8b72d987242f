import { Select } from '@mantine/core';
import type { RateControl } from '../../core/model/format.ts';
import { useLanguage } from '../texts/language.ts';
import type { FieldErrors } from './field-errors.ts';
import { FigureField, NeededFigure } from './figure-field.tsx';

export interface RateFieldsProps {
  readonly rate: RateControl;
  readonly errors: FieldErrors;
  readonly onChange: (rate: RateControl) => void;
}

const KILOBIT = 1000;

export function RateFields({ rate, errors, onChange }: RateFieldsProps) {
  const { t } = useLanguage();
  return (
    <>
      <Select
        label={t.formats.rateMode}
        value={rate.mode}
        error={errors.get('video.rate.mode')}
        data={[
          { value: 'quality', label: t.formats.rateQuality },
          { value: 'bitrate', label: t.formats.rateBitrate },
        ]}
        onChange={(mode) => onChange(mode === 'bitrate' ? averageOf(rate) : qualityOf(rate))}
      />
      {rate.mode === 'quality' ? (
        <>
          <NeededFigure
            label={t.formats.quality}
            value={rate.quality}
            error={errors.get('video.rate.quality')}
            onChange={(quality) => onChange({ ...rate, quality })}
          />
          <FigureField
            label={t.formats.ceiling}
            scale={KILOBIT}
            value={rate.maxBitrateBps}
            error={errors.get('video.rate.maxBitrateBps')}
            onChange={(maxBitrateBps) => onChange({ ...rate, maxBitrateBps })}
          />
        </>
      ) : (
        <NeededFigure
          label={t.formats.bitrate}
          scale={KILOBIT}
          value={rate.bitrateBps}
          error={errors.get('video.rate.bitrateBps')}
          onChange={(bitrateBps) => onChange({ ...rate, bitrateBps })}
        />
      )}
    </>
  );
}

function averageOf(rate: RateControl): RateControl {
  if (rate.mode === 'bitrate') return rate;
  return { mode: 'bitrate', bitrateBps: rate.maxBitrateBps ?? 4_000_000 };
}

function qualityOf(rate: RateControl): RateControl {
  if (rate.mode === 'quality') return rate;
  return { mode: 'quality', quality: 22, maxBitrateBps: rate.bitrateBps };
}
