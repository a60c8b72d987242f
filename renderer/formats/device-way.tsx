import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

export interface DeviceWayProps {
  readonly title: string;
  /** Of the button that takes it out. */
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly children: React.ReactNode;
}

/** One thing that a device plays, with the button that takes it out. */
export function DeviceWay({ title, removeLabel, onRemove, children }: DeviceWayProps) {
  return (
    <section className="way" aria-label={title}>
      <header className="way-head">
        <strong>{title}</strong>
        <Tooltip label={removeLabel}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${removeLabel}: ${title}`}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      {children}
    </section>
  );
}
