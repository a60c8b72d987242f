import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchedPage } from '../helpers/chromium.ts';
import { type FakeHost, startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { type SampleStage, sampleStage } from '../helpers/sample-stage.ts';

const PATIENCE_MS = 60_000;

let stage: SampleStage;
let host: FakeHost;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  stage = await sampleStage();
  host = await startFakeHost({ mediaCount: 152, ...stage });
  watched = await stage.browser.open(`${host.url}#/settings`, {
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  page = watched.page;
  page.setDefaultTimeout(15_000);
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
}, PATIENCE_MS);

afterAll(async () => {
  await watched[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
}, PATIENCE_MS);

/** The engine takes over this question as long as the test does not release it. */
async function hold(operation: string): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(`**/rpc/${operation}`, async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

const go = (hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);

describe('while the engine takes its time', { timeout: PATIENCE_MS }, () => {
  it('cards stand in outline where the media will be, and nothing jumps when they come', async () => {
    const release = await hold('media/list');
    await go('#/library/video');
    const outline = page.locator('.card-skeleton').first();
    await outline.waitFor();
    const before = await outline.boundingBox();
    release();
    const card = page.getByRole('option').first();
    await card.waitFor();
    expect(await page.locator('.card').first().boundingBox()).toEqual(before);
  });

  it('a media’s page says that it is coming', async () => {
    const release = await hold('media/get');
    await go('#/media/media-7');
    await page.locator('#content').getByText('Loading…').first().waitFor();
    release();
    await page.locator('#devices').waitFor();
  });

  it('what publishing changes is being compared', async () => {
    const release = await hold('publish/preview');
    await page.locator('.media-side').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByText('Comparing with what stands there…').waitFor();
    release();
    await page.getByRole('dialog').getByText('What changes').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('files of this machine are being looked at, and once is enough', async () => {
    const release = await hold('import/paths');
    await page.keyboard.press('Shift+I');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('File or folder').fill('/home/anna/Clips');
    await dialog.getByRole('button', { name: 'Import' }).click();
    await dialog.getByText('Looking at the files…').waitFor();
    expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    release();
    await dialog.waitFor({ state: 'detached' });
  });

  it('a conversion that is being ended says so on its button', async () => {
    await go('#/queue');
    const release = await hold('jobs/cancel');
    const running = page.getByRole('region', { name: 'Running', exact: true });
    await running.getByRole('button', { name: /^Cancel/ }).click();
    await running.getByText('Ending FFmpeg…').waitFor();
    release();
    await running.waitFor({ state: 'detached' });
  });

  it('had no problem with all that', () => {
    expect(watched.problems).toEqual([]);
  });
});

describe('when the engine is gone', { timeout: PATIENCE_MS }, () => {
  it('says that the connection is lost', async () => {
    await host[Symbol.asyncDispose]();
    await page.getByText('The connection to AVlogue is lost.').waitFor();
  });
});
