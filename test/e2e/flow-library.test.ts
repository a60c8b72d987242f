import { mkdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { makeTinyAudio, makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;

beforeAll(async () => {
  flow = await startFlow();
  await mkdir(flow.at('Clips'));
  await Promise.all([
    makeTinyVideo(flow.at('Clips', 'Harbour.mp4'), { sizes: '320x180', seconds: 2 }),
    makeTinyVideo(flow.at('Clips', 'Anchor.mp4'), { seconds: 3 }),
    makeTinyVideo(flow.at('Storm.mp4'), { seconds: 1 }),
    makeTinyAudio(flow.at('Clips', 'Waves.mp3')),
  ]);
  page = flow.page;
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

const card = (title: string) => page.getByRole('option').filter({ hasText: title });
const titles = () => page.locator('.card-title, .line-title').allTextContents();
const selected = () =>
  page.locator('[role=option][aria-selected=true]').locator('.card-title').allTextContents();

describe('a library, from its first folder on', { timeout: PATIENCE_MS }, () => {
  it('watches a folder from the empty library, with a format set for what arrives', async () => {
    await page.getByRole('button', { name: 'Watch a folder' }).last().click();
    const form = page.getByRole('dialog', { name: 'Watch a folder' });
    await form.getByLabel('Folder on this machine').fill(flow.at('Clips'));
    await form.getByRole('switch', { name: 'Convert what arrives' }).click();
    await form.getByRole('combobox', { name: 'Format sets' }).click({ force: true });
    await page.getByRole('option', { name: 'Web video, small' }).click();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Save' }).click();
    await flow.said('The folder is watched.');
    await expect.poll(titles, { timeout: PATIENCE_MS }).toHaveLength(3);
    await card('Harbour').getByText('Not converted').waitFor();
    const folder = page.getByRole('link', { name: 'Clips' });
    await folder.hover();
    await page
      .getByRole('tooltip')
      .getByText(`${flow.at('Clips')}: watching`)
      .waitFor();
  });

  it('plans what arrived by the set of its folder', async () => {
    await card('Harbour').dblclick();
    const columns = page.locator('.matrix th[scope=col]');
    await columns.filter({ hasText: 'H.264 360p' }).getByText('planned').waitFor();
    await columns.filter({ hasText: 'H.264 1080p' }).waitFor({ state: 'detached' });
    await page.locator('.media-back').click();
    await expect.poll(titles).toHaveLength(3);
  });

  it('takes files that are dropped in any view', async () => {
    await flow.go('#/settings');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.getByRole('switch', { name: 'Convert new media without asking' }).press('Space');
    await expect
      .poll(async () => (await flow.client.system.settings()).convertOnImport)
      .toBe(false);
    const bytes = await readFile(flow.at('Storm.mp4'), 'base64');
    const transfer = await page.evaluateHandle((base64) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([content], 'Storm.mp4', { type: 'video/mp4' }));
      return data;
    }, bytes);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    await page.getByText('Conversion waits for you.').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    const list = page.getByRole('region', { name: 'Adding 1 file' });
    await list.getByText('1 file added').waitFor();
    await list.getByRole('button', { name: 'Close this list' }).click();
    await flow.go('#/library/all');
    await expect.poll(titles).toHaveLength(4);
  });

  it('keeps video and audio, and each folder, apart', async () => {
    const shelf = page.getByRole('navigation', { name: 'Main' });
    await shelf.getByRole('link', { name: /^Audio/ }).click();
    await expect.poll(titles).toEqual(['Waves']);
    await shelf.getByRole('link', { name: /^Video/ }).click();
    await expect
      .poll(async () => (await titles()).toSorted())
      .toEqual(['Anchor', 'Harbour', 'Storm']);
    await shelf.getByRole('link', { name: 'Clips' }).click();
    await expect
      .poll(async () => (await titles()).toSorted())
      .toEqual(['Anchor', 'Harbour', 'Waves']);
    await page.getByRole('heading', { level: 1, name: `${flow.at('Clips')} 3` }).waitFor();
    await shelf.getByRole('link', { name: /^All/ }).click();
    await expect.poll(titles).toHaveLength(4);
  });

  it('sorts by what one chooses', async () => {
    await sortBy('Title');
    await expect.poll(titles).toEqual(['Anchor', 'Harbour', 'Storm', 'Waves']);
    await sortBy('Longest first');
    await expect.poll(async () => (await titles()).slice(0, 2)).toEqual(['Anchor', 'Harbour']);
    await sortBy('Largest first');
    await expect.poll(async () => (await titles()).at(-1)).toBe('Waves');
    await sortBy('Oldest first');
    await expect.poll(async () => (await titles()).at(-1)).toBe('Storm');
    await sortBy('Newest first');
    await expect.poll(async () => (await titles())[0]).toBe('Storm');
  });

  it('shows pictures or a list of figures', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.locator('label', { hasText: /^List$/ }).click();
    const line = card('Harbour');
    await line.getByText('320 × 180').waitFor();
    await line.getByText('0:02').waitFor();
    await line.getByText(/^\d+(\.\d+)? kB$/).waitFor();
    await card('Waves').getByText('Sound').waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('label', { hasText: /^Pictures$/ }).click();
    const picture = card('Harbour').locator('img');
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  });

  it('filters by status, searches, says so when nothing matches, and leads back to everything', async () => {
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Ready' }).click();
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(titles).toHaveLength(4);
    await page.getByRole('searchbox').fill('har');
    await expect.poll(titles).toEqual(['Harbour']);
    await page.getByRole('searchbox').fill('zebra');
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(titles).toHaveLength(4);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  it('selects many by mouse, and keeps the selection while one filters', async () => {
    await sortBy('Title');
    await card('Anchor').click();
    await card('Storm').click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(selected).toEqual(['Anchor', 'Storm']);
    await card('Harbour').hover();
    await card('Harbour').locator('.card-check').click();
    await expect.poll(selected).toEqual(['Anchor', 'Harbour', 'Storm']);
    await card('Harbour').click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('searchbox').fill('anchor');
    await expect.poll(titles).toEqual(['Anchor']);
    await page.getByText('2 selected').waitFor();
    await page.getByRole('searchbox').fill('');
    await expect.poll(selected).toEqual(['Anchor', 'Storm']);
    await card('Anchor').click();
    await card('Storm').click({ modifiers: ['Shift'] });
    await expect.poll(selected).toEqual(['Anchor', 'Harbour', 'Storm']);
  });

  it('selects many by keyboard', async () => {
    await page.getByRole('listbox', { name: 'Media' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(selected).toEqual([]);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(selected).toEqual(['Anchor', 'Harbour']);
    await page.keyboard.press('ControlOrMeta+a');
    await expect.poll(selected).toHaveLength(4);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('ControlOrMeta+Space');
    await expect.poll(selected).toEqual([]);
  });

  it('selects all that is shown by its key, from wherever the focus is', async () => {
    await page.getByRole('searchbox').fill('r');
    await expect.poll(() => page.getByRole('option').count()).toBe(3);
    await page.getByRole('searchbox').press('ControlOrMeta+a');
    expect(await selected()).toEqual([]);
    await page.getByRole('button', { name: 'Add', exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await expect.poll(selected).toEqual(['Anchor', 'Harbour', 'Storm']);
    expect(await page.evaluate(() => `${window.getSelection()}`)).not.toContain('Library');
    await page.getByRole('searchbox').fill('');
    await page.keyboard.press('Escape');
    await page.getByRole('listbox', { name: 'Media' }).press('Escape');
    await expect.poll(selected).toEqual([]);
  });

  it('converts many with one format set, and shows by each how many devices it serves', async () => {
    await card('Anchor').click();
    await card('Storm').click({ modifiers: ['ControlOrMeta'] });
    const bar = page.getByRole('status').filter({ hasText: '2 selected' });
    await bar.getByRole('button', { name: 'Convert' }).click();
    await page.getByRole('menuitem', { name: 'Web video, small' }).click();
    await flow.said('2 conversions queued.');
    for (const title of ['Anchor', 'Storm']) {
      await card(title).getByText('Plays on all 12 devices').waitFor({ timeout: PATIENCE_MS });
    }
    await card('Harbour').getByText('Not converted').waitFor();
  });

  it('publishes many at once', async () => {
    const bar = page.getByRole('status').filter({ hasText: '2 selected' });
    await bar.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish 2 media' });
    await dialog.getByLabel('Name', { exact: true }).fill('Site');
    await dialog.getByLabel('Folder on this machine').fill(flow.at('site'));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('media/anchor/anchor-h264-360p.mp4').waitFor();
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await dialog.getByText('2 media are published.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const index = JSON.parse(await readFile(flow.at('site', 'index.json'), 'utf8'));
    expect(JSON.stringify(index)).toMatch(/anchor.*storm|storm.*anchor/);
  });

  it('stops watching a folder, and its media stay', async () => {
    await flow.go('#/settings');
    const folder = page.locator('.job', { hasText: flow.at('Clips') });
    await folder.getByText('watching · 3 media').waitFor();
    await folder.getByRole('button', { name: /Stop watching/ }).click();
    await folder.waitFor({ state: 'detached' });
    await page.getByText('No folder is watched').waitFor();
    await flow.go('#/library/all');
    await expect.poll(titles).toHaveLength(4);
  });

  it('did all that without a problem', () => flow.expectNoProblems());
});

async function sortBy(order: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Sort by' }).click();
  await page.getByRole('option', { name: order, exact: true }).click();
}
