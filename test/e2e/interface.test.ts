import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveStage, liveStage } from '../helpers/live-stage.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

/** Real conversions on a busy machine. */
const PATIENCE_MS = 60_000;

let stage: LiveStage;
let page: Page;

beforeAll(async () => {
  stage = await liveStage();
  page = stage.page;
}, PATIENCE_MS);

afterAll(() => stage[Symbol.asyncDispose](), PATIENCE_MS);

describe('from a file to a published page, in the browser', { timeout: PATIENCE_MS }, () => {
  it('teaches in an empty library and takes a file from the file dialog', async () => {
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    const clip = stage.engine.folder.at('Harbour & "boats".mp4');
    await makeTinyVideo(clip, { sizes: '640x360', seconds: 2 });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(clip);
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').first().textContent()).toContain('Harbour');
  });

  it('shows by itself when every device is served', async () => {
    await page.getByRole('option').getByText('Plays on all 12 devices').waitFor();
  });

  it('refuses a file that is no media where it was dropped, and says what to do', async () => {
    const list = page.getByRole('region', { name: /Adding/ });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Choose files…' }).click();
    await (await chooser).setFiles({
      name: 'notes.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.from('only words'),
    });
    await list.getByText('import/not-media').waitFor();
    const told = await list.textContent();
    expect(told).toContain('“notes.mp4” is neither video nor sound.');
    expect(told).toContain('Choose another file.');
    await list.getByRole('button', { name: 'Fold this list' }).click();
    await list.getByText('import/not-media').waitFor({ state: 'detached' });
    await list.getByText('1 was refused').waitFor();
    await list.getByRole('button', { name: 'Unfold this list' }).click();
    await list.getByText('import/not-media').waitFor();
    await list.getByRole('button', { name: 'Close this list' }).click();
  });

  it('takes a caption file to the media that has its name', async () => {
    const list = page.getByRole('region', { name: /Adding/ });
    const add = async (...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('menuitem', { name: 'Choose files…' }).click();
      await (await chooser).setFiles(files);
    };
    const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nMind the tide.\n');
    const name = 'Harbour & "boats".en.vtt';
    await add({ name, mimeType: 'text/vtt', buffer: captions });
    await list.getByText('Captions added').waitFor();
    await add({ name: 'nowhere.en.vtt', mimeType: 'text/vtt', buffer: captions });
    await list.getByText('import/captions-alone').waitFor();
    await list.getByRole('button', { name: 'Close this list' }).click();
  });

  it('opens the media and tells which device gets which rendition, and why', async () => {
    await page.getByRole('option').first().dblclick();
    await page.getByText('Plays on every device (12 of 12).').waitFor();
    const marks = page.locator('.mark-picked[data-at]');
    expect(await marks.count()).toBe(12);
    const mark = marks.first();
    expect(await mark.getAttribute('aria-label')).toMatch(/^Chrome, .+: is what it gets\. .+/);
    await mark.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('tooltip').waitFor();
    expect(await page.getByRole('tooltip').textContent()).toMatch(/^Edge · /);
  });

  it('plays a rendition and keeps the position when another one is chosen', async () => {
    const video = page.locator('.media-main .player video');
    await video.evaluate((element: HTMLVideoElement) => {
      element.currentTime = 1;
    });
    const before = await video.getAttribute('src');
    await page.getByRole('combobox', { name: 'Playing', exact: true }).click();
    await page.getByRole('option').nth(1).click();
    await page.waitForFunction((source) => {
      const element = document.querySelector<HTMLVideoElement>('.media-main .player video');
      return element?.getAttribute('src') !== source && (element?.currentTime ?? 0) > 0.9;
    }, before);
    await page.locator('.media-main .player media-play-button').click();
    await page.waitForFunction(
      () =>
        (document.querySelector<HTMLVideoElement>('.media-main .player video')?.currentTime ?? 0) >
        1.1,
    );
  });

  it('copies embed code with codec strings and shows it live', async () => {
    const embed = page.locator('#embed');
    await embed.getByRole('button', { name: 'Copy embed code' }).click();
    await embed.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^<video/);
    expect(copied).toContain('codecs=');
    const preview = page.frameLocator('.preview').locator('video');
    await preview.waitFor();
    await expect
      .poll(() => preview.evaluate((element: HTMLVideoElement) => element.readyState), {
        timeout: PATIENCE_MS,
      })
      .toBeGreaterThan(0);
  });

  it('publishes into a folder after showing what would change', async () => {
    const target = stage.engine.folder.at('site');
    await page.locator('.media-side').getByRole('button', { name: 'Publish' }).click();
    await page.getByLabel('Name', { exact: true }).fill('My site');
    await page.getByLabel('Folder on this machine').fill(target);
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('What changes').waitFor();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('1 media is published.').waitFor();
    const index = JSON.parse(await readFile(`${target}/index.json`, 'utf8'));
    expect(JSON.stringify(index)).toContain('harbour-and-boats');
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  it('takes a media out and brings it back on undo', async () => {
    await page.locator('.media-side').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 media is back.').waitFor();
    await page.getByRole('option').first().waitFor();
  });

  it('did all that without an error in the console, a breach of its policy or a failed request', () => {
    const refusedUpload = /^(422: .*\/upload|console: Failed to load resource.*422)/;
    expect(stage.watched.problems.filter((problem) => !refusedUpload.test(problem))).toEqual([]);
    expect(stage.engine.logged).toEqual([]);
  });
});
