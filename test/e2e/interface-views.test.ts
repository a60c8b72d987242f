import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { type SampleStage, sampleStage } from '../helpers/sample-stage.ts';

const PATIENCE_MS = 90_000;

let stage: SampleStage;

beforeAll(async () => {
  stage = await sampleStage();
}, PATIENCE_MS);

afterAll(() => stage[Symbol.asyncDispose]());

describe('the language', { timeout: PATIENCE_MS }, () => {
  it('speaks German when the browser does', async () => {
    await using host = await startFakeHost({ mediaCount: 0, ...stage });
    await using watched = await stage.browser.open(host.url, { locale: 'de-DE' });
    await watched.page.getByRole('heading', { name: 'Video oder Audio hier ablegen' }).waitFor();
    expect(await watched.page.evaluate(() => document.documentElement.lang)).toBe('de-DE');
  });
});

describe('the library', { timeout: PATIENCE_MS }, () => {
  it('shows the first and the last of 100,000 media and draws only what is in view', async () => {
    await using host = await startFakeHost({ mediaCount: 100_000, ...stage });
    await using watched = await stage.browser.open(host.url, { locale: 'en-GB' });
    const { page } = watched;
    await page
      .getByRole('option', { name: /Interview with the harbour master/ })
      .first()
      .waitFor();
    await page.getByRole('listbox').focus();
    await page.keyboard.press('End');
    await page.locator('#media-at-99999').waitFor();
    expect(await page.locator('#media-at-99999').getAttribute('aria-setsize')).toBe('100000');
    expect(await page.getByRole('option').count()).toBeLessThan(120);
    expect(watched.problems).toEqual([]);
  });

  it('is operated by keyboard: arrows move, Shift extends, Escape clears, Enter opens', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, { locale: 'en-GB' });
    const { page } = watched;
    await page.getByRole('option').first().waitFor();
    await page.getByRole('listbox').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Low tide at Morecambe Bay' }).waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('2 selected').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Opening night' }).waitFor();
  });

  it('searches as one types and says so when nothing matches', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, { locale: 'en-GB' });
    const { page } = watched;
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('salt marsh');
    await page
      .getByRole('option', { name: /Birds on the salt marsh/ })
      .first()
      .waitFor();
    await page.keyboard.type(' xyzzy');
    await page.getByText('Nothing matches.').waitFor();
  });

  it('says what dropping will do while files hover over the page', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, { locale: 'en-GB' });
    const { page } = watched;
    await page.getByRole('option').first().waitFor();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'clip.mp4', { type: 'video/mp4' }));
      return data;
    });
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    await page.getByText('Drop to add to the library').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await page.getByRole('region', { name: 'Adding 1 file' }).getByText('Added Open').waitFor();
  });

  it('keeps progress in step with the engine', async () => {
    await using host = await startFakeHost({ mediaCount: 152, ...stage });
    await using watched = await stage.browser.open(host.url, { locale: 'en-GB' });
    const card = watched.page.getByRole('option', { name: /Low tide/ }).first();
    await card.getByText('42%').waitFor();
    host.emit({
      type: 'job-progress',
      progress: {
        jobId: 'job-1',
        mediaId: 'media-1',
        phase: 'verifying',
        fraction: 0.87,
        speed: null,
        secondsLeft: null,
        formatIds: [],
      },
    });
    await card.getByText('87%').waitFor();
  });
});
