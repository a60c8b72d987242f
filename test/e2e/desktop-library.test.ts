import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenLibraryFile, defaultLibraryPath } from '../../main/default-library.ts';
import { type Bridged, startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import { converting, withLongClip } from '../helpers/desktop-converting.ts';

const PATIENCE_MS = 60_000;
const CANCEL = 1;
const RESTART = 0;
const BACKGROUND = 0;
const USUAL = 1;

describe('another library', { timeout: PATIENCE_MS }, () => {
  it('is opened by a restart, after a question; until then nothing changes', async () => {
    await using desktop = await startTestDesktop({ ownLibrary: true });
    const { page, system, app, folder } = desktop;
    page.setDefaultTimeout(15_000);
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    system.chooseMenu('Settings…');
    const button = page.getByRole('button', { name: 'Open another library…' });
    await button.click();
    await expect.poll(() => system.openDialogs.length).toBe(1);
    expect(system.messageBoxes).toEqual([]);

    await mkdir(folder.at('films'));
    system.chosen.push([folder.at('films')]);
    system.pressed.push(CANCEL);
    await button.click();
    await expect.poll(() => system.messageBoxes.length).toBe(1);
    expect(system.messageBoxes[0]?.message).toContain(folder.at('films'));
    expect([app.exitCode, app.relaunches]).toEqual([null, []]);

    const ended = once(app, 'quit');
    system.chosen.push([folder.at('films')]);
    system.pressed.push(RESTART);
    await button.click();
    await ended;
    expect(app.relaunches).toHaveLength(1);
    expect(await chosen()).toBe(folder.at('films'));
    expect(desktop.problems).toEqual([]);
  });

  it('is not opened any more when the window came back from the background', async () => {
    await using desktop = await startTestDesktop({ ownLibrary: true, opened: withLongClip });
    const { page, system, window, app, folder } = desktop;
    await converting(desktop);
    await mkdir(folder.at('films'));
    system.chosen.push([folder.at('films')]);
    system.pressed.push(RESTART, BACKGROUND);
    await page.evaluate(() => (globalThis as never as Bridged).avlogue.openLibrary());
    expect([app.exitCode, window.isShown]).toEqual([null, false]);
    app.emit('activate');
    expect(window.isShown).toBe(true);
    await desktop.quit();
    expect(app.relaunches).toEqual([]);
    await expect(chosen()).rejects.toThrow('ENOENT');
  });

  it('is asked for also while the window is hidden', async () => {
    await using desktop = await startTestDesktop({ ownLibrary: true });
    const { page, system, window, app } = desktop;
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    window.hide();
    await page.evaluate(() => (globalThis as never as Bridged).avlogue.openLibrary());
    expect(system.openDialogs).toHaveLength(1);
    expect([app.exitCode, app.relaunches]).toEqual([null, []]);
  });

  it('is not offered by a launch whose library was named', async () => {
    await using desktop = await startTestDesktop();
    const { page, system } = desktop;
    page.setDefaultTimeout(15_000);
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    system.chooseMenu('Settings…');
    await page.getByRole('button', { name: 'Open another library…' }).click();
    await page.getByText(/AVLOGUE_LIBRARY names the library/).waitFor();
    expect(system.openDialogs).toEqual([]);
  });
});

describe('a library whose drive is gone', { timeout: PATIENCE_MS }, () => {
  it('is asked about before anything is opened, and the usual one opens when that is wanted', async () => {
    await using desktop = await startTestDesktop({
      ownLibrary: true,
      async before({ system }) {
        await choose('/nowhere/at/all');
        system.pressed.push(USUAL);
      },
    });
    const { page, system } = desktop;
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    expect(system.messageBoxes).toHaveLength(1);
    await showsLibrary(desktop, defaultLibraryPath(places()));
    await expect(chosen()).rejects.toThrow('ENOENT');
  });
});

function places() {
  return { environment: process.env, platform: process.platform, homeFolder: homedir() } as const;
}

async function choose(path: string): Promise<void> {
  const file = chosenLibraryFile(places());
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ path }));
}

async function chosen(): Promise<string> {
  return JSON.parse(await readFile(chosenLibraryFile(places()), 'utf8')).path;
}

async function showsLibrary({ page, system }: TestDesktop, path: string): Promise<void> {
  system.chooseMenu('Settings…');
  await page.locator('dd').getByText(path, { exact: true }).waitFor();
}
