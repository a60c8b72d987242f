import { Kbd, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useDialogs } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import type { Command, Deeds } from './command.ts';
import { bestMatches, keepGroups } from './match-words.ts';
import { useCommands } from './use-commands.ts';
import { useMediaMatches } from './use-media-matches.ts';
import { isMac, writeKeys } from './write-keys.ts';

/** Everything that can be done and everything in the library, found by typing. */
export function CommandPalette({ deeds }: { readonly deeds: Deeds }) {
  const { t } = useLanguage();
  const close = useDialogs((dialogs) => dialogs.close);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const commands = useCommands(deeds);
  const media = useMediaMatches(typed);
  const entries =
    typed.trim() === '' ? commands : [...keepGroups(bestMatches(commands, typed)), ...media];
  const current = Math.min(place, entries.length - 1);

  const take = (entry: Command | undefined) => {
    if (entry === undefined) return;
    close();
    entry.run();
  };
  const step = (to: number) => {
    setPlace(to);
    document.getElementById(optionId(listId, to))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter') take(entries[current]);
    else if (event.key === 'ArrowDown') step((current + 1) % Math.max(1, entries.length));
    else if (event.key === 'ArrowUp') step(current <= 0 ? entries.length - 1 : current - 1);
    else if (event.key === 'PageDown') step(Math.min(current + 8, entries.length - 1));
    else if (event.key === 'PageUp') step(Math.max(current - 8, 0));
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="12dvh"
      size={620}
      padding={0}
      attributes={{ content: { 'aria-label': t.commands.palette } }}
      classNames={{ body: 'palette' }}
    >
      <div className="palette-head">
        <IconSearch size={18} aria-hidden />
        <input
          ref={focusAtOnce}
          className="palette-input"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current < 0 ? undefined : optionId(listId, current)}
          aria-label={t.commands.placeholder}
          placeholder={t.commands.placeholder}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPlace(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div className="palette-list" id={listId} role="listbox" aria-label={t.commands.palette}>
        {entries.map((entry, index) => (
          <Entry
            key={entry.id}
            id={optionId(listId, index)}
            entry={entry}
            heading={
              entry.group === entries[index - 1]?.group ? null : t.commandGroups[entry.group]
            }
            current={index === current}
            onPoint={() => setPlace(index)}
            onTake={() => take(entry)}
          />
        ))}
      </div>
      {entries.length === 0 && (
        <p className="palette-none" role="status">
          {t.library.nothingFound}
        </p>
      )}
    </Modal>
  );
}

/** As soon as it stands, so that no letter of a fast typist is lost; the dialog itself focuses later. */
function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

function optionId(listId: string, place: number): string {
  return `${listId}-${place}`;
}

interface EntryProps {
  readonly id: string;
  readonly entry: Command;
  readonly heading: string | null;
  readonly current: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

function Entry({ id, entry, heading, current, onPoint, onTake }: EntryProps) {
  const { t } = useLanguage();
  return (
    <>
      {heading !== null && (
        <div className="palette-heading" role="presentation">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys of all */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={current}
        className="palette-entry"
        onMouseMove={onPoint}
        onClick={onTake}
      >
        <span className="palette-title">{entry.title}</span>
        {entry.shortcut !== null && (
          <Kbd size="xs" aria-hidden>
            {writeKeys(entry.shortcut, { mac: isMac(), keys: t.keys })}
          </Kbd>
        )}
      </div>
    </>
  );
}
