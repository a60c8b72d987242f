import { Checkbox, NumberInput } from '@mantine/core';
import { useFormatSets } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';
import type { EmbedOptionsProps } from './embed-props.ts';

/** Which renditions the code offers: by format, by set, by rate. */
export function EmbedFilters({ media, options, onChange }: EmbedOptionsProps) {
  const { t } = useLanguage();
  const sets = (useFormatSets().data ?? []).filter(
    ({ kind, formatIds }) =>
      kind === media.kind && media.renditions.some(({ formatId }) => formatIds.includes(formatId)),
  );
  return (
    <>
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
      {sets.length > 0 && (
        <Checkbox.Group
          size="xs"
          label={t.embed.formatSets}
          value={[...options.formatSetIds]}
          onChange={(formatSetIds) => onChange({ formatSetIds })}
        >
          {sets.map(({ id, name }) => (
            <Checkbox key={id} size="xs" mt={6} value={id} label={name} />
          ))}
        </Checkbox.Group>
      )}
      <KilobitInput
        label={t.embed.nearRate}
        value={options.bitrateBps}
        onChange={(bitrateBps) => onChange({ bitrateBps })}
      />
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
    </>
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
