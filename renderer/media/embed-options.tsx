import { Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePublishTargets } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';
import { EmbedAttributes } from './embed-attributes.tsx';
import { EmbedFilters } from './embed-filters.tsx';
import type { EmbedOptionsProps } from './embed-props.ts';

const VIDEO_SWITCHES = [
  'controls',
  'autoplay',
  'muted',
  'loop',
  'poster',
  'responsive',
  'mediaQueries',
  'crossOrigin',
] as const;
const AUDIO_SWITCHES = ['controls', 'loop'] as const;

export function EmbedOptions(props: EmbedOptionsProps) {
  const { media, options, onChange } = props;
  const { t } = useLanguage();
  const switches = media.kind === 'video' ? VIDEO_SWITCHES : AUDIO_SWITCHES;
  return (
    <div className="embed-options">
      {switches.map((name) => (
        <Switch
          key={name}
          label={t.embed[name]}
          description={name === 'crossOrigin' ? t.embed.crossOriginNeeds : null}
          checked={options[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
        />
      ))}
      <Where {...props} />
      <Select
        size="xs"
        label={t.embed.preload}
        value={options.preload}
        data={[
          { value: 'none', label: t.embed.preloadNone },
          { value: 'metadata', label: t.embed.preloadMetadata },
          { value: 'auto', label: t.embed.preloadAuto },
        ]}
        onChange={(value) =>
          onChange({ preload: value === 'none' || value === 'auto' ? value : 'metadata' })
        }
      />
      <details className="embed-more">
        <summary>{t.embed.advanced}</summary>
        <MoreOptions {...props} />
      </details>
    </div>
  );
}

function Where({ options, targetId, onChange, onTarget }: EmbedOptionsProps) {
  const { t } = useLanguage();
  const targets = usePublishTargets().data ?? [];
  const [elsewhere, setElsewhere] = useState(false);
  const choose = (value: string | null) => {
    setElsewhere(value === 'url');
    onTarget(value === 'url' || value === 'relative' ? null : value);
    if (value !== 'url') onChange({ baseUrl: null });
  };
  return (
    <>
      <Select
        size="xs"
        label={t.embed.where}
        value={elsewhere ? 'url' : (targetId ?? 'relative')}
        data={[
          { value: 'relative', label: t.embed.whereRelative },
          ...targets.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'url', label: t.embed.whereUrl },
        ]}
        onChange={choose}
      />
      {elsewhere && (
        <TextInput
          size="xs"
          type="url"
          label={t.embed.baseUrl}
          placeholder={t.embed.baseUrlPlaceholder}
          value={options.baseUrl ?? ''}
          onChange={(event) => onChange({ baseUrl: event.currentTarget.value || null })}
        />
      )}
    </>
  );
}

function MoreOptions(props: EmbedOptionsProps) {
  const { options, onChange } = props;
  const { t } = useLanguage();
  return (
    <div className="embed-options">
      <EmbedFilters {...props} />
      <TagsInput
        size="xs"
        label={t.embed.classNames}
        value={[...options.classNames]}
        onChange={(classNames) =>
          onChange({ classNames: classNames.filter((name) => /^[^\s"'<>&]+$/.test(name)) })
        }
      />
      <EmbedAttributes
        attributes={options.attributes}
        onChange={(attributes) => onChange({ attributes })}
      />
    </div>
  );
}
