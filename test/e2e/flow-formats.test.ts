import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  await makeTinyVideo(flow.at('Harbour.mp4'));
  await flow.client.system.updateSettings({ convertOnImport: false });
  await flow.client.import.paths({ paths: [flow.at('Harbour.mp4')] });
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

const editor = (name: string) => page.getByRole('dialog', { name });
const row = (name: string) => page.locator('.job', { hasText: name });

describe('a format of one’s own', { timeout: PATIENCE_MS }, () => {
  it('begins anew, as what nearly everything plays', async () => {
    await flow.go('#/formats/formats');
    await page.getByRole('button', { name: 'New format: Audio' }).click();
    const form = editor('Format');
    await form.getByText('Nothing wrong with it.').waitFor();
    await form.getByLabel('Name').fill('Jingle');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await row('Jingle').getByText('your own').waitFor();
    await row('Jingle').getByRole('button', { name: 'Delete: Jingle' }).click();
    await row('Jingle').waitFor({ state: 'detached' });
  });

  it('begins as a copy of another one', async () => {
    await page.getByRole('button', { name: 'Duplicate: H.264 720p' }).click();
    await editor('Format').getByText('Nothing wrong with it.').waitFor();
  });

  it('is checked as one types, each fault at its field and what to do', async () => {
    const form = editor('Format');
    const width = form.getByLabel('Width at most');
    await width.fill('10');
    await expectFault(width, /32|at least/i);
    await form.getByRole('listitem').filter({ hasText: 'Width at most' }).waitFor();
    expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await width.fill('640');
    await form.getByLabel('Height at most').fill('360');
    const codec = form.getByRole('group', { name: 'Picture' }).getByLabel('Codec');
    await codec.click();
    await page.getByRole('option', { name: 'Theora' }).click();
    await expectFault(codec, 'MP4 cannot hold Theora. It can hold');
    await expectFault(form.getByRole('combobox', { name: 'Rate' }), 'Theora is encoded by bitrate');
    await codec.click();
    await page.getByRole('option', { name: 'H.264' }).click();
    await form.getByText('Nothing wrong with it.').waitFor();
    await form.getByLabel('Name').fill('');
    await expectFault(form.getByLabel('Name'), 'A text is needed here.');
    await form.getByLabel('Name').fill('Newsletter');
    await form.getByText('Nothing wrong with it.').waitFor();
  });

  it('shows the command that it means, the devices it plays on and the level it needs', async () => {
    const form = editor('Format');
    const command = form.locator('pre.log-text');
    await expect.poll(() => command.textContent()).toContain('libx264');
    await form.getByLabel('Quality (lower is better)').fill('31');
    await expect.poll(() => command.textContent()).toContain('-crf 31');
    await form.getByLabel('Rate at most (kb/s)').fill('900');
    await expect.poll(() => command.textContent()).toContain('-maxrate:v 900000');
    await form.getByText(/Size aside, it plays on \d+ of \d+ devices: .*Chrome/).waitFor();
    await form.getByText('At its largest picture it needs H.264 level 3.1.').waitFor();
    await form.getByLabel('Frames a second at most').fill('30');
    await form.getByText('At its largest picture it needs H.264 level 3.0.').waitFor();
    await form.getByRole('button', { name: 'Copy command' }).click();
    await expect.poll(flow.copied).toBe(await command.textContent());
  });

  it('takes further options that are harmless and refuses the others', async () => {
    const form = editor('Format');
    const extra = form.getByLabel('More FFmpeg options');
    await extra.fill('-i');
    await page.keyboard.press('Enter');
    await form.getByRole('listitem').filter({ hasText: 'More FFmpeg options' }).first().waitFor();
    expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await form.getByRole('button', { name: 'Reset' }).click();
    await form.getByText('Nothing wrong with it.').waitFor();
    expect(await form.getByLabel('Name').inputValue()).toBe('H.264 720p (copy)');
  });

  it('is saved and changed again', async () => {
    const form = editor('Format');
    await form.getByLabel('Name').fill('Newsletter');
    await form.getByLabel('Width at most').fill('640');
    await form.getByLabel('Height at most').fill('360');
    await form.getByText('Nothing wrong with it.').waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await flow.said('“Newsletter” is saved.');
    await row('Newsletter').getByText('your own').waitFor();
    await row('Newsletter')
      .getByText(/640 × 360/)
      .waitFor();
    await row('Newsletter')
      .getByRole('button', { name: /^Change/ })
      .click();
    await form.getByLabel('Description').fill('For the Friday letter');
    await form.getByText('Nothing wrong with it.').waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await flow.said('“Newsletter” is saved.');
    await row('Newsletter').getByText('For the Friday letter').waitFor();
  });
});

