import { Kbd } from '@mantine/core';
import { useLanguage } from '../texts/language.ts';

export function ShortcutSheet() {
  const { t } = useLanguage();
  const rows: readonly (readonly [string, string])[] = [
    ['Ctrl K', t.shortcuts.search],
    ['← ↑ → ↓', t.shortcuts.arrows],
    ['Shift ↓', t.shortcuts.extend],
    ['Ctrl A', t.shortcuts.all],
    ['Enter', t.shortcuts.enter],
    ['Space', t.shortcuts.play],
    ['Delete', t.shortcuts.remove],
    ['Esc', t.shortcuts.escape],
    ['?', t.shortcuts.help],
  ];
  return (
    <dl className="shortcuts">
      {rows.map(([keys, meaning]) => (
        <div key={keys}>
          <dt>
            <Kbd>{keys}</Kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
