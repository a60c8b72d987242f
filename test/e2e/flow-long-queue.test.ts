import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMedia } from '../core/catalog/sample-media.ts';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';

/** More than the engine tells at once, which are 500. */
const COUNT = 620;

let flow: Flow;
let page: Page;

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  await flow.client.jobs.pause({});
  const media = Array.from({ length: COUNT }, (_, at) => sampleMedia(at, { title: titleOf(at) }));
  await flow.engine.catalog.commit(
    media.map((record) => ({ type: 'put', collection: 'media', record })),
  );
  const { jobIds } = await flow.client.jobs.enqueue({ mediaIds: media.map(({ id }) => id) });
  expect(jobIds).toHaveLength(COUNT);
  await flow.go('#/queue');
  await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

const titleOf = (at: number) => `Clip ${at + 1}`;
const waiting = () => page.getByRole('region', { name: 'Waiting', exact: true });
const titles = () => waiting().locator('.job-title').allTextContents();
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('a queue of over 500 conversions', { timeout: PATIENCE_MS }, () => {
  it('shows the first hundred, how many there are, and more on request', async () => {
    await waiting().getByText('100 of 620 are shown.').waitFor();
    expect(await titles()).toHaveLength(100);
    for (let shown = 200; shown <= 600; shown += 100) {
      await button('Show 100 more').click();
      await expect.poll(titles).toHaveLength(shown);
    }
    await button('Show 20 more').click();
    await expect.poll(titles).toHaveLength(COUNT);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe(titleOf(600));
    expect((await titles()).at(-1)).toBe(titleOf(COUNT - 1));
    expect(
      await waiting()
        .getByText(/are shown/)
        .count(),
    ).toBe(0);
  });

  it('takes the last one to the front', async () => {
    await button(`Move to the front: ${titleOf(COUNT - 1)}`).click();
    await expect.poll(async () => (await titles())[0]).toBe(titleOf(COUNT - 1));
    await page.reload();
    await expect.poll(async () => (await titles())[0]).toBe(titleOf(COUNT - 1));
  });

  it('keeps one that is moved to the end of what is shown before what is not', async () => {
    expect(await titles()).toHaveLength(100);
    const name = titleOf(97);
    await expect.poll(async () => (await titles())[98]).toBe(name);
    await button(`Move down: ${name}`).click();
    await expect.poll(async () => (await titles())[99]).toBe(name);
    const { rows } = await flow.client.jobs.list({ statuses: ['queued'], limit: 101 });
    expect(rows.slice(99).map(({ mediaTitle }) => mediaTitle)).toEqual([name, titleOf(99)]);
  });

  it('lets all that wait be cancelled, and brings them back in their order', async () => {
    const before = await titles();
    await button('Cancel all that wait').click();
    await page.getByText('620 conversions cancelled.').waitFor();
    await waiting().waitFor({ state: 'detached' });
    const done = page.getByRole('region', { name: 'Done', exact: true });
    await done.getByText('100 of 620 are shown.').waitFor();
    await button('Undo').click();
    await flow.said('620 conversions queued again.');
    await expect.poll(titles).toEqual(before);
  });

  it('did all that without a problem', () => flow.expectNoProblems());
});
