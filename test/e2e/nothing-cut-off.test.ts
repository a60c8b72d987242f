import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { findCutOff } from '../helpers/find-cut-off.ts';
import { type SampleStage, sampleStage } from '../helpers/sample-stage.ts';
import { showView, type View } from '../helpers/show-view.ts';

const PATIENCE_MS = 120_000;
/** As at 400 % in a usual window (WCAG 1.4.10), the smallest, each side of where the page changes its parts, a usual one. */
const SIZES = [
  { width: 320, height: 640 },
  { width: 600, height: 640 },
  { width: 800, height: 600 },
  { width: 900, height: 700 },
  { width: 1200, height: 700 },
  { width: 1280, height: 800 },
  { width: 1760, height: 990 },
];

let stage: SampleStage;

beforeAll(async () => {
  stage = await sampleStage();
}, PATIENCE_MS);
afterAll(() => stage[Symbol.asyncDispose]());

const VIEWS: readonly View[] = [
  {
    hash: '#/library/all',
    landmark: '.card[role=option]',
    prepare: (page) => page.locator('.card').first().click(),
  },
  {
    hash: '#/library/video',
    landmark: '.card[role=option]',
    async prepare(page) {
      await page.locator('.card').first().click();
      await page
        .locator('.card')
        .nth(2)
        .click({ modifiers: ['Shift'] });
    },
  },
  { hash: '#/library/attention', landmark: '.refusal' },
  { hash: '#/media/media-0', landmark: '.mark' },
  { hash: '#/media/media-1', landmark: '.job-line' },
  { hash: '#/media/media-6', landmark: '.mark' },
  { hash: '#/media/media-11', landmark: '.mark' },
  { hash: '#/queue', landmark: '.job' },
  { hash: '#/publish', landmark: '.job' },
  { hash: '#/formats/formats', landmark: '.job' },
  { hash: '#/formats/sets', landmark: '.job' },
  { hash: '#/formats/devices', landmark: '.job' },
  { hash: '#/settings', landmark: '.candidates' },
  {
    hash: '#/formats/formats',
    landmark: '.job',
    prepare: (page) => page.getByRole('button', { name: /: H.264 1080p$/ }).click(),
  },
  {
    hash: '#/formats/devices',
    landmark: '.job',
    prepare: (page) => page.getByRole('button', { name: /: Chrome$/ }).click(),
  },
  {
    hash: '#/library/all',
    landmark: '.card[role=option]',
    async prepare(page) {
      await page.locator('.card', { hasText: 'Interview with the harbour master' }).click();
      await page.keyboard.press('Delete');
      await page.getByRole('alert').getByText('entfernt').waitFor();
    },
  },
];

// German has the longer words
describe('in a window of any usual size', { timeout: PATIENCE_MS }, () => {
  it('nothing is cut off or out of view', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, {
      locale: 'de-DE',
      reducedMotion: 'reduce',
    });
    const { page } = watched;
    page.setDefaultTimeout(20_000);
    const findings: string[] = [];
    for (const view of VIEWS) {
      await page.keyboard.press('Escape');
      await showView(page, view);
      findings.push(...(await findAtAllSizes(page)).map((one) => `${view.hash} ${one}`));
    }
    expect(findings).toEqual([]);
  });

  it('the first steps are seen whole', async () => {
    await using host = await startFakeHost({ mediaCount: 0, ...stage });
    await using watched = await stage.browser.open(host.url, {
      locale: 'de-DE',
      viewport: { width: 800, height: 600 },
    });
    const { page } = watched;
    await page.locator('.first-panel').waitFor();
    const hidden = await page.evaluate(() => {
      const content = document.getElementById('content');
      return content === null ? -1 : content.scrollHeight - content.clientHeight;
    });
    expect(hidden).toBe(0);
    expect(await findLasting(page)).toEqual([]);
  });
});

async function findAtAllSizes(page: Page): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForFunction((width) => window.innerWidth === width, size.width);
    findings.push(...(await findLasting(page)).map((one) => `at ${size.width}: ${one}`));
  }
  return findings;
}

const LOOKS = 60;

/** A new size reaches the page's parts over several frames; what is cut off then is not what a person sees. */
async function findLasting(page: Page): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    found = await findCutOff(page);
    if (found.length === 0) return [];
  }
  return found;
}
