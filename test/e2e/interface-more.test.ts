import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from '../helpers/axe-problems.ts';
import type { TestBrowser } from '../helpers/chromium.ts';
import { startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { type SampleStage, sampleStage } from '../helpers/sample-stage.ts';

const PATIENCE_MS = 90_000;

let stage: SampleStage;

beforeAll(async () => {
  stage = await sampleStage();
}, PATIENCE_MS);

afterAll(() => stage[Symbol.asyncDispose]());

type Options = Parameters<TestBrowser['open']>[1];

/** Runs a walk through the page over sample data; nothing may go wrong on the way. */
async function walk(
  hash: string,
  steps: (page: Page) => Promise<void>,
  options: Options = {},
): Promise<void> {
  await using host = await startFakeHost({ mediaCount: 152, ...stage });
  await using watched = await stage.browser.open(`${host.url}${hash}`, {
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  watched.page.setDefaultTimeout(15_000);
  await steps(watched.page);
  expect(watched.problems).toEqual([]);
}

describe('the command palette and the keys', { timeout: PATIENCE_MS }, () => {
  it('finds a command by typing and runs it with Enter', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('devices');
      await page.getByRole('option', { name: 'Go to devices', selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('switch', { name: /Chrome/ })
        .first()
        .waitFor();
      expect(page.url()).toContain('#/formats/devices');
    }));

  it('finds media by title and opens them', () =>
    walk('#/settings', async (page) => {
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('salt marsh');
      await page
        .getByRole('option', { name: /Birds on the salt marsh/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /Birds on the salt marsh/ }).waitFor();
    }));

  it('offers what can be done with the selection, by format set too', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().click();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('convert web video');
      await page
        .getByRole('option', { name: /Convert the selection with “Web video/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('1 conversion queued.').waitFor();
    }));

  it('goes places with two keys, lists all keys on ?, and lets single keys be switched off', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('q');
      await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keyboard' });
      await sheet.getByText('Go to format sets').waitFor();
      await sheet.getByRole('switch', { name: 'Single keys are shortcuts' }).press('Space');
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Type what to do, or a title…' }).waitFor();
      expect(page.url()).toContain('#/queue');
    }));

  it('takes the last removal back on Ctrl Z, and leaves typing alone', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().click();
      await page.keyboard.press('Delete');
      await page.getByText(/“.+” was removed from the library\./).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('cpx');
      expect(await page.getByRole('searchbox').inputValue()).toBe('cpx');
      await page.getByRole('searchbox').fill('');
      await page.getByRole('listbox', { name: 'Media' }).focus();
      await page.keyboard.press('Control+z');
      await page.getByText('1 media is back.').waitFor();
    }));
});

