import { Checkbox, NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';
import { usePublishTargets } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';

export interface EmbedOptionsProps {
  readonly media: MediaDetail;
  readonly options: SnippetOptions;
  readonly targetId: string | null;
  readonly onChange: (fields: Partial<SnippetOptions>) => void;
  readonly onTarget: (targetId: string | null) => void;
}

const VIDEO_SWITCHES = [
  'controls',
  'autoplay',
  'muted',
  'loop',
  'poster',
  'responsive',
  'mediaQueries',
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

function MoreOptions({ media, options, onChange }: EmbedOptionsProps) {
  const { t } = useLanguage();
  return (
    <div className="embed-options">
      <Checkbox.Group
        size="xs"
        label={t.embed.formats}
        value={[...options.formatIds]}
        onChange={(formatIds) => onChange({ formatIds })}
      >
        {media.renditions.map(({ formatId, formatName }) => (
          <Checkbox key={formatId} size="xs" mt={6} value={formatId} label={formatName} />
        ))}
      </Checkbox.Group>
      <KilobitInput
        label={t.embed.minRate}
        value={options.minBitrateBps}
        onChange={(minBitrateBps) => onChange({ minBitrateBps })}
      />
      <KilobitInput
        label={t.embed.maxRate}
        value={options.maxBitrateBps}
        onChange={(maxBitrateBps) => onChange({ maxBitrateBps })}
      />
      <TagsInput
        size="xs"
        label={t.embed.classNames}
        value={[...options.classNames]}
        onChange={(classNames) =>
          onChange({ classNames: classNames.filter((name) => /^[^\s"'<>&]+$/.test(name)) })
        }
      />
    </div>
  );
}

interface KilobitInputProps {
  readonly label: string;
  /** Bits per second. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function KilobitInput({ label, value, onChange }: KilobitInputProps) {
  return (
    <NumberInput
      size="xs"
      label={label}
      min={1}
      value={value === null ? '' : value / 1000}
      onChange={(typed) => onChange(typeof typed === 'number' && typed > 0 ? typed * 1000 : null)}
    />
  );
}
