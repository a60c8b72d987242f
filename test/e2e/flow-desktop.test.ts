import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';
import { closeToast } from '../helpers/toasts.ts';

/** Real conversions on a busy machine. */
const PATIENCE_MS = 60_000;

let desktop: TestDesktop;
let page: Page;

beforeAll(async () => {
  desktop = await startTestDesktop({
    async opened(folder) {
      await makeTinyVideo(folder.at('Harbour.mp4'), { sizes: '320x180' });
      await makeTinyVideo(folder.at('Pier.mp4'));
      return [folder.at('Harbour.mp4'), folder.at('Pier.mp4')];
    },
  });
  page = desktop.page;
  page.setDefaultTimeout(15_000);
}, PATIENCE_MS);

afterAll(() => desktop[Symbol.asyncDispose](), PATIENCE_MS);

const card = (title: string) => page.getByRole('option').filter({ hasText: title });
const said = (words: string | RegExp) => closeToast(page, words);
const dialog = () => page.getByRole('dialog');
const go = (hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);

/** The page is the browser's; what differs is how its questions, files and pictures reach the engine. */
describe('the flows of the page, in the desktop window', { timeout: PATIENCE_MS }, () => {
  it('converts many anew, from a queue that is halted, reordered and goes on', async () => {
    for (const title of ['Harbour', 'Pier']) {
      await card(title).getByText('Plays on all 12 devices').waitFor({ timeout: PATIENCE_MS });
    }
    await page.keyboard.press('h');
    await said('Paused');
    await card('Harbour').click();
    await card('Pier').click({ modifiers: ['ControlOrMeta'] });
    const bar = page.getByRole('status').filter({ hasText: '2 selected' });
    await bar.getByRole('button', { name: 'Convert' }).click();
    await page.getByRole('menuitem', { name: 'Make everything anew' }).click();
    await said('2 conversions queued.');
    await go('#/queue');
    const waiting = page.getByRole('region', { name: 'Waiting', exact: true });
    const titles = () => waiting.locator('.job-title').allTextContents();
    await expect.poll(titles).toHaveLength(2);
    const [first = '', second = ''] = await titles();
    await page.getByRole('button', { name: `Move up: ${second}` }).click();
    await expect.poll(titles).toEqual([second, first]);
    await page.getByRole('button', { name: `Cancel: ${first}` }).click();
    await said('Cancelled; nothing is left running.');
    await page.getByRole('button', { name: `Retry: ${first}` }).click();
    await page.getByRole('button', { name: 'Go on' }).first().click();
    await waiting.waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await page
      .getByRole('region', { name: 'Running', exact: true })
      .waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await page.getByRole('button', { name: 'Clear finished' }).click();
    await page.getByText('The queue is empty.').waitFor();
  });

  it('shows why, plays every file and takes another poster', async () => {
    await go('#/library/all');
    await card('Harbour').dblclick();
    await page.locator('.mark-picked[data-at]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('tooltip').waitFor();
    const choice = page.getByRole('combobox', { name: 'Playing', exact: true });
    for (const name of [/^Master$/, /^H\.264/]) {
      await choice.click();
      await page.getByRole('option', { name }).first().click();
      const video = page.locator('.media-main .player video');
      await expect
        .poll(() =>
          video.evaluate((element: HTMLVideoElement) => [
            element.error?.message ?? '',
            element.videoWidth,
          ]),
        )
        .toEqual(['', 320]);
    }
    await page
      .getByRole('button', { name: /^Use the picture at / })
      .last()
      .click();
    await said('The poster is changed.');
  });

  it('shows the embed code live, in a frame of the same scheme', async () => {
    const preview = page.frameLocator('.preview').locator('video');
    await expect
      .poll(() => preview.evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThan(0);
    await page
      .locator('#embed')
      .getByRole('switch', { name: 'Play again and again' })
      .press('Space');
    await expect
      .poll(() => preview.evaluate((element: HTMLVideoElement) => element.loop))
      .toBe(true);
  });

  it('saves a rendition and the formats as files', async () => {
    await page.getByRole('button', { name: 'More: H.264 480p' }).click();
    const rendition = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Download' }).click();
    expect((await readFile(await (await rendition).path())).subarray(4, 8).toString()).toBe('ftyp');
    await go('#/formats/formats');
    const formats = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export all' }).click();
    expect(JSON.parse(await readFile(await (await formats).path(), 'utf8'))).toMatchObject({
      avlogue: 'formats',
    });
  });

  it('checks a format as one types and keeps it', async () => {
    await page.getByRole('button', { name: 'Duplicate: H.264 720p' }).click();
    await dialog().getByLabel('Width at most').fill('10');
    await expect
      .poll(() => dialog().getByLabel('Width at most').getAttribute('aria-invalid'))
      .toBe('true');
    await dialog().getByLabel('Width at most').fill('640');
    await dialog().getByText('Nothing wrong with it.').waitFor();
    await dialog().getByLabel('Name', { exact: true }).fill('Mine');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await said('“Mine” is saved.');
    await page.locator('.job', { hasText: 'Mine' }).getByText('your own').waitFor();
  });

  it('takes a media out and back', async () => {
    await go('#/library/all');
    await card('Pier').click();
    // a player that is just being filled would ask for a file that is gone
    const player = page.locator('.inspector video');
    await expect
      .poll(() => player.evaluate((video: HTMLVideoElement) => video.readyState))
      .toBeGreaterThan(0);
    await page.keyboard.press('Delete');
    await card('Pier').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await card('Pier').waitFor();
  });

  it('finds and does by the palette', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('next theme');
    await page.getByRole('option', { name: 'Next theme', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('t');
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await expect.poll(() => desktop.system.nativeTheme.themeSource).toBe('dark');
  });

  it('did all that without a problem', () => {
    expect(desktop.problems).toEqual([]);
  });
});