describe('own devices', { timeout: PATIENCE_MS }, () => {
  it('are copied from a built-in one, checked as one types, saved, changed and deleted', () =>
    walk('#/formats/devices', async (page) => {
      await page.getByRole('button', { name: 'Duplicate: Chrome', exact: true }).click();
      const editor = page.getByRole('dialog', { name: 'Device' });
      await editor.getByLabel('Name').fill('');
      await editor.getByText('Give it a name.').waitFor();
      expect(await editor.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
      await editor.getByLabel('Name').fill('Kiosk');
      const video = editor.getByRole('group', { name: 'Video that it plays, best first' });
      const first = video.getByRole('region').first();
      await first.getByLabel('Longer side at most').fill('640');
      await first.getByText('The shorter side cannot be larger than the longer one.').waitFor();
      await first.getByLabel('Shorter side at most').fill('360');
      await editor.getByText('Nothing wrong with it.').waitFor();
      await editor.getByText(/Size aside, it plays \d+ of the library’s \d+ formats/).waitFor();
      await editor.getByRole('button', { name: 'Save' }).click();
      await page.getByText('“Kiosk” is saved.').waitFor();
      await page.getByRole('button', { name: 'Change: Kiosk' }).click();
      await editor.getByLabel('Description').fill('In the entrance hall');
      await editor.getByRole('button', { name: 'Save' }).click();
      await page.getByText('In the entrance hall').waitFor();
      await page.getByRole('button', { name: 'Delete: Kiosk' }).click();
      await page.getByRole('button', { name: 'Change: Kiosk' }).waitFor({ state: 'detached' });
    }));

  it('are written to a file and read from one', () =>
    walk('#/formats/devices', async (page) => {
      await page.getByRole('button', { name: 'New device' }).click();
      const editor = page.getByRole('dialog', { name: 'Device' });
      await editor.getByLabel('Name').fill('Projector');
      await editor.getByRole('button', { name: 'Save' }).click();
      await page.getByText('“Projector” is saved.').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export all' }).click();
      const file = await (await download).path();
      await page.getByRole('button', { name: 'Delete: Projector' }).click();
      await page.getByRole('button', { name: 'Delete: Projector' }).waitFor({ state: 'detached' });
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Import…' }).click();
      await (await chooser).setFiles(file);
      await page.getByText('1 device imported.').waitFor();
      await page.getByRole('button', { name: 'Delete: Projector' }).waitFor();
    }));
});

describe('a format of one’s own', { timeout: PATIENCE_MS }, () => {
  it('shows its effect on devices and its level as one types, and can be reset', () =>
    walk('#/formats/formats', async (page) => {
      await page.getByRole('button', { name: 'Duplicate: H.264 1080p' }).click();
      const editor = page.getByRole('dialog', { name: 'Format' });
      await editor.getByText(/Size aside, it plays on \d+ of \d+ devices: .*Chrome/).waitFor();
      await editor.getByText('At its largest picture it needs H.264 level 4.2.').waitFor();
      await editor.getByLabel('Frames a second at most').fill('30');
      await editor.getByText('At its largest picture it needs H.264 level 4.0.').waitFor();
      await editor.getByRole('button', { name: 'Reset' }).click();
      await editor.getByText('At its largest picture it needs H.264 level 4.2.').waitFor();
      expect(await editor.getByLabel('Frames a second at most').inputValue()).toBe('60');
    }));
});

describe('what has an order', { timeout: PATIENCE_MS }, () => {
  it('in a format set is changed by buttons, with the focus kept, and by dragging', () =>
    walk('#/formats/sets', async (page) => {
      await page
        .getByRole('button', { name: /^Duplicate: / })
        .first()
        .click();
      const editor = page.getByRole('dialog', { name: 'Format set' });
      const names = () => editor.locator('.order-name').allTextContents();
      const before = await names();
      const [one = '', two = '', three = ''] = before;
      const down = editor.getByRole('button', { name: `Move down: ${one}`, exact: true });
      await down.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await expect.poll(names).toEqual([two, three, one, ...before.slice(3)]);
      await editor.getByText(`${one} is at place 3 of ${before.length}.`).waitFor();
      await editor.locator('.order-row').nth(2).dragTo(editor.locator('.order-row').first());
      await expect.poll(names).toEqual(before);
      await editor.getByRole('button', { name: `Take out: ${two}`, exact: true }).click();
      await editor.getByRole('button', { name: 'Save' }).click();
      await page.getByText(/\(copy\)” is saved\./).waitFor();
    }));

  it('in the queue is changed by buttons and by dragging', () =>
    walk('#/queue', async (page) => {
      const waiting = page.getByRole('region', { name: 'Waiting' });
      const names = () => waiting.locator('.job-title').allTextContents();
      await waiting.locator('.job').first().waitFor();
      const [one = '', two = ''] = await names();
      await waiting.getByRole('button', { name: `Move up: ${two}` }).click();
      await expect.poll(names).toEqual([two, one]);
      await waiting.locator('.job').nth(1).dragTo(waiting.locator('.job').first());
      await expect.poll(names).toEqual([one, two]);
    }));
});

describe('the embed code', { timeout: PATIENCE_MS }, () => {
  it('follows every option, and an attribute that is not allowed says why', () =>
    walk('#/media/media-0', async (page) => {
      const embed = page.locator('#embed');
      const code = () => embed.getByRole('region', { name: 'Embed code' }).textContent();
      await embed.getByText('More options').click();
      await embed.getByRole('group', { name: 'Only these format sets' }).waitFor();
      await expect.poll(code).toContain('-h264-1080p.mp4');
      await embed.getByLabel('At most (kb/s)').fill('1500');
      await expect.poll(code).not.toContain('-h264-1080p.mp4');
      await embed.getByLabel('At most (kb/s)').fill('');
      await embed.getByLabel('H.264 720p').check();
      await expect.poll(code).not.toContain('-h264-1080p.mp4');
      await embed.getByLabel('Class names').fill('hero');
      await page.keyboard.press('Enter');
      await expect.poll(code).toContain('class="hero"');
      await embed.getByRole('button', { name: 'Add an attribute' }).click();
      await embed.getByLabel('Name of attribute 1').fill('onplay');
      await embed.getByText(/Event handlers would run code/).waitFor();
      expect(await code()).not.toContain('onplay');
      await embed.getByLabel('Name of attribute 1').fill('data-id');
      await embed.getByLabel('Value of attribute 1').fill('7 & 8');
      await expect.poll(code).toContain('data-id="7 &amp; 8"');
      await embed.getByRole('combobox', { name: 'Where the files are' }).click();
      await page.getByRole('option', { name: 'At another address' }).click();
      await embed.getByLabel('Address of the files').fill('https://cdn.example.org');
      await expect.poll(code).toContain('src="https://cdn.example.org/media/');
    }));
});

describe('in German', { timeout: PATIENCE_MS }, () => {
  const german: Options = { locale: 'de-DE' };

  it('reasons, advice and the player speak it too', () =>
    walk(
      '#/media/media-0',
      async (page) => {
        const mark = page.locator('.mark-picked[data-at]').first();
        expect(await mark.getAttribute('aria-label')).toMatch(
          /Fassungen, die dieses Gerät abspielt/,
        );
        await page.locator('media-play-button[aria-label="abspielen"]').first().waitFor();
        await page.evaluate(() => {
          window.location.hash = '#/queue';
        });
        await page.getByText('Schaffen Sie Platz, und wiederholen Sie es dann.').first().waitFor();
      },
      german,
    ));
});

describe('the settings', { timeout: PATIENCE_MS }, () => {
  it('change theme and language at once, and tell where other programs find address and token', () =>
    walk('#/settings', async (page) => {
      await page.getByText('/home/anna/AVlogue/host.json').waitFor();
      await page.getByText(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/).waitFor();
      await page.getByText('How to restore a backup').click();
      await page.getByText('End AVlogue.').waitFor();
      await page.getByText('High contrast').click({ force: true });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.dataset.contrast))
        .toBe('high');
      await page.getByRole('combobox', { name: 'Language' }).click();
      await page.getByRole('option', { name: 'Deutsch' }).click();
      await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    }));
});

