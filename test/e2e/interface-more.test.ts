import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtRenderer } from '../helpers/built-renderer.ts';
import { type TestBrowser, testBrowser } from '../helpers/chromium.ts';
import { startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

const PATIENCE_MS = 90_000;

interface Stage {
  readonly folder: Awaited<ReturnType<typeof temporaryFolder>>;
  readonly browser: TestBrowser;
  readonly rendererFolder: string;
  readonly clip: string;
}

let stage: Stage;

beforeAll(async () => {
  const folder = await temporaryFolder();
  const clip = folder.at('clip.mp4');
  await makeTinyVideo(clip);
  stage = { folder, clip, rendererFolder: await builtRenderer(), browser: await testBrowser() };
}, PATIENCE_MS);

afterAll(async () => {
  await stage.browser[Symbol.asyncDispose]();
  await stage.folder[Symbol.asyncDispose]();
});

type Options = Parameters<TestBrowser['open']>[1];

/** Runs a walk through the page over sample data; nothing may go wrong on the way. */
async function walk(
  hash: string,
  steps: (page: Page) => Promise<void>,
  options: Options = {},
): Promise<void> {
  await using host = await startFakeHost({ mediaCount: 152, ...stage });
  await using watched = await stage.browser.open(`${host.url}${hash}`, {
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  watched.page.setDefaultTimeout(15_000);
  await steps(watched.page);
  expect(watched.problems).toEqual([]);
}

describe('the command palette and the keys', { timeout: PATIENCE_MS }, () => {
  it('finds a command by typing and runs it with Enter', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('devices');
      await page.getByRole('option', { name: 'Go to devices', selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('switch', { name: /Chrome/ })
        .first()
        .waitFor();
      expect(page.url()).toContain('#/formats/devices');
    }));

  it('finds media by title and opens them', () =>
    walk('#/settings', async (page) => {
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('salt marsh');
      await page
        .getByRole('option', { name: /Birds on the salt marsh/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /Birds on the salt marsh/ }).waitFor();
    }));

  it('offers what can be done with the selection, by format set too', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().click();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('convert web video');
      await page
        .getByRole('option', { name: /Convert the selection with “Web video/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('1 conversion queued.').waitFor();
    }));

  it('goes places with two keys, lists all keys on ?, and lets single keys be switched off', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('q');
      await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keyboard' });
      await sheet.getByText('Go to format sets').waitFor();
      await sheet.getByRole('switch', { name: 'Single keys are shortcuts' }).press('Space');
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Type what to do, or a title…' }).waitFor();
      expect(page.url()).toContain('#/queue');
    }));

  it('takes the last removal back on Ctrl Z, and leaves typing alone', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().click();
      await page.keyboard.press('Delete');
      await page.getByText('1 media removed from the library.').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('cpx');
      expect(await page.getByRole('searchbox').inputValue()).toBe('cpx');
      await page.getByRole('searchbox').fill('');
      await page.getByRole('listbox', { name: 'Media' }).focus();
      await page.keyboard.press('Control+z');
      await page.getByText('1 media is back.').waitFor();
    }));
});
