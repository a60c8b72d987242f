import { Kbd, Switch } from '@mantine/core';
import { COMMAND_GROUPS, COMMAND_IDS, GROUP_OF, SHORTCUTS } from '../commands/shortcuts.ts';
import { isMac, writeKeys } from '../commands/write-keys.ts';
import { useKeyChoice } from '../state/stores.ts';
import type { Texts } from '../texts/en.ts';
import { useLanguage } from '../texts/language.ts';

/** Every key that does something, by what it is about. */
export function ShortcutSheet() {
  const { t } = useLanguage();
  const single = useKeyChoice((keys) => keys.single);
  const setSingle = useKeyChoice((keys) => keys.setSingle);
  return (
    <>
      <div className="shortcuts-groups">
        {COMMAND_GROUPS.map((group) => (
          <Group
            key={group}
            title={t.commandGroups[group]}
            rows={COMMAND_IDS.filter((id) => GROUP_OF[id] === group).map((id) => [
              SHORTCUTS[id],
              t.commands[id],
            ])}
          />
        ))}
        <Group title={t.shortcuts.list} rows={listRows(t)} />
        <Group title={t.shortcuts.player} rows={playerRows(t)} />
      </div>
      <Switch
        label={t.shortcuts.single}
        description={t.shortcuts.singleHint}
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
      />
    </>
  );
}

type Row = readonly [shortcut: string, meaning: string];

function listRows({ shortcuts }: Texts): readonly Row[] {
  return [
    ['← ↑ → ↓', shortcuts.arrows],
    ['shift+↓', shortcuts.extend],
    ['mod+space', shortcuts.toggle],
    ['mod+a', shortcuts.all],
    ['enter', shortcuts.enter],
    ['space', shortcuts.play],
    ['escape', shortcuts.escape],
  ];
}

function playerRows({ shortcuts }: Texts): readonly Row[] {
  return [
    ['space', shortcuts.play],
    ['← →', shortcuts.seek],
    ['m', shortcuts.mute],
    ['f', shortcuts.fullscreen],
  ];
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const { t } = useLanguage();
  return (
    <section className="shortcuts-group">
      <h3>{title}</h3>
      <dl className="shortcuts">
        {rows.map(([shortcut, meaning]) => (
          <div key={shortcut + meaning}>
            <dt>
              <Kbd>{writeKeys(shortcut, { mac: isMac(), keys: t.keys })}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