describe('many at once', { timeout: PATIENCE_MS }, () => {
  it('are converted with another format set and published together', () =>
    walk('#/library/all', async (page) => {
      await page.getByRole('option').first().click();
      await page
        .getByRole('option')
        .nth(2)
        .click({ modifiers: ['Shift'] });
      const bar = page.getByRole('status').filter({ hasText: '3 selected' });
      await bar.getByRole('button', { name: 'Convert' }).click();
      await page.getByRole('menuitem', { name: 'Web video, small' }).click();
      await page.getByText('3 conversions queued.').waitFor();
      await bar.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('dialog', { name: 'Publish 3 media' }).waitFor();
      await page.getByRole('button', { name: 'Publish now' }).click();
      await page.getByText('3 media are published.').waitFor();
    }));

  it('what needs attention is counted once: failed, missing and refused', () =>
    walk('#/library/attention', async (page) => {
      const inSidebar = page.getByRole('link', { name: /^Attention/ });
      await expect.poll(() => inSidebar.textContent()).toBe('Attention3');
      await page.getByRole('heading', { level: 1, name: 'Attention 3' }).waitFor();
      await page.getByRole('option').nth(1).waitFor();
      expect(await page.getByRole('option').count()).toBe(2);
      expect(await page.locator('.refusal').count()).toBe(1);
      await page.getByRole('button', { name: 'Forget' }).click();
      await expect.poll(() => inSidebar.textContent()).toBe('Attention2');
      await page.getByRole('heading', { level: 1, name: 'Attention 2' }).waitFor();
    }));
});

