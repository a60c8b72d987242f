import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../core/model/library.ts';
import { startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { addAxe, findViolations } from '../helpers/find-violations.ts';
import { findWeakEdges } from '../helpers/find-weak-edges.ts';
import { type SampleStage, sampleStage } from '../helpers/sample-stage.ts';
import { showView, type View } from '../helpers/show-view.ts';

/** All views and dialogs in four themes at the same time, on a busy machine. */
const PATIENCE_MS = 180_000;

let stage: SampleStage;

beforeAll(async () => {
  stage = await sampleStage();
}, PATIENCE_MS);

afterAll(() => stage[Symbol.asyncDispose]());

interface NamedView extends View {
  readonly name: string;
}

const VIEWS: readonly NamedView[] = [
  {
    name: 'library, one selected',
    hash: '#/library/all',
    landmark: '[role=option]',
    async prepare(page) {
      await page.getByRole('option').first().click();
      await page.locator('.inspector media-play-button').waitFor();
    },
  },
  {
    name: 'library as lines, some selected',
    hash: '#/library/video',
    landmark: '[role=option]',
    async prepare(page) {
      await page.getByText('List', { exact: true }).click({ force: true });
      await page.getByRole('option').first().click();
      await page
        .getByRole('option')
        .nth(3)
        .click({ modifiers: ['Shift'] });
      await page.getByText('4 selected').waitFor();
    },
  },
  { name: 'attention', hash: '#/library/attention', landmark: '.refusal' },
  { name: 'video', hash: '#/media/media-0', landmark: '.mark' },
  { name: 'audio', hash: '#/media/media-4', landmark: '.mark' },
  { name: 'failed media', hash: '#/media/media-6', landmark: '.mark' },
  { name: 'queue', hash: '#/queue', landmark: '.job' },
  { name: 'publish', hash: '#/publish', landmark: '.job' },
  { name: 'formats', hash: '#/formats/formats', landmark: '.job' },
  { name: 'format sets', hash: '#/formats/sets', landmark: '.job' },
  { name: 'devices', hash: '#/formats/devices', landmark: '.job' },
  { name: 'settings', hash: '#/settings', landmark: '.candidates' },
];

const DIALOGS: readonly NamedView[] = [
  {
    name: 'format editor',
    hash: '#/formats/formats',
    landmark: '.job',
    async prepare(page) {
      await page.getByRole('button', { name: 'Duplicate: H.264 1080p' }).click();
      // until it is judged it cannot be saved; axe must not see the change between
      await page.getByRole('dialog').locator('[type=submit]:enabled').waitFor();
    },
  },
  {
    name: 'publishing',
    hash: '#/media/media-0',
    landmark: '.mark',
    prepare: (page) => page.locator('.media-side').getByRole('button', { name: 'Publish' }).click(),
  },
  {
    name: 'captions',
    hash: '#/media/media-0',
    landmark: '.mark',
    prepare: (page) => page.getByRole('button', { name: 'Change: Deutsch' }).click(),
  },
  {
    name: 'new format',
    hash: '#/formats/formats',
    landmark: '.job',
    async prepare(page) {
      await page.getByRole('button', { name: 'New format: Audio' }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'folder',
    hash: '#/library/all',
    landmark: '[role=option]',
    prepare: (page) => page.locator('.sidebar').getByRole('button').first().click(),
  },
  {
    name: 'keys',
    hash: '#/queue',
    landmark: '.job',
    prepare: (page) => page.keyboard.press('Shift+?'),
  },
  {
    name: 'palette',
    hash: '#/queue',
    landmark: '.job',
    prepare: (page) => page.keyboard.press('Control+k'),
  },
];

interface Theme {
  readonly name: string;
  readonly theme: Settings['theme'];
  readonly colorScheme: 'light' | 'dark';
}

const THEMES: readonly Theme[] = [
  { name: 'light', theme: 'light', colorScheme: 'dark' },
  { name: 'dark', theme: 'dark', colorScheme: 'light' },
  { name: 'high contrast on a light system', theme: 'high-contrast', colorScheme: 'light' },
  { name: 'high contrast on a dark system', theme: 'high-contrast', colorScheme: 'dark' },
];

describe('axe finds nothing serious or critical, and every control has an edge', {
  timeout: PATIENCE_MS,
}, () => {
  for (const { name, theme, colorScheme } of THEMES) {
    it.concurrent(`in any view or dialog, ${name}`, async () => {
      await using host = await startFakeHost({ mediaCount: 152, settings: { theme }, ...stage });
      await using watched = await stage.browser.open(host.url, {
        colorScheme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
        viewport: { width: 1280, height: 800 },
      });
      const { page } = watched;
      await addAxe(page);
      const findings: string[] = [];
      for (const view of VIEWS) {
        await showView(page, view);
        findings.push(...(await findProblems(page)).map((one) => `${view.name}: ${one}`));
      }
      for (const dialog of DIALOGS) {
        await showView(page, dialog);
        await page.getByRole('dialog').waitFor();
        findings.push(...(await findProblems(page)).map((one) => `${dialog.name}: ${one}`));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      expect(findings).toEqual([]);
      expect(watched.problems).toEqual([]);
    });
  }

  it('while a view waits for its engine', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, {
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    const { page } = watched;
    await page.getByRole('option').first().waitFor();
    await addAxe(page);
    const { promise: answering, resolve: answer } = Promise.withResolvers<void>();
    await page.route('**/rpc/**', async (route) => {
      await answering;
      await route.continue();
    });
    await page.evaluate(() => {
      window.location.hash = '#/queue';
    });
    await page.getByText('Loading…').waitFor();
    await page.evaluate(stopHalfway);
    expect(await findViolations(page)).toEqual([]);
    answer();
    await page.locator('.job').first().waitFor();
  });

  it('in an empty library, narrow', async () => {
    await using host = await startFakeHost({ mediaCount: 0, ...stage });
    await using watched = await stage.browser.open(host.url, {
      locale: 'en-GB',
      viewport: { width: 800, height: 600 },
    });
    await watched.page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    await addAxe(watched.page);
    expect(await findViolations(watched.page)).toEqual([]);
  });
});

/** In the page: whatever is on its way to be shown is held there. */
function stopHalfway(): void {
  for (const animation of document.getAnimations()) {
    const { delay = 0, duration } = animation.effect?.getComputedTiming() ?? {};
    animation.pause();
    animation.currentTime = delay + Number(duration) / 4;
  }
}

async function findProblems(page: Page): Promise<readonly string[]> {
  return [...(await findViolations(page)), ...(await findWeakEdges(page))];
}

describe('motion', { timeout: PATIENCE_MS }, () => {
  it('stands still for those who wish it, also what is drawn by components', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, {
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    const { page } = watched;
    await page.getByRole('option').first().waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menu').waitFor();
    const longest = await page.evaluate(() => {
      const times = [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return `${transitionDuration}, ${animationDuration}`.split(',').map(Number.parseFloat);
      });
      return Math.max(...times);
    });
    expect(longest).toBeLessThanOrEqual(0.001);
  });
});

describe('what happens by itself is said', { timeout: PATIENCE_MS }, () => {
  it('announces how far a conversion is, in steps and not with every figure', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, { locale: 'en-GB' });
    const { page } = watched;
    const said = page.locator('.queue-bar [role=status]');
    await expect.poll(() => said.textContent()).toBe('Low tide at Morecambe Bay: 25%');
    host.emit(progressEvent(0.44));
    await page.locator('.queue-bar-text').getByText('44%').waitFor();
    expect(await said.textContent()).toBe('Low tide at Morecambe Bay: 25%');
    host.emit(progressEvent(0.8));
    await expect.poll(() => said.textContent()).toBe('Low tide at Morecambe Bay: 75%');
  });

  it('names every progress bar and says what a running action came to', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(`${host.url}#/queue`, { locale: 'en-GB' });
    const { page } = watched;
    await page.locator('.job').first().waitFor();
    const bars = await page.getByRole('progressbar').all();
    expect(bars.length).toBeGreaterThan(0);
    for (const bar of bars) expect(await bar.getAttribute('aria-label')).not.toBe('');
    await page.getByRole('button', { name: 'Cancel: Low tide at Morecambe Bay' }).click();
    await page.getByRole('alert').getByText('Cancelled').waitFor();
  });
});

function progressEvent(fraction: number) {
  return {
    type: 'job-progress' as const,
    progress: {
      jobId: 'job-1',
      mediaId: 'media-1',
      phase: 'encoding' as const,
      fraction,
      speed: 2,
      secondsLeft: 60,
      formatIds: [],
    },
  };
}
