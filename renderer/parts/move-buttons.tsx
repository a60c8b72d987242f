import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../texts/language.ts';

export interface MoveButtonsProps {
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
}

/** One place up or down, by keyboard too; the focus goes along with the row. */
export function MoveButtons({ name, at, count, onMove }: MoveButtonsProps) {
  const { t } = useLanguage();
  const pressed = useRef<HTMLButtonElement | null>(null);
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place may have taken the focus away
  useEffect(() => {
    const { current } = pressed;
    pressed.current = null;
    const other = current === up.current ? down.current : up.current;
    if (current !== null) (current.disabled ? other : current)?.focus();
  }, [at]);
  const move = (to: number) => (event: React.MouseEvent<HTMLButtonElement>) => {
    pressed.current = event.currentTarget;
    onMove(at, to);
  };
  return (
    <>
      <Tooltip label={t.formats.moveUp}>
        <ActionIcon
          ref={up}
          variant="subtle"
          color="gray"
          aria-label={`${t.formats.moveUp}: ${name}`}
          disabled={at === 0}
          onClick={move(at - 1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t.formats.moveDown}>
        <ActionIcon
          ref={down}
          variant="subtle"
          color="gray"
          aria-label={`${t.formats.moveDown}: ${name}`}
          disabled={at === count - 1}
          onClick={move(at + 1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