describe('the poster', { timeout: PATIENCE_MS }, () => {
  it('is chosen from moments of the film', () =>
    walk('#/media/media-0', async (page) => {
      const strip = page.getByRole('button', { name: /^Use the picture at / });
      await strip.first().waitFor();
      expect(await strip.count()).toBe(4);
      await strip.nth(2).click();
      await page.getByText('The poster is changed.').waitFor();
    }));
});

describe('a narrow window', { timeout: PATIENCE_MS }, () => {
  const narrow: Options = { viewport: { width: 800, height: 600 } };

  it('has a rail of icons, and a bar that leads to the page of what is selected', () =>
    walk(
      '#/library/all',
      async (page) => {
        await page.getByRole('option').first().click();
        expect(await page.getByRole('complementary').count()).toBe(0);
        const rail = page.getByRole('navigation', { name: 'Main' });
        expect((await rail.boundingBox())?.width).toBe(56);
        await page.getByRole('link', { name: 'Open', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: /Interview/ }).waitFor();
      },
      narrow,
    ));

  it('needs no scrolling sideways in any view', () =>
    walk(
      '#/library/all',
      async (page) => {
        const views = ['#/media/media-0', '#/queue', '#/publish', '#/formats/sets', '#/settings'];
        for (const hash of views) {
          await page.evaluate((to) => {
            window.location.hash = to;
          }, hash);
          await page.getByRole('heading', { level: 1 }).first().waitFor();
          const beyond = await page
            .locator('#content')
            .evaluate((content) => content.scrollWidth - content.clientWidth);
          expect([hash, beyond]).toEqual([hash, 0]);
        }
      },
      narrow,
    ));
});

describe('what opens over a view', { timeout: PATIENCE_MS }, () => {
  const OPENINGS: readonly (readonly [
    name: string,
    hash: string,
    open: (page: Page) => Promise<void>,
  ])[] = [
    ['the palette', '#/library/all', (page) => page.keyboard.press('Control+k')],
    ['the list of keys', '#/library/all', (page) => page.keyboard.press('?')],
    [
      'the device editor',
      '#/formats/devices',
      (page) => page.getByRole('button', { name: 'New device' }).click(),
    ],
    [
      'the set editor',
      '#/formats/sets',
      (page) =>
        page
          .getByRole('button', { name: /^Duplicate: / })
          .first()
          .click(),
    ],
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, hash, open] of OPENINGS) {
      it(`${name} has no serious or critical finding by axe in ${colorScheme}`, () =>
        walk(
          hash,
          async (page) => {
            await page.locator('[role=option], .job').first().waitFor();
            await open(page);
            await page.getByRole('dialog').waitFor();
            expect(await axeProblems(page)).toEqual([]);
          },
          { colorScheme },
        ));
    }
  }

  it('further options of the embed code have none either, in high contrast', () =>
    walk('#/media/media-0', async (page) => {
      await page.locator('#embed').getByText('More options').click();
      await page.getByRole('button', { name: 'Add an attribute' }).click();
      await page.evaluate(() => {
        document.documentElement.dataset.contrast = 'high';
      });
      expect(await axeProblems(page)).toEqual([]);
    }));
});
