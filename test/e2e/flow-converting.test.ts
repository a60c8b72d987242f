import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  await flow.client.system.updateSettings({ parallelJobs: 1, encoderThreads: 1 });
  await flow.client.jobs.pause({});
  // long enough to be watched; H.264 is copied, and VP9 takes its time
  await makeTinyVideo(flow.at('Marathon.mp4'), { sizes: '640x360', seconds: 60 });
  const formatSetIds = ['web-video-small', 'web-video-vp9'];
  await flow.client.import.paths({ paths: [flow.at('Marathon.mp4')], formatSetIds });
  await flow.engine.importer.idle();
  await page.getByRole('option').filter({ hasText: 'Marathon' }).dblclick();
  await page.getByRole('heading', { level: 1, name: 'Marathon' }).waitFor();
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

const head = () => page.locator('.media-head');
const side = () => page.locator('.media-side');
const line = () => page.locator('.media-main .job-line');
const row = (format: string) => page.locator('.renditions tbody tr').filter({ hasText: format });
const cancel = () => side().getByRole('button', { name: 'Cancel conversion: Marathon' });

describe('the page of a media that is being converted', { timeout: PATIENCE_MS }, () => {
  it('says that it waits, and what will be made', async () => {
    await head().getByText('Waiting').waitFor();
    await page.getByText('Once converted, it plays on every device (12 of 12).').waitFor();
    await row('H.264 360p').getByText('Will be copied').waitFor();
    await row('VP9 720p').getByText('Will be encoded').waitFor();
    expect(await line().count()).toBe(0);
    expect(
      await side()
        .getByRole('button', { name: /^(Convert|Make all anew)/ })
        .count(),
    ).toBe(0);
    await cancel().waitFor();
  });

  it('shows what is being made, how far it is and how long it will take', async () => {
    await flow.client.jobs.resume({});
    await head().getByText('Converting').waitFor();
    await line()
      .getByText(/^Encoding · VP9 720p/)
      .waitFor();
    await line()
      .getByText(/^\d+% · \d+(\.\d)?× · .+ left$/)
      .waitFor();
    const bar = line().getByRole('progressbar');
    const value = async () => Number(await bar.getAttribute('aria-valuenow'));
    const first = await value();
    await expect.poll(value).toBeGreaterThan(first);
  });

  it('offers what is ready already while the rest is made', async () => {
    await row('H.264 360p').getByText('Copied', { exact: true }).waitFor();
    await page.getByText('Plays on every device (12 of 12).', { exact: true }).waitFor();
    const code = page.getByRole('region', { name: 'Embed code' });
    await expect.poll(() => code.textContent()).toContain('marathon-h264-360p.mp4');
    expect(await code.textContent()).not.toContain('.webm');
    expect(await row('VP9 720p').textContent()).toContain('Will be encoded');
    await page.locator('.media-main .player video').waitFor();
  });

  it('lets the conversion be cancelled, keeps what is ready, and makes the rest later', async () => {
    await cancel().click();
    await flow.said('Cancelled; nothing is left running.');
    await line().waitFor({ state: 'detached' });
    await head().getByText('Converting').waitFor({ state: 'detached' });
    await row('H.264 360p').getByText('Copied', { exact: true }).waitFor();
    await row('VP9 720p').getByText('Will be encoded').waitFor();
    await side()
      .getByRole('button', { name: /^Convert/ })
      .waitFor();
  });

  it('did all that without a problem', () => flow.expectNoProblems());
});
