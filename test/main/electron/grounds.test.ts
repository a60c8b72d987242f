import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GROUNDS } from '../../../main/electron/grounds.ts';

const tokens = readFileSync(
  join(import.meta.dirname, '../../../renderer/app/tokens.css'),
  'utf8',
).replaceAll(/#(.)(.)(.)\b(?![0-9a-f])/g, '#$1$1$2$2$3$3');

/** The first `--surface` behind this selector. */
function surfaceOf(selector: string): string | undefined {
  const from = tokens.indexOf(`${selector} {`);
  return /--surface: (#[0-9a-f]+);/.exec(tokens.slice(from))?.[1];
}

it.each([
  [':root[data-mantine-color-scheme="light"]', GROUNDS.light],
  [':root[data-mantine-color-scheme="dark"]', GROUNDS.dark],
  [':root[data-contrast="high"][data-mantine-color-scheme="dark"]', GROUNDS.black],
  [':root:not([data-mantine-color-scheme])', GROUNDS.dark],
])('the ground of the window is that of the page: %s', (selector, ground) => {
  expect(tokens).toContain(`${selector} {`);
  expect(surfaceOf(selector)).toBe(ground);
});