describe('a format set of one’s own', { timeout: PATIENCE_MS }, () => {
  it('is put together, ordered by dragging and saved', async () => {
    await flow.go('#/formats/sets');
    await page.getByRole('button', { name: 'New set: Video' }).click();
    const form = editor('Format set');
    await form.getByText('Give it a name.').waitFor();
    await form.getByLabel('Name').fill('Letters');
    await form.getByText('Choose at least one format.').waitFor();
    expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    for (const name of ['H.264 480p', 'VP9 720p', 'Newsletter']) {
      await form.getByRole('combobox', { name: 'Add a format' }).fill(name);
      await page.getByRole('option', { name, exact: true }).click();
    }
    const names = () => form.locator('.order-name').allTextContents();
    await expect.poll(names).toEqual(['H.264 480p', 'VP9 720p', 'Newsletter']);
    await form.locator('.order-row').nth(2).dragTo(form.locator('.order-row').first());
    await expect.poll(names).toEqual(['Newsletter', 'H.264 480p', 'VP9 720p']);
    await form.getByRole('button', { name: 'Take out: VP9 720p' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await flow.said('“Letters” is saved.');
    await row('Letters').getByText('Newsletter · H.264 480p').waitFor();
  });

  it('is used for new media from then on', async () => {
    await page.getByRole('button', { name: 'Use for new media: Letters' }).click();
    await row('Letters').getByText('used for new media').waitFor();
    await makeTinyVideo(flow.at('Letter.mp4'), { sizes: '320x180' });
    const { results } = await flow.client.import.paths({ paths: [flow.at('Letter.mp4')] });
    const [taken] = results;
    await flow.go(`#/media/${taken?.outcome === 'imported' ? taken.mediaId : ''}`);
    await page.locator('.matrix th[scope=col]').filter({ hasText: 'Newsletter' }).waitFor();
  });
});

describe('formats and sets as a file', { timeout: PATIENCE_MS }, () => {
  let file = '';

  it('are written and, after they were deleted, read again', async () => {
    await flow.go('#/formats/formats');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export all' }).click();
    file = flow.at('formats.json');
    await (await download).saveAs(file);
    expect(JSON.parse(await readFile(file, 'utf8')).formats).toContainEqual(
      expect.objectContaining({ name: 'Newsletter' }),
    );
    await flow.client.system.updateSettings({ videoFormatSetId: 'web-video' });
    await flow.go('#/formats/sets');
    await page.getByRole('button', { name: 'Delete: Letters' }).click();
    await row('Letters').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Delete: Letters' }).click();
    await flow.said('“Letters” is deleted.');
    await row('Letters').waitFor({ state: 'detached' });
    await flow.go('#/formats/formats');
    await row('Newsletter')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await flow.said('“Newsletter” is deleted.');
    await row('Newsletter').waitFor({ state: 'detached' });
    await importFile(file);
    await flow.said('1 format and 1 set imported.');
    await row('Newsletter').waitFor();
  });

  it('are refused when the file is none of them, with what to do', async () => {
    await writeFile(file, '{"recipes": []}');
    await importFile(file);
    await page
      .getByRole('alert')
      .filter({ hasText: /AVlogue/ })
      .waitFor();
    await page.getByRole('alert').getByRole('button').click();
  });
});

describe('device profiles', { timeout: PATIENCE_MS }, () => {
  it('decide what every media is measured by', async () => {
    await flow.go('#/library/all');
    await page.getByRole('option').filter({ hasText: 'Harbour' }).dblclick();
    await page.getByText('Once converted, it plays on every device (12 of 12).').waitFor();
    await flow.go('#/formats/devices');
    await page.getByRole('switch', { name: 'Promise something that plays on Edge' }).press('Space');
    await expect
      .poll(async () => (await flow.client.system.settings()).disabledDeviceIds)
      .toHaveLength(1);
    await page.goBack();
    await page.getByText('Once converted, it plays on every device (11 of 11).').waitFor();
    expect(await page.locator('.matrix').getByText('Edge').count()).toBe(0);
  });

  it('did all that without a problem', () =>
    flow.expectNoProblems(/^400: .*\/rpc\/formats\/import$|status of 400/));
});

/** The field is marked as wrong and says why. */
async function expectFault(field: Locator, words: string | RegExp): Promise<void> {
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => descriptionOf(field)).toMatch(words);
}

function descriptionOf(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

async function importFile(file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles(file);
}
