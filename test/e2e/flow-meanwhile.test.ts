import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  await flow.client.system.updateSettings({ convertOnImport: false, parallelJobs: 1 });
  for (const name of ['Anchor', 'Harbour', 'Storm']) await bring(name);
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

let brought = 0;

/** Each of another length, since the same content is one media. */
async function bring(name: string): Promise<void> {
  brought += 1;
  const path = flow.at(`${name}.mp4`);
  await makeTinyVideo(path, { seconds: 1 + brought });
  await flow.client.import.paths({ paths: [path] });
}

async function idOf(title: string): Promise<string> {
  const { rows } = await flow.client.media.list({ text: title });
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no “${title}”.`);
  return row.id;
}

const card = (title: string) => page.getByRole('option').filter({ hasText: title });
const titles = () => page.locator('.card-title').allTextContents();
const sorted = async () => (await titles()).toSorted();

describe('what happens meanwhile', { timeout: PATIENCE_MS }, () => {
  it('leaves the keyboard with the media that is selected when another one arrives', async () => {
    await expect.poll(titles).toEqual(['Storm', 'Harbour', 'Anchor']);
    await card('Storm').click();
    await bring('Tide');
    await expect.poll(titles).toEqual(['Tide', 'Storm', 'Harbour', 'Anchor']);
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(() => page.locator('[aria-selected=true] .card-title').allTextContents())
      .toEqual(['Storm', 'Harbour']);
    await card('Storm').click();
    await bring('Dune');
    await expect.poll(titles).toHaveLength(5);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Storm' }).waitFor();
    await page.locator('.media-back').click();
  });

  it('takes each removal back by its own toast, and one after the other by keys', async () => {
    for (const title of ['Tide', 'Dune']) await removeByKey(title);
    const toasts = page.getByText('removed from the library.');
    await expect.poll(() => toasts.count()).toBe(2);
    const about = page.getByRole('alert').filter({ hasText: '“Tide” was removed' });
    await about.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(sorted).toEqual(['Anchor', 'Harbour', 'Storm', 'Tide']);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(sorted).toEqual(['Anchor', 'Dune', 'Harbour', 'Storm', 'Tide']);
    for (const title of ['Tide', 'Dune']) await removeByKey(title);
    await page.keyboard.press('ControlOrMeta+z');
    await card('Dune').waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await card('Tide').waitFor();
    await expect.poll(() => toasts.count()).toBe(0);
  });

  it('does not take away what is being watched when a rendition gets ready', async () => {
    const id = await idOf('Dune');
    await flow.go(`#/media/${id}`);
    const video = page.locator('.media-main .player-stage video');
    await expect.poll(() => readyState(video)).toBeGreaterThan(0);
    await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      element.loop = true;
      await element.play();
      element.setAttribute('data-watched', '');
    });
    await flow.client.jobs.enqueue({ mediaIds: [id] });
    await page
      .getByText(/Plays on every device/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    expect(await video.getAttribute('data-watched')).toBe('');
    expect(await video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(false);
  });

  it('keeps what is typed while others change the same media, and sends only that', async () => {
    const id = await idOf('Anchor');
    await flow.go(`#/media/${id}`);
    const words = page.locator('form.words');
    await words.getByLabel('Description').fill('At dusk');
    await flow.client.media.update({ id, title: 'Anchorage', slug: 'anchorage' });
    await expect.poll(() => words.getByLabel('Title').inputValue()).toBe('Anchorage');
    expect(await words.getByLabel('Description').inputValue()).toBe('At dusk');
    await words.getByLabel('Name in addresses').fill('storm');
    await words.getByRole('button', { name: 'Save' }).click();
    await words.getByText('The address “storm” is taken by “Storm”. Choose another.').waitFor();
    await words.getByLabel('Name in addresses').fill('anchorage');
    await words.getByRole('button', { name: 'Save' }).click();
    await flow.said('Saved.');
    expect(await flow.client.media.get({ id })).toMatchObject({
      title: 'Anchorage',
      description: 'At dusk',
    });
    await expect.poll(() => words.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  });

  it('does not put another job in the place of the one that is dragged', async () => {
    await flow.client.jobs.pause({});
    const ids = await Promise.all(['Anchorage', 'Harbour', 'Storm', 'Tide'].map(idOf));
    for (const id of ids) await flow.client.jobs.enqueue({ mediaIds: [id] });
    await flow.go('#/queue');
    const waiting = page.getByRole('region', { name: /^Waiting/ }).locator('li.job');
    await expect.poll(() => waiting.count()).toBe(4);
    const transfer = await page.evaluateHandle(() => new DataTransfer());
    await waiting.nth(2).dispatchEvent('dragstart', { dataTransfer: transfer });
    const { rows } = await flow.client.jobs.list({ statuses: ['queued'] });
    await flow.client.jobs.cancel({ ids: [rows[0]?.id ?? ''] });
    await expect.poll(() => waiting.count()).toBe(3);
    await waiting.nth(0).dispatchEvent('dragover', { dataTransfer: transfer });
    await waiting.nth(0).dispatchEvent('drop', { dataTransfer: transfer });
    await expect
      .poll(async () =>
        (await flow.client.jobs.list({ statuses: ['queued'] })).rows.map((job) => job.mediaTitle),
      )
      .toEqual(['Storm', 'Harbour', 'Tide']);
  });

  it('tells how a publication ends whose dialog was closed', async () => {
    await flow.client.publish.saveTarget({
      id: null,
      kind: 'folder',
      name: 'Site',
      path: flow.at('site'),
      baseUrl: '',
    });
    await flow.go('#/library/all');
    await card('Dune').click();
    await card('Anchorage').click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('button', { name: 'Publish', exact: true }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/media\/dune\//)
      .first()
      .waitFor();
    const release = await hold(page, '**/publish/run*');
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    release();
    const told = page.getByRole('alert').filter({ hasText: '1 media is published.' });
    await told.getByText('1 media could not be published.').waitFor({ timeout: PATIENCE_MS });
    await told.getByText(/Anchorage/).waitFor();
  });
});

