import { mkdir, symlink, writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import { makeTinyAudio } from '../helpers/tiny-media.ts';

const PATIENCE_MS = 60_000;
const FFMPEG = '/usr/bin/ffmpeg';

let desktop: TestDesktop;
/** What the page called the engine for. */
const calls: string[] = [];

beforeAll(async () => {
  desktop = await startTestDesktop({
    async opened(folder) {
      await makeTinyAudio(folder.at('Song.mp3'));
      return [folder.at('Song.mp3')];
    },
  });
  desktop.page.setDefaultTimeout(15_000);
  desktop.window.webContents.frames.onPortMessage((data) => calls.push(data));
  await desktop.page.getByRole('option').getByText('Plays on all 12 devices').waitFor();
}, PATIENCE_MS);

afterAll(() => desktop[Symbol.asyncDispose](), PATIENCE_MS);

describe('a place that is chosen in the system’s dialog', { timeout: PATIENCE_MS }, () => {
  it('as FFmpeg is used at once, without a further question', async () => {
    const { page, system, folder } = desktop;
    system.chooseMenu('Settings…');
    const field = page.getByRole('textbox', { name: 'Path of FFmpeg' });
    const own = folder.at('my-ffmpeg');
    await symlink(FFMPEG, own);
    await choose('Choose… Path of FFmpeg', null);
    expect(await field.inputValue()).toBe('');
    expect(callsOf('updateSettings')).toEqual([]);
    await choose('Choose… Path of FFmpeg', own);
    await expect.poll(() => field.inputValue()).toBe(own);
    await page.getByText('in use').first().waitFor();
    await page.locator('.candidates').getByText(own).waitFor();
    expect(callsOf('updateSettings')).toHaveLength(1);
    expect(system.openDialogs.at(-1)).toMatchObject({ properties: ['openFile'] });
    expect(system.messageBoxes).toEqual([]);
  });

  it('as a watched folder is watched', async () => {
    const { page, system, folder } = desktop;
    await mkdir(folder.at('inbox'));
    await page.locator('#content').getByRole('button', { name: 'Watch a folder' }).click();
    const dialog = page.getByRole('dialog');
    await choose('Choose… Folder on this machine', null);
    expect(await pathIn(dialog)).toBe('');
    expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await choose('Choose… Folder on this machine', folder.at('inbox'));
    await expect.poll(() => pathIn(dialog)).toBe(folder.at('inbox'));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The folder is watched.').waitFor();
    expect(system.openDialogs.at(-1)).toMatchObject({ properties: ['openDirectory'] });
    expect(system.messageBoxes).toEqual([]);
  });

  it('as a publish folder is published into, shown and opened', async () => {
    const { page, system, folder } = desktop;
    system.chooseMenu('Publish');
    await page
      .getByRole('button', { name: /^Add a publish folder/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('My site');
    await choose('Choose… Folder on this machine', null);
    expect(await pathIn(dialog)).toBe('');
    await choose('Choose… Folder on this machine', folder.at('site'));
    await expect.poll(() => pathIn(dialog)).toBe(folder.at('site'));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Show in its folder' }).click();
    await expect.poll(() => system.openedPaths).toEqual([folder.at('site')]);
    await page.getByRole('button', { name: 'Open the page' }).click();
    await expect.poll(() => system.openedPaths.at(-1)).toBe(folder.at('site', 'index.html'));
    expect(system.openDialogs.at(-1)).toMatchObject({
      properties: ['openDirectory', 'createDirectory'],
    });
    expect(system.messageBoxes).toEqual([]);
  });

  it('from the menu is imported; what is no media is refused on the page, with the reason', async () => {
    const { page, system, folder } = desktop;
    system.chooseMenu('Library');
    await mkdir(folder.at('album'));
    await makeTinyAudio(folder.at('album', 'Track.mp3'), { seconds: 2 });
    await writeFile(folder.at('words.mp3'), 'only words');
    system.chooseMenu('Add folder…');
    await expect
      .poll(() => system.openDialogs.at(-1))
      .toMatchObject({
        properties: ['openDirectory', 'multiSelections'],
      });
    expect(await page.getByRole('option').count()).toBe(1);
    system.chosen.push([folder.at('album')]);
    system.chooseMenu('Add folder…');
    await page.getByRole('option').filter({ hasText: 'Track' }).waitFor();
    system.chosen.push([folder.at('words.mp3')]);
    system.chooseMenu('Add files…');
    await page.locator('.mantine-Notification-root').filter({ hasText: 'words.mp3' }).waitFor();
  });
});

describe('a dialog of a hidden window', { timeout: PATIENCE_MS }, () => {
  it('stands by itself, and what was chosen in it is imported', async () => {
    const { page, system, window, folder } = desktop;
    window.hide();
    await makeTinyAudio(folder.at('Hidden.mp3'), { seconds: 3 });
    system.chosen.push([folder.at('Hidden.mp3')]);
    system.chooseMenu('Add files…');
    await page.getByRole('option').filter({ hasText: 'Hidden' }).waitFor();
    expect(window.isShown).toBe(true);
  });
});

describe('“Show in its folder”', { timeout: PATIENCE_MS }, () => {
  it('shows the master and each rendition where they lie', async () => {
    const { page, system, folder } = desktop;
    await page.getByRole('option').filter({ hasText: 'Song' }).dblclick();
    const buttons = page.getByRole('button', { name: 'Show in its folder' });
    await buttons.first().click();
    await expect.poll(() => system.shownInFolder).toEqual([folder.at('Song.mp3')]);
    await buttons.nth(1).click();
    await expect.poll(() => system.shownInFolder.length).toBe(2);
    expect(system.shownInFolder[1]).toMatch(
      new RegExp(`^${folder.at('library', 'renditions')}/[^/]+/[^/]+\\.(mp3|m4a)$`),
    );
  });

  it('shows the library and the log', async () => {
    const { page, system, folder, app } = desktop;
    system.chooseMenu('Settings…');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.getByRole('button', { name: 'Show in its folder' }).click();
    await expect.poll(() => system.openedPaths.at(-1)).toBe(folder.at('library'));
    await page.getByRole('button', { name: 'Show the log' }).click();
    await expect.poll(() => system.shownInFolder.at(-1)).toBe(`${app.getPath('logs')}/avlogue.log`);
  });

  it('says so when the system cannot open it', async () => {
    const { page, system, folder } = desktop;
    system.refusesToOpen = 'There is no file manager.';
    await page.getByRole('button', { name: 'Show in its folder' }).click();
    const note = page.locator('.mantine-Notification-root').filter({ hasText: 'file manager' });
    expect(await note.textContent()).toContain(folder.at('library'));
    system.refusesToOpen = '';
  });
});

describe('a page whose process ends', { timeout: PATIENCE_MS }, () => {
  it('comes back by itself twice, then the person is asked', async () => {
    const { page, system, window } = desktop;
    const loads: string[] = [];
    page.on('load', () => loads.push(page.url()));
    const gone = { reason: 'crashed', exitCode: 5 };
    for (let times = 1; times < 3; times += 1) {
      window.webContents.emit('render-process-gone', {}, gone);
      await expect.poll(() => loads.length).toBe(times);
    }
    expect(system.messageBoxes).toEqual([]);
    system.pressed.push(0);
    window.webContents.emit('render-process-gone', {}, gone);
    await expect.poll(() => loads.length).toBe(3);
    expect(system.messageBoxes).toMatchObject([{ buttons: ['Load it again', 'Quit AVlogue'] }]);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  });
});

it('had no error on the page', () => {
  expect(desktop.problems).toEqual([]);
});

/** Presses a button that opens the dialog, and answers it; null: cancels it. */
async function choose(button: string, path: string | null): Promise<void> {
  const { page, system } = desktop;
  const before = system.openDialogs.length;
  if (path !== null) system.chosen.push([path]);
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => system.openDialogs.length).toBe(before + 1);
}

function pathIn(dialog: Locator): Promise<string> {
  return dialog.getByRole('textbox', { name: 'Folder on this machine' }).inputValue();
}

function callsOf(operation: string): readonly string[] {
  return calls.filter((data) => data.includes(`/${operation}`));
}
