import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { buildMenu } from '../../../main/electron/menu-template.ts';
import { chooseTexts } from '../../../main/electron/texts/choose-texts.ts';
import { de } from '../../../main/electron/texts/de.ts';
import { en } from '../../../main/electron/texts/en.ts';

function menu(platform: NodeJS.Platform, forDevelopers = false, texts = en) {
  const told: string[] = [];
  const say = (what: string) => () => {
    told.push(what);
  };
  const template = buildMenu({
    texts,
    platform,
    forDevelopers,
    actions: {
      command: (command) => told.push(command),
      addFiles: say('add files'),
      addFolder: say('add folder'),
      showLibrary: say('show library'),
      showLog: say('show log'),
      quit: say('quit'),
    },
  });
  return { template, items: template.flatMap(itemsOf), told };
}

function itemsOf({ submenu }: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] {
  return Array.isArray(submenu) ? submenu : [];
}

describe('the menu bar', () => {
  it.each(['linux', 'win32', 'darwin'] as const)(
    'has each thing once, with keys that do not clash, on %s',
    (platform) => {
      const { items } = menu(platform);
      const labels = items.flatMap(({ label }) => label ?? []);
      const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(labels).size).toBe(labels.length);
      expect(new Set(keys).size).toBe(keys.length);
      expect(labels).toEqual(expect.arrayContaining(['Add files…', 'Settings…', 'Quit AVlogue']));
    },
  );

  it('does what its items say', () => {
    const { items, told } = menu('linux');
    for (const { click } of items) (click as (() => void) | undefined)?.();
    expect(told).toEqual([
      ...['add files', 'add folder', 'show library', 'settings', 'quit', 'find'],
      ...['library', 'queue', 'publish', 'formats', 'shortcuts', 'show log'],
    ]);
  });

  it('keeps settings and quitting in the application’s own menu on a Mac', () => {
    const [first] = menu('darwin').template;
    const labels = itemsOf(first ?? {}).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Settings…', 'Quit AVlogue']));
  });

  it('shows tools for developers only to them', () => {
    const roles = (forDevelopers: boolean) =>
      menu('linux', forDevelopers).items.map(({ role }) => role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });
});

describe('the texts of the shell', () => {
  it.each([
    ['system', ['de-AT', 'en'], de],
    ['system', ['fr-FR', 'de'], de],
    ['system', ['fr-FR'], en],
    ['system', [], en],
    ['en', ['de-DE'], en],
    ['de', ['en-US'], de],
  ] as const)('follow the setting %s and the system’s %j', (setting, languages, texts) => {
    expect(chooseTexts(setting, languages)).toBe(texts);
  });

  it('count in both languages', () => {
    expect(en.ended.body(1, 0)).toBe('1 media is ready.');
    expect(en.ended.body(3, 1)).toContain('3 media are ready, 1 failed');
    expect(de.ended.body(3, 1)).toContain('fehlgeschlagen: 1');
  });
});
