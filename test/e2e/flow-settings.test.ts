import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { makeTinyAudio, makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  await mkdir(flow.at('Clips'));
  await makeTinyVideo(flow.at('Harbour.mp4'), { sizes: '854x480' });
  await makeTinyAudio(flow.at('Waves.mp3'));
  await writeFile(flow.at('ffmpeg'), 'no program');
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

const section = (title: string) =>
  page
    .locator('.settings-section')
    .filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
const settings = () => flow.client.system.settings();

async function choose(field: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: value, exact: true }).click();
}

describe('how it looks and what it speaks', { timeout: PATIENCE_MS }, () => {
  it('changes at once, and is as it was left after the page is loaded again', async () => {
    await flow.go('#/settings');
    const root = page.locator('html');
    const scheme = () => root.getAttribute('data-mantine-color-scheme');
    await page.locator('label', { hasText: /^Dark$/ }).click();
    await expect.poll(scheme).toBe('dark');
    await page.locator('label', { hasText: /^High contrast$/ }).click();
    await expect.poll(() => root.getAttribute('data-contrast')).toBe('high');
    await page.locator('label', { hasText: /^Light$/ }).click();
    await expect.poll(scheme).toBe('light');
    await choose('Language', 'Deutsch');
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    expect(await root.getAttribute('lang')).toMatch(/^de/);
    expect(await scheme()).toBe('light');
    await choose('Sprache', 'English');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  });

  it('begins as it was last, before the library and even the application answered', async () => {
    const ground = () =>
      page.locator('body').evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.locator('label', { hasText: /^Dark$/ }).click();
    await expect.poll(ground).toBe('rgb(28, 30, 34)');
    await choose('Language', 'Deutsch');
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    await page.route('**/rpc/**', () => {});
    await page.reload();
    await page.getByText('Verbindung zu AVlogue').waitFor();
    expect(await ground()).toBe('rgb(28, 30, 34)');
    await page.route('**/assets/*.js', () => {});
    await page.reload({ waitUntil: 'commit' });
    await expect.poll(ground).toBe('rgb(28, 30, 34)');
    expect(await page.locator('#root').textContent()).toBe('');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await choose('Sprache', 'English');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.locator('label', { hasText: /^Light$/ }).click();
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
  });
});

describe('what is converted, and how', { timeout: PATIENCE_MS }, () => {
  it('follows the format sets for new video and audio', async () => {
    await choose('Format set for new video', 'Web video, small');
    await choose('Format set for new audio', 'Podcast');
    await expect.poll(settings).toMatchObject({
      videoFormatSetId: 'web-video-small',
      audioFormatSetId: 'podcast',
    });
    await page.getByRole('switch', { name: 'Convert new media without asking' }).press('Space');
    await expect.poll(async () => (await settings()).convertOnImport).toBe(false);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Import from a path on this machine…' }).click();
    const form = page.getByRole('dialog', { name: 'Import from a path on this machine' });
    await form.getByLabel('File or folder').fill(flow.at('Harbour.mp4'));
    await form.getByRole('button', { name: 'Import' }).click();
    await flow.said('1 file taken in.');
    await flow.go('#/library/all');
    await page
      .getByRole('option')
      .filter({ hasText: 'Harbour' })
      .getByText('Not converted')
      .waitFor();
    await page.getByRole('option').filter({ hasText: 'Harbour' }).dblclick();
    const columns = page.locator('.matrix th[scope=col]');
    await columns.filter({ hasText: 'H.264 360p' }).getByText('planned').waitFor();
    expect(await columns.filter({ hasText: '1080p' }).count()).toBe(0);
  });

  it('takes as many jobs and threads as one says, and goes back to what suits the machine', async () => {
    await flow.go('#/settings');
    const jobs = page.getByLabel('Media converted at the same time');
    await jobs.fill('3');
    await page.getByLabel('Threads for all encoders together').fill('5');
    await expect.poll(settings).toMatchObject({ parallelJobs: 3, encoderThreads: 5 });
    await flow.go('#/queue');
    await page.getByText('At most 3 jobs at a time, 5 threads together.').waitFor();
    await flow.go('#/settings');
    await jobs.fill('');
    await expect.poll(async () => (await settings()).parallelJobs).toBeNull();
    await expect.poll(() => jobs.getAttribute('placeholder')).toMatch(/^automatic \(\d+\)$/);
  });
});

