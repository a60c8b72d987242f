import { ActionIcon, Select, VisuallyHidden } from '@mantine/core';
import { IconGripVertical, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Format } from '../../core/model/format.ts';
import { MoveButtons } from '../parts/move-buttons.tsx';
import { moveItem } from '../parts/move-item.ts';
import { useDragOrder } from '../parts/use-drag-order.ts';
import { useLanguage } from '../texts/language.ts';

export interface FormatOrderProps {
  /** Those that may be in it. */
  readonly formats: readonly Format[];
  readonly formatIds: readonly string[];
  readonly onChange: (formatIds: readonly string[]) => void;
}

/** The formats of a set, ordered by dragging or by buttons. */
export function FormatOrder({ formats, formatIds, onChange }: FormatOrderProps) {
  const { t } = useLanguage();
  const [said, setSaid] = useState('');
  const nameOf = (id: string) => formats.find((format) => format.id === id)?.name ?? id;
  const move = (from: number, to: number) => {
    onChange(moveItem(formatIds, from, to));
    setSaid(t.formats.movedTo(nameOf(formatIds[from] ?? ''), to + 1, formatIds.length));
  };
  const rowOf = useDragOrder(formatIds, move);
  const left = formats.filter(({ id }) => !formatIds.includes(id));
  return (
    <div className="order">
      <div className="order-title" id="set-order">
        {t.formats.setOrder}
      </div>
      <div className="hint">
        {formatIds.length === 0 ? t.formats.setNeedsFormats : t.formats.dragHint}
      </div>
      <ol className="order-rows" aria-labelledby="set-order">
        {formatIds.map((id, at) => (
          <li key={id} className="order-row" {...rowOf(id)}>
            <IconGripVertical size={16} aria-hidden />
            <span className="order-name">{nameOf(id)}</span>
            <MoveButtons name={nameOf(id)} at={at} count={formatIds.length} onMove={move} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.formats.takeOut}: ${nameOf(id)}`}
              onClick={() => onChange(formatIds.toSpliced(at, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Select
        label={t.formats.addFormat}
        placeholder={t.formats.addFormat}
        searchable
        disabled={left.length === 0}
        value={null}
        data={left.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => id !== null && onChange([...formatIds, id])}
      />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
