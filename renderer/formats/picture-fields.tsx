import { Select, TagsInput } from '@mantine/core';
import { VIDEO_CODEC_NAMES, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import type { VideoRecipe } from '../../core/model/format.ts';
import { useLanguage } from '../texts/language.ts';
import type { FieldErrors } from './field-errors.ts';
import { FigureField, NeededFigure } from './figure-field.tsx';
import { RateFields } from './rate-fields.tsx';

export interface PictureFieldsProps {
  readonly video: VideoRecipe;
  readonly errors: FieldErrors;
  readonly onChange: (fields: Partial<VideoRecipe>) => void;
}

const LEVELS = ['3.0', '3.1', '3.2', '4.0', '4.1', '4.2', '5.0', '5.1', '5.2'];
const PROFILES = ['baseline', 'main', 'high', 'profile0', 'simple', 'advanced-simple'];
const EFFORTS = ['fast', 'medium', 'slow'] as const;

export function PictureFields({ video, errors, onChange }: PictureFieldsProps) {
  const { t } = useLanguage();
  const none = { value: '', label: t.formats.automatic };
  const efforts = {
    fast: t.formats.effortFast,
    medium: t.formats.effortMedium,
    slow: t.formats.effortSlow,
  };
  return (
    <fieldset className="fieldset">
      <legend>{t.formats.pictureSection}</legend>
      <div className="fields">
        <Select
          label={t.formats.codec}
          value={video.codec}
          data={VIDEO_CODEC_NAMES.map((value) => ({ value, label: VIDEO_CODECS[value].name }))}
          error={errors.get('video.codec')}
          onChange={(value) => {
            const codec = VIDEO_CODEC_NAMES.find((name) => name === value);
            if (codec !== undefined) onChange({ codec, profile: null, level: null });
          }}
        />
        <Select
          label={t.formats.fit}
          value={video.fit}
          data={[
            { value: 'scale', label: t.formats.fitScale },
            { value: 'scale-and-crop', label: t.formats.fitCrop },
          ]}
          onChange={(value) => onChange({ fit: value === 'scale' ? 'scale' : 'scale-and-crop' })}
        />
        <FigureField
          label={t.formats.maxWidth}
          value={video.maxWidth}
          error={errors.get('video.maxWidth')}
          onChange={(maxWidth) => onChange({ maxWidth })}
        />
        <FigureField
          label={t.formats.maxHeight}
          value={video.maxHeight}
          error={errors.get('video.maxHeight')}
          onChange={(maxHeight) => onChange({ maxHeight })}
        />
        <RateFields rate={video.rate} errors={errors} onChange={(rate) => onChange({ rate })} />
        <FigureField
          label={t.formats.maxFrameRate}
          value={video.maxFrameRate}
          error={errors.get('video.maxFrameRate')}
          onChange={(maxFrameRate) => onChange({ maxFrameRate })}
        />
        <NeededFigure
          label={t.formats.keyFrames}
          value={video.keyFrameSeconds}
          error={errors.get('video.keyFrameSeconds')}
          onChange={(keyFrameSeconds) => onChange({ keyFrameSeconds })}
        />
        <Select
          label={t.formats.profile}
          value={video.profile ?? ''}
          data={[none, ...PROFILES]}
          error={errors.get('video.profile')}
          onChange={(value) => onChange({ profile: value || null })}
        />
        <Select
          label={t.formats.level}
          value={video.level ?? ''}
          data={[none, ...LEVELS]}
          error={errors.get('video.level')}
          onChange={(value) => onChange({ level: value || null })}
        />
        <Select
          label={t.formats.effort}
          value={video.effort}
          data={EFFORTS.map((value) => ({ value, label: efforts[value] }))}
          onChange={(value) =>
            onChange({ effort: EFFORTS.find((effort) => effort === value) ?? 'medium' })
          }
        />
        <TagsInput
          label={t.formats.extra}
          description={t.formats.extraHint}
          value={[...video.extraParameters]}
          error={errors.get('video.extraParameters')}
          allowDuplicates
          splitChars={[' ']}
          onChange={(extraParameters) => onChange({ extraParameters })}
        />
      </div>
    </fieldset>
  );
}
