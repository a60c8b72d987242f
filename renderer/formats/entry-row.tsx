import { Button, Group } from '@mantine/core';
import { ChangeButtons } from '../parts/change-buttons.tsx';
import { useLanguage } from '../texts/language.ts';

export interface EntryRowProps {
  readonly entry: Described;
  readonly icon?: React.ReactNode;
  readonly tags?: React.ReactNode;
  /** Before and after the buttons that every row has. */
  readonly actions?: React.ReactNode;
  readonly control?: React.ReactNode;
  /** What it holds, in a line. */
  readonly holds: string;
  /** What is wrong with it. */
  readonly children?: React.ReactNode;
  readonly onEdit: () => void;
  /** Opens a copy that is kept only when it is saved. */
  readonly onDuplicate: () => void;
  readonly remove: () => Promise<void>;
  readonly restore: () => Promise<void>;
}

interface Described {
  readonly name: string;
  readonly description: string;
  readonly builtIn: boolean;
}

/** A format, set or device: what it is called, what it is for, and what can be done with it. Own ones can be changed. */
export function EntryRow(props: EntryRowProps) {
  const { entry, icon, tags, actions, control, holds, children } = props;
  const { t } = useLanguage();
  return (
    <li className="job">
      <div className="job-head">
        <span className="job-title device-name">
          {icon}
          <span>
            {entry.name}
            {tags}
            {!entry.builtIn && <span className="tag tone-accent">{t.formats.own}</span>}
          </span>
        </span>
        <Group gap={4} wrap="nowrap">
          {actions}
          <EntryButtons {...props} />
        </Group>
        {control}
      </div>
      <div className="format-words">{entry.description}</div>
      <div className="hint">{holds}</div>
      {children}
    </li>
  );
}

function EntryButtons({ entry, onEdit, onDuplicate, remove, restore }: EntryRowProps) {
  const { t } = useLanguage();
  const { name, builtIn } = entry;
  return (
    <>
      {!builtIn && (
        <ChangeButtons
          name={name}
          onEdit={onEdit}
          remove={async () => {
            await remove();
            return restore;
          }}
        />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={`${t.formats.duplicate}: ${name}`}
        onClick={onDuplicate}
      >
        {t.formats.duplicate}
      </Button>
    </>
  );
}
