import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, expectFocusSeen, tabTo } from '../helpers/keyboard.ts';
import { type LiveStage, liveStage } from '../helpers/live-stage.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

/** Real conversions on a busy machine. */
const PATIENCE_MS = 60_000;

let stage: LiveStage;
let page: Page;

beforeAll(async () => {
  stage = await liveStage({ reducedMotion: 'reduce' });
  page = stage.page;
}, PATIENCE_MS);

afterAll(() => stage[Symbol.asyncDispose](), PATIENCE_MS);

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

describe('everything by the keyboard alone', { timeout: PATIENCE_MS }, () => {
  it('adds a file by its path', async () => {
    const clip = stage.engine.folder.at('Low tide.mp4');
    await makeTinyVideo(clip, { sizes: '320x180', seconds: 2 });
    await enter(page, button('Add'));
    await pressUntil('ArrowDown', 'Import from a path on this machine…');
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    await expectFocusKept();
    await page.keyboard.type(clip);
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('option', { name: /Low tide/ }).waitFor();
    await expectFocusKept();
    await page.getByRole('option').getByText('Plays on all 12 devices').waitFor({
      timeout: PATIENCE_MS,
    });
  });

  it('selects with the arrows, plays and stops with Space, opens with Enter', async () => {
    await chooseFirst();
    const isPaused = () =>
      page.locator('.inspector video').evaluate((video: HTMLVideoElement) => video.paused);
    await page.keyboard.press('Space');
    await expect.poll(isPaused).toBe(false);
    await page.keyboard.press('Space');
    await expect.poll(isPaused).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Low tide' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    await expectFocusKept();
  });

  it('copies the embed code', async () => {
    await enter(page, page.locator('#embed').getByRole('button', { name: 'Copy embed code' }));
    await page.locator('#embed').getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<video/);
    await expectFocusKept();
  });

  it('publishes into a folder that is named on the way', async () => {
    await enter(page, page.locator('.media-side').getByRole('button', { name: 'Publish' }));
    await dialog().waitFor();
    await tabTo(page, dialog().getByLabel('Name', { exact: true }));
    await page.keyboard.type('My site');
    await tabTo(page, dialog().getByLabel('Folder on this machine'));
    await page.keyboard.type(stage.engine.folder.at('site'));
    await page.keyboard.press('Enter');
    await dialog().getByText('What changes').waitFor();
    await enter(page, button('Publish now'));
    await dialog().getByText('1 media is published.').waitFor();
    expect(await readFile(stage.engine.folder.at('site', 'index.json'), 'utf8')).toContain(
      'low-tide',
    );
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expectFocusKept();
  });

  it('stops the queue, cancels a conversion in it, has it tried again and lets it go on', async () => {
    await go('g', 'q', 'Queue');
    await page.keyboard.press('h');
    await button('Go on').first().waitFor();
    await go('g', 'l', /^All/);
    await chooseFirst();
    await page.keyboard.press('Shift+C');
    await go('g', 'q', 'Queue');
    await enter(page, button('Cancel: Low tide'));
    await button('Retry: Low tide').waitFor();
    await expectFocusKept();
    await enter(page, button('Retry: Low tide'));
    await button('Cancel: Low tide').waitFor();
    await expectFocusKept();
    await enter(page, button('Go on').first());
    await button('Cancel: Low tide').waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await expectFocusKept();
  });

  it('makes a format from another one, changes and deletes it', async () => {
    await go('g', 'f', 'Formats');
    await enter(page, button('Duplicate: H.264 1080p'));
    await dialog().waitFor();
    await tabTo(page, dialog().getByLabel('Name', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Mine');
    await dialog().getByText('Nothing wrong with it.').waitFor();
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await expectFocusKept();
    const row = page.locator('.job', { hasText: 'Mine' });
    await enter(page, row.getByRole('button', { name: 'Change' }));
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expectFocusKept();
    await enter(page, row.getByRole('button', { name: 'Delete' }));
    await row.waitFor({ state: 'detached' });
    await expectFocusKept();
  });

  it('changes the theme', async () => {
    await go('g', 's', 'Settings');
    await tabTo(page, page.getByRole('radio', { name: 'System' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await expectFocusKept();
  });

  it('removes a media and takes that back', async () => {
    await go('g', 'l', /^All/);
    await chooseFirst();
    await page.keyboard.press('Delete');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await expectFocusKept();
    await page.keyboard.press('Control+z');
    await page.getByRole('option', { name: /Low tide/ }).waitFor();
    await expectFocusKept();
  });

  it('did all that without a problem on the page or in the log', () => {
    expect(stage.watched.problems).toEqual([]);
    expect(stage.engine.logged).toEqual([]);
  });
});

async function chooseFirst(): Promise<void> {
  await tabTo(page, page.getByRole('listbox'));
  await page.keyboard.press('ArrowRight');
  await page.locator('.media-rows [aria-selected=true]').waitFor();
  await page.locator('.inspector video').waitFor();
}

async function go(first: string, second: string, title: string | RegExp): Promise<void> {
  await page.keyboard.press(first);
  await page.keyboard.press(second);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await expectFocusKept();
}

/** It may take a frame until it is where it belongs. */
async function expectFocusKept(): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== document.body);
  await expectFocusSeen(page);
}

/** For a menu that is open. */
async function pressUntil(key: string, item: string): Promise<void> {
  await page.getByRole('menu').waitFor();
  await expect
    .poll(async () => {
      await page.keyboard.press(key);
      return page.evaluate(() => document.activeElement?.textContent);
    })
    .toBe(item);
}
