import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_IDS, type CommandId, SHORTCUTS } from '../../renderer/commands/shortcuts.ts';
import type { WatchedPage } from '../helpers/chromium.ts';
import { type FakeHost, startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { type SampleStage, sampleStage } from '../helpers/sample-stage.ts';
import { closeToast } from '../helpers/toasts.ts';

const PATIENCE_MS = 60_000;

let stage: SampleStage;
let host: FakeHost;
let watched: WatchedPage;
let page: Page;
const warnings: string[] = [];

beforeAll(async () => {
  stage = await sampleStage();
  host = await startFakeHost({ mediaCount: 152, ...stage });
  watched = await stage.browser.open(host.url, {
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = watched.page;
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  // from now on: the dialog that a key opens must not come before it is caught
  page.on('filechooser', () => undefined);
}, PATIENCE_MS);

afterAll(async () => {
  await watched[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
}, PATIENCE_MS);

const said = (words: string | RegExp) => closeToast(page, words);
const dialog = (name: string) => page.getByRole('dialog', { name }).waitFor();
const view = (title: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: title }).waitFor();
const press = (id: CommandId) => pressKeys(page, SHORTCUTS[id]);

/** What is seen after the keys of each command were pressed in the library with one media selected. */
const SEEN: Readonly<Record<CommandId, () => Promise<unknown>>> = {
  palette: () => page.getByRole('combobox', { name: 'Type what to do, or a title…' }).waitFor(),
  search: () => page.waitForFunction(() => document.activeElement?.id === 'search'),
  help: () => dialog('Keyboard'),
  'watch-folder': () => dialog('Watch a folder'),
  'import-path': () => dialog('Import from a path on this machine'),
  'add-target': () => dialog('Add a publish folder'),
  publish: () => dialog('Publish 1 media'),
  'add-files': async () => {
    const chooser = page.waitForEvent('filechooser');
    await press('add-files');
    expect((await chooser).isMultiple()).toBe(true);
  },
  convert: () => said('1 conversion queued.'),
  'convert-force': () => said('1 conversion queued.'),
  'copy-embed': async () => {
    await said('The embed code is on the clipboard.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<video/);
  },
  remove: () => said(/“.+” was removed from the library\./),
  undo: async () => {
    await press('remove');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await press('undo');
    await said('1 media is back.');
  },
  'select-all': () => page.getByText(/^15[12] selected$/).waitFor(),
  'clear-selection': () => page.locator('.card[aria-selected=true]').waitFor({ state: 'detached' }),
  pause: async () => {
    await said('Paused');
    await press('pause');
    await said('The queue goes on.');
  },
  'cancel-waiting': async () => {
    await page.getByText(/^\d+ conversions? cancelled\./).waitFor();
    await press('undo');
    await said(/queued again\.$/);
  },
  'retry-failed': () => said(/queued again\.$/),
  'clear-finished': () => said(/cleared\.$/),
  'go-all': () => view(/^All/),
  'go-video': () => view(/^Video/),
  'go-audio': () => view(/^Audio/),
  'go-attention': () => view(/^Attention/),
  'go-queue': () => view('Queue'),
  'go-publish': () => view('My site'),
  'go-formats': () => page.getByRole('button', { name: 'Duplicate: H.264 1080p' }).waitFor(),
  'go-sets': () =>
    page
      .getByRole('button', { name: /^New set/ })
      .first()
      .waitFor(),
  'go-devices': () => page.getByRole('button', { name: 'New device' }).waitFor(),
  'go-settings': () => view('Settings'),
  'view-mode': async () => {
    await page.locator('.line[role=option]').first().waitFor();
    await press('view-mode');
    await page.locator('.card[role=option]').first().waitFor();
  },
  theme: async () => {
    await press('theme');
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  },
  language: async () => {
    await view(/^Alle/);
    await press('language');
    await view(/^All/);
  },
  backup: () => said(/^A copy is at /),
};

describe('each command by its keys', { timeout: PATIENCE_MS }, () => {
  for (const id of COMMAND_IDS) {
    it(`${id}: ${SHORTCUTS[id]}`, async () => {
      await backToLibrary();
      if (id !== 'undo' && id !== 'add-files') await press(id);
      await SEEN[id]();
    });
  }
});

describe('each command in the palette and on the sheet', { timeout: PATIENCE_MS }, () => {
  it('that the palette shows with its keys is on the sheet', async () => {
    await backToLibrary();
    await press('help');
    const sheet = page.getByRole('dialog', { name: 'Keyboard' });
    await sheet.waitFor();
    const onSheet = (await sheet.textContent()) ?? '';
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await press('palette');
    const options = page.getByRole('dialog').getByRole('option');
    await options.first().waitFor();
    const withKeys = options.filter({ has: page.locator('kbd') });
    const names = await withKeys.locator('.palette-title').allTextContents();
    expect(names.length).toBeGreaterThan(COMMAND_IDS.length / 2);
    expect(names.filter((name) => !onSheet.includes(name))).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('did all that without a problem', () => {
    expect(watched.problems).toEqual([]);
    expect(warnings).toEqual([]);
  });
});

/** Nothing is open, and the first media is selected. */
async function backToLibrary(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => {
    window.location.hash = '#/library/all';
  });
  await page.getByRole('option').first().click();
  await page.locator('.card[aria-selected=true]').first().waitFor();
}

async function pressKeys(on: Page, shortcut: string): Promise<void> {
  for (const stroke of shortcut.split(' ')) {
    const keys = stroke
      .replace('mod', 'ControlOrMeta')
      .replace('shift+', 'Shift+')
      .replace('delete', 'Delete')
      .replace(/\+([a-z])$/, (_, letter: string) =>
        stroke.startsWith('shift') ? `+${letter.toUpperCase()}` : `+${letter}`,
      );
    await on.keyboard.press(keys);
  }
}