describe('a figure', { timeout: PATIENCE_MS }, () => {
  it('can be typed with its point, or emptied and typed anew', async () => {
    await flow.go('#/formats/formats');
    await page.getByRole('button', { name: 'Duplicate: H.264 720p' }).click();
    const form = page.getByRole('dialog', { name: 'Format' });
    const rate = form.getByLabel('Frames a second at most');
    await retype(rate, '29.97');
    expect(await rate.inputValue()).toBe('29.97');
    const quality = form.getByLabel('Quality (lower is better)');
    await retype(quality, '18,5');
    expect(await quality.inputValue()).toBe('18.5');
    const distance = form.getByLabel(/Key frame/);
    await retype(distance, '1.5');
    await form.getByText('Nothing wrong with it.').waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const own = (await flow.client.formats.list()).find(({ builtIn }) => !builtIn);
    expect(own?.video).toMatchObject({
      maxFrameRate: 29.97,
      keyFrameSeconds: 1.5,
      rate: { mode: 'quality', quality: 18.5 },
    });
  });

  it('keeps the focus on the tabs when arrows lead from one to the next', async () => {
    await page.getByRole('tab', { name: 'Formats' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => window.location.hash)).toBe('#/formats/sets');
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Devices');
    await expect.poll(() => page.evaluate(() => window.location.hash)).toBe('#/formats/devices');
  });

  it('did all that without a problem', () => flow.expectNoProblems(/409/));
});

async function removeByKey(title: string): Promise<void> {
  await card(title).click();
  // its player asks for the file, which is not to be gone meanwhile
  await expect.poll(() => readyState(page.locator('.inspector video'))).toBeGreaterThan(0);
  await page.keyboard.press('Delete');
  await card(title).waitFor({ state: 'detached' });
}

function readyState(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => element.readyState);
}

/** As by hand: one character after the other. */
async function retype(field: Locator, text: string): Promise<void> {
  await field.press('ControlOrMeta+a');
  await field.press('Backspace');
  await field.pressSequentially(text);
}

/** Requests to there wait until they are released. */
async function hold(page: Page, url: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}
