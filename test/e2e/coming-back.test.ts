import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { type SampleStage, sampleStage } from '../helpers/sample-stage.ts';

const PATIENCE_MS = 90_000;

let stage: SampleStage;

beforeAll(async () => {
  stage = await sampleStage();
}, PATIENCE_MS);
afterAll(() => stage[Symbol.asyncDispose]());

describe('coming back to the library', { timeout: PATIENCE_MS }, () => {
  it('from a media that was opened by keyboard: the same place, selection and focus', () =>
    walk(async (page) => {
      const before = await selectFarDown(page);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Devices' }).waitFor();
      await page.goBack();
      await expect.poll(() => placeAndSelection(page)).toEqual(before);
      await expect.poll(() => focusedRole(page)).toBe('listbox');
      await page.keyboard.press('ArrowRight');
      await page.locator('#media-at-91[aria-selected=true]').waitFor();
    }));

  it('from a media by the link on its page, to the shelf one came from', () =>
    walk(async (page) => {
      const before = await selectFarDown(page);
      await page.locator('#media-at-90').dblclick();
      await page.getByRole('link', { name: 'Library', exact: true }).click();
      await expect.poll(() => placeAndSelection(page)).toEqual(before);
      await expect.poll(() => focusedRole(page)).toBe('listbox');
      expect(page.url()).toMatch(/#\/library\/video$/);
    }));

  it('from other views, through the sidebar, which keeps the focus it was given', () =>
    walk(async (page) => {
      const before = await selectFarDown(page);
      for (const view of ['Formats', 'Settings']) {
        await page.getByRole('link', { name: new RegExp(`^${view}`) }).click();
        await page.getByRole('heading', { level: 1, name: new RegExp(`^${view}`) }).waitFor();
      }
      await page.getByRole('link', { name: /^Video/ }).click();
      await expect.poll(() => placeAndSelection(page)).toEqual(before);
      expect(await focusedRole(page)).toBe('nav-item');
    }));

  it('to a window of another width: the same media on top', () =>
    walk(async (page) => {
      await selectFarDown(page);
      const { top } = await placeAndSelection(page);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Devices' }).waitFor();
      await page.setViewportSize({ width: 1700, height: 800 });
      await page.goBack();
      await page.locator('#media-at-90[aria-selected=true]').waitFor();
      const { columns, top: after } = await placeAndSelection(page);
      // its row may be cut off at another place
      expect(Math.abs(after - top)).toBeLessThanOrEqual(columns);
    }));
});

describe('the place in the library', { timeout: PATIENCE_MS }, () => {
  it('is kept when pictures become lines', () =>
    walk(async (page) => {
      await selectFarDown(page);
      const { top, columns } = await placeAndSelection(page);
      await page.getByText('List', { exact: true }).click({ force: true });
      await page.locator('.line').first().waitFor();
      await expect
        .poll(async () => Math.abs((await placeAndSelection(page)).top - top))
        .toBeLessThanOrEqual(columns);
    }));

  it('is the top of another shelf, order or search', () =>
    walk(async (page) => {
      await selectFarDown(page);
      await page.getByRole('link', { name: /^All/ }).click();
      await page.locator('#media-at-0').waitFor();
      expect((await placeAndSelection(page)).top).toBe(0);
      await page.getByRole('listbox').focus();
      await page.keyboard.press('End');
      await page.locator('#media-at-151').waitFor();
      await page.getByRole('searchbox').fill('harbour');
      await expect.poll(async () => (await placeAndSelection(page)).top).toBe(0);
    }));

  it('of a long page is not handed on to the next view', () =>
    walk(async (page) => {
      await page.getByRole('link', { name: /^Formats/ }).click();
      await page.locator('.job').last().scrollIntoViewIfNeeded();
      expect(await contentTop(page)).toBeGreaterThan(0);
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      expect(await contentTop(page)).toBe(0);
    }));
});

async function walk(steps: (page: Page) => Promise<void>): Promise<void> {
  await using host = await startFakeHost({ mediaCount: 152, ...stage });
  await using watched = await stage.browser.open(`${host.url}#/library/video`, {
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  });
  watched.page.setDefaultTimeout(15_000);
  await steps(watched.page);
  expect(watched.problems).toEqual([]);
}

interface Shown {
  /** The first media that is in view. */
  readonly top: number;
  readonly columns: number;
  readonly selected: readonly string[];
}

/** Two selected, the one with the keyboard being the 91st. */
async function selectFarDown(page: Page): Promise<Shown> {
  await page.locator('#media-at-0').click();
  for (let leap = 0; leap < 100; leap += 1) {
    if ((await page.locator('#media-at-90').count()) > 0) break;
    await page.mouse.wheel(0, 400);
    await page.waitForFunction(() => document.querySelector('.media-row .card'));
  }
  await page.locator('#media-at-90').click();
  return placeAndSelection(page);
}

/** As soon as something is selected, as it is in all these walks. */
async function placeAndSelection(page: Page): Promise<Shown> {
  await page.locator('.media-rows > .media-row > [id]').first().waitFor();
  return page.evaluate(() => {
    const edge = document.querySelector('.media-list')?.getBoundingClientRect().top ?? 0;
    const items = [...document.querySelectorAll('.media-row > [role=option]')];
    const placeOf = (item: Element | undefined) => Number(item?.id.replace('media-at-', ''));
    const seen = items.filter((item) => item.getBoundingClientRect().bottom > edge + 40);
    const rowTop = seen[0]?.getBoundingClientRect().top;
    return {
      top: placeOf(seen[0]),
      columns: seen.filter((item) => item.getBoundingClientRect().top === rowTop).length,
      selected: items.filter((item) => item.ariaSelected === 'true').map(({ id }) => id),
    };
  });
}

function focusedRole(page: Page): Promise<string> {
  return page.evaluate(
    () => document.activeElement?.getAttribute('role') ?? document.activeElement?.className ?? '',
  );
}

function contentTop(page: Page): Promise<number> {
  return page.evaluate(() => document.getElementById('content')?.scrollTop ?? -1);
}
