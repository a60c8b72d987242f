import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { age, makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;

/** In the order of their import. The first is long enough to be watched, halted and cancelled. */
const CLIPS = ['Marathon', 'Alpha', 'Beta', 'Gamma'];

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  await Promise.all(
    CLIPS.map((name, at) =>
      makeTinyVideo(
        flow.at(`${name}.mp4`),
        // a comment: equal files would be one media
        at === 0 ? { sizes: '640x360', seconds: 60 } : { tags: { comment: name } },
      ),
    ),
  );
  await flow.client.jobs.pause({});
  for (const name of CLIPS) {
    await flow.client.import.paths({
      paths: [flow.at(`${name}.mp4`)],
      formatSetIds: [name === 'Marathon' ? 'web-video-vp9' : 'web-video-small'],
    });
  }
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

const group = (name: string) => page.getByRole('region', { name, exact: true });
const titles = (name: string) => group(name).locator('.job-title').allTextContents();
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the queue, with real conversions', { timeout: PATIENCE_MS }, () => {
  it('waits while it is halted and says so', async () => {
    await page.getByRole('link', { name: /^Open the queue/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
    await page.getByText('Paused · 4 conversions wait').first().waitFor();
    await expect.poll(() => titles('Waiting')).toEqual(CLIPS);
  });

  it('takes the order that one gives it, and keeps it', async () => {
    await button('Move to the front: Gamma').click();
    await expect.poll(() => titles('Waiting')).toEqual(['Gamma', 'Marathon', 'Alpha', 'Beta']);
    const rows = group('Waiting').locator('.job');
    await rows.nth(3).dragTo(rows.nth(1));
    await expect.poll(() => titles('Waiting')).toEqual(['Gamma', 'Beta', 'Marathon', 'Alpha']);
    await button('Move down: Gamma').click();
    await button('Move down: Gamma').click();
    await expect.poll(() => titles('Waiting')).toEqual(['Beta', 'Marathon', 'Gamma', 'Alpha']);
    await button('Move to the front: Marathon').click();
    await page.reload();
    await expect.poll(() => titles('Waiting')).toEqual(['Marathon', 'Beta', 'Gamma', 'Alpha']);
  });

  it('lets one that waits be cancelled', async () => {
    await button('Cancel: Alpha').click();
    await flow.said('Cancelled; nothing is left running.');
    await group('Done').getByText('Cancelled').waitFor();
    await expect.poll(() => titles('Waiting')).toEqual(['Marathon', 'Beta', 'Gamma']);
  });

  it('takes as much of the machine as the settings allow', async () => {
    await flow.go('#/settings');
    await page.getByLabel('Media converted at the same time').fill('1');
    await page.getByLabel('Threads for all encoders together').fill('2');
    await flow.go('#/queue');
    await page.getByText('At most 1 job at a time, 2 threads together.').waitFor();
  });

  it('shows phase, what is made, how far, how fast and how long still, there and in the bar', async () => {
    await button('Go on').first().click();
    const line = group('Running').locator('.job-line');
    await line.getByText(/^Encoding · (VP9|H\.264) \d+p( and \d more)?$/).waitFor();
    await line.getByText(/^\d+% · \d+(\.\d)?× · .+ left$/).waitFor();
    const progress = line.getByRole('progressbar');
    await expect
      .poll(async () => Number(await progress.getAttribute('aria-valuenow')))
      .toBeGreaterThan(0);
    const bar = page.locator('.queue-bar');
    await bar.getByText('Converting · 2 waiting').waitFor();
    await bar.getByText('Marathon').first().waitFor();
    expect(await titles('Running')).toEqual(['Marathon']);
  });

  it('halts what runs and lets it go on', async () => {
    await button('Pause').first().click();
    await page.locator('.queue-bar').getByText('Paused').first().waitFor();
    await button('Go on').first().click();
    await page.locator('.queue-bar').getByText('Converting · 2 waiting').waitFor();
  });

  it('shows the log of one that runs', async () => {
    await button('Log: Marathon').click();
    await group('Running').getByText('FFmpeg command').first().waitFor();
    await button('Log: Marathon').click();
  });

  it('ends one that runs when it is cancelled, and goes on with the next', async () => {
    await button('Cancel: Marathon').click();
    await flow.said('Cancelled; nothing is left running.');
    await expect
      .poll(() => titles('Done'), { timeout: PATIENCE_MS })
      .toEqual(expect.arrayContaining(['Beta', 'Gamma', 'Marathon', 'Alpha']));
    await group('Done')
      .locator('.job', { hasText: 'Gamma' })
      .getByText(/1 rendition made/)
      .waitFor();
  });

  it('tells of one that failed what to do, with a log whose command can be copied', async () => {
    for (const name of ['Beta', 'Gamma']) {
      await copyFile(flow.at(`${name}.mp4`), flow.at(`${name}.kept`));
      await breakPictures(flow.at(`${name}.mp4`));
    }
    await flow.go('#/library/all');
    await page.getByRole('option').filter({ hasText: 'Beta' }).click();
    await page
      .getByRole('option')
      .filter({ hasText: 'Gamma' })
      .click({
        modifiers: ['ControlOrMeta'],
      });
    await page.keyboard.press('Shift+C');
    await flow.said('2 conversions queued.');
    await flow.go('#/queue');
    await expect.poll(() => titles('Failed'), { timeout: PATIENCE_MS }).toHaveLength(2);
    const failed = group('Failed').locator('.job', { hasText: 'Beta' });
    await failed.locator('.failure-code').waitFor();
    await failed.locator('.failure-advice').first().waitFor();
    await page.locator('.queue-bar').getByText('2 failed').waitFor();
  });

  it('retries one, and all that failed, once the fault is mended', async () => {
    for (const name of ['Beta', 'Gamma']) {
      await rm(flow.at(`${name}.mp4`));
      await rename(flow.at(`${name}.kept`), flow.at(`${name}.mp4`));
    }
    await button('Retry: Beta').click();
    await flow.said('1 conversion queued again.');
    await expect.poll(() => titles('Failed'), { timeout: PATIENCE_MS }).toEqual(['Gamma']);
    await button('Retry all failed').click();
    await flow.said('1 conversion queued again.');
    await group('Failed').waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await group('Running').waitFor({ state: 'detached', timeout: PATIENCE_MS });
    const done = group('Done').locator('.job', { hasText: 'Gamma' }).first();
    await done.getByText(/1 rendition made/).waitFor();
    await done.getByRole('button', { name: 'Log: Gamma' }).click();
    await done.getByRole('button', { name: 'Copy command' }).first().click();
    await expect.poll(flow.copied).toMatch(/ffmpeg.*Gamma\.mp4/);
  });

  it('forgets what has ended, and then says that it is empty', async () => {
    await button('Clear finished').click();
    await flow.said(/^\d entries cleared\.$/);
    await page.getByText('The queue is empty.').waitFor();
    await page.getByRole('link', { name: 'Open the queue: Nothing to convert' }).waitFor();
  });

  it('did all that without a problem', () => flow.expectNoProblems());
});

/** The index says that there are pictures, and there are none. */
async function breakPictures(path: string): Promise<void> {
  const content = await readFile(path);
  const start = content.indexOf('mdat') + 4;
  content.fill(
    0xff,
    start,
    content.indexOf('moov') > start ? content.indexOf('moov') - 4 : undefined,
  );
  await writeFile(path, content);
  await age(path);
}