describe('watched folders', { timeout: PATIENCE_MS }, () => {
  it('are added, changed and let go', async () => {
    const folders = section('Watched folders');
    await folders.getByRole('button', { name: 'Watch a folder' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Folder on this machine').fill('Clips');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: /Clips/ }).waitFor();
    await page.getByRole('alert').getByRole('button').click();
    await form.getByLabel('Folder on this machine').fill(flow.at('Clips'));
    await form.getByRole('button', { name: 'Save' }).click();
    await flow.said('The folder is watched.');
    const row = folders.locator('.job', { hasText: flow.at('Clips') });
    await row.getByText('watching · 0 media').waitFor();
    await row.getByRole('button', { name: /^Change/ }).click();
    await form.getByRole('switch', { name: 'Look again every few seconds' }).press('Space');
    await form.getByRole('button', { name: 'Save' }).click();
    await row.getByText('looking again every few seconds · 0 media').waitFor();
    await row.getByRole('button', { name: /^Pause/ }).click();
    await flow.said('What appears there waits until watching goes on.');
    await row.getByText('paused · 0 media').waitFor();
    await makeTinyVideo(flow.at('Clips', 'Late.mp4'));
    await row.getByRole('button', { name: /^Go on/ }).click();
    await flow.said('The folder is watched again.');
    await row.getByText(/ · 1 media$/).waitFor();
    await row.getByRole('button', { name: /^Stop watching/ }).click();
    await flow.said('No longer watched; its media stay.');
    await row.waitFor({ state: 'detached' });
  });
});

describe('FFmpeg', { timeout: PATIENCE_MS }, () => {
  it('is shown with the reason for each that was found', async () => {
    const candidates = section('FFmpeg').locator('.candidates').first().getByRole('listitem');
    await candidates.filter({ hasText: 'in use' }).getByText(/^Used/).waitFor();
    await section('FFmpeg').getByText('fine').first().waitFor();
  });

  it('tells of a path that is no FFmpeg why, and goes on with one that works', async () => {
    await page.getByLabel('Path of FFmpeg').fill(flow.at('ffmpeg'));
    await page.keyboard.press('Tab');
    const wrong = section('FFmpeg')
      .getByRole('listitem')
      .filter({ hasText: flow.at('ffmpeg') });
    await wrong.locator('.tone-bad').waitFor();
    await wrong.getByText('Does not work: it may not be executed.').waitFor();
    await section('FFmpeg').locator('.candidates').first().getByText('in use').waitFor();
    await page.getByLabel('Path of FFmpeg').fill('');
    await page.keyboard.press('Tab');
    await wrong.waitFor({ state: 'detached' });
  });
});

describe('the library and what reaches it', { timeout: PATIENCE_MS }, () => {
  it('shows its place and backs the catalog up', async () => {
    const library = section('Library');
    await library.getByText(flow.at('library'), { exact: true }).waitFor();
    await library.getByText(/free$/).waitFor();
    await library.getByRole('button', { name: 'Back up the catalog now' }).click();
    await flow.said(`A copy is at ${flow.at('library', 'backups')}`);
    const [file = ''] = await readdir(flow.at('library', 'backups'));
    expect(await readFile(flow.at('library', 'backups', file), 'utf8')).toContain('Harbour');
    await library.getByText('How to restore a backup').click();
    await library.getByText(/move catalog\.json/).waitFor();
  });

  it('tells other programs an address and a key with which they get in', async () => {
    const api = section('For other programs');
    await api.getByRole('button', { name: 'Copy: Address', exact: true }).click();
    const address = await flow.copied();
    await api.getByRole('button', { name: 'Copy: Address and token stand in' }).click();
    await expect.poll(flow.copied).toMatch(/host\.json$/);
    const { token } = JSON.parse(await readFile(await flow.copied(), 'utf8'));
    const answer = await fetch(`${address}/media`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.text()).toContain('Harbour');
    expect((await fetch(`${address}/media`)).status).toBe(401);
  });

  it('did all that without a problem', () =>
    flow.expectNoProblems(/^4\d\d: .*\/rpc\/import\/saveWatchFolder$|status of 4/));
});
