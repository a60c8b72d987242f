import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { en } from '../../main/electron/texts/en.ts';
import { startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import { converting, withLongClip } from '../helpers/desktop-converting.ts';
import { startTestEngine } from '../helpers/engine.ts';
import { makeTinyAudio, makeTinyVideo } from '../helpers/tiny-media.ts';

const PATIENCE_MS = 90_000;
/** The buttons of the question. */
const BACKGROUND = 0;
const STOP = 1;
const CANCEL = 2;
/** On the double's screen of 1920 × 1080. */
const CENTRED = { x: 320, y: 120, width: 1280, height: 840 };

describe('the end of the desktop application', { timeout: PATIENCE_MS }, () => {
  it('asks while something is converted, goes on in the background, and leaves when that is done', async () => {
    await using desktop = await startTestDesktop({ opened: withLongClip });
    const { window, system, app } = desktop;
    const { closing } = en;
    await converting(desktop);

    system.pressed.push(CANCEL);
    window.close();
    await expect.poll(() => system.messageBoxes.length).toBe(1);
    expect(system.messageBoxes[0]).toMatchObject({
      message: closing.message,
      buttons: [closing.background, closing.stop, closing.cancel],
    });
    expect([window.isDestroyed(), window.isShown]).toEqual([false, true]);

    const ended = once(app, 'quit');
    system.pressed.push(BACKGROUND);
    window.close();
    await expect.poll(() => window.isShown).toBe(false);
    expect(app.exitCode).toBeNull();
    await ended;
    expect(app.exitCode).toBe(0);
    expect(system.notifications).toMatchObject([{ title: 'Converted' }]);
    await expectLetGo(desktop, 'done');
  });

  it('stops when that is wanted, and the next start takes the work up again', async () => {
    await using desktop = await startTestDesktop({ opened: withLongClip });
    const { window, system, app } = desktop;
    await converting(desktop);
    const ended = once(app, 'quit');
    system.pressed.push(STOP);
    window.close();
    await ended;
    expect(system.awake.size).toBe(0);
    await expectLetGo(desktop, 'queued');
  });

  it('stays when a menu item brought the window back from the background', async () => {
    await using desktop = await startTestDesktop({ opened: withLongClip });
    const { window, system, app, page, folder } = desktop;
    await converting(desktop);
    system.pressed.push(BACKGROUND);
    window.close();
    await expect.poll(() => window.isShown).toBe(false);
    system.chooseMenu('Library');
    expect(window.isShown).toBe(true);
    await expect.poll(() => system.awake.size, { timeout: PATIENCE_MS }).toBe(0);
    await makeTinyAudio(folder.at('More.mp3'));
    system.chosen.push([folder.at('More.mp3')]);
    system.chooseMenu('Add files…');
    await page.getByRole('option').filter({ hasText: 'More' }).waitFor();
    expect(app.exitCode).toBeNull();
  });

  it('listens to the system and to signals until the library is let go of', async () => {
    await using desktop = await startTestDesktop();
    const { page, system, folder } = desktop;
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    const lock = folder.at('library', 'catalog.lock');
    const held: Record<string, boolean> = {};
    const note = (event: string | symbol) => {
      held[String(event)] = existsSync(lock);
    };
    expect(existsSync(lock)).toBe(true);
    for (const source of [process, system.powerMonitor]) source.on('removeListener', note);
    await desktop.quit();
    for (const source of [process, system.powerMonitor]) source.off('removeListener', note);
    expect(held).toMatchObject({ shutdown: false, SIGINT: false, SIGTERM: false, SIGHUP: false });
  });

  it('leaves nothing behind when it is quit while the library is still opened', async () => {
    await using desktop = await startTestDesktop({
      async before({ app }) {
        app.once('web-contents-created', () => queueMicrotask(() => app.quit()));
      },
    });
    const { app, system, folder } = desktop;
    await expect.poll(() => app.exitCode, { timeout: PATIENCE_MS }).toBe(0);
    expect(await readdir(folder.at('library'))).toContain('catalog.json');
    expect(existsSync(folder.at('library', 'host.json'))).toBe(false);
    expect(existsSync(folder.at('library', 'catalog.lock'))).toBe(false);
    expect(system.errorBoxes).toEqual([]);
  });

  it('remembers the window’s place', async () => {
    await using desktop = await startTestDesktop();
    await desktop.quit();
    const text = await readFile(`${desktop.app.getPath('userData')}/window.json`, 'utf8');
    expect(JSON.parse(text)).toEqual({
      bounds: CENTRED,
      maximized: false,
      theme: 'system',
    });
  });

  it('says so and leaves when another process owns the library', async () => {
    const owned: AsyncDisposable[] = [];
    await using desktop = await startTestDesktop({
      opened: async (folder) => {
        const owner = await startTestEngine({ started: false, libraryPath: folder.at('library') });
        owned.push(owner);
        return [];
      },
    });
    const { app, system } = desktop;
    await expect.poll(() => app.exitCode, { timeout: PATIENCE_MS }).toBe(1);
    expect(system.errorBoxes).toHaveLength(1);
    expect(system.errorBoxes[0]).toContain('owns this library');
    // ours from the start, not Electron's own with its tools for developers
    expect(() => system.chooseMenu(en.menu.showLog)).not.toThrow();
    for (const owner of owned) await owner[Symbol.asyncDispose]();
  });
});

describe('a second start', { timeout: PATIENCE_MS }, () => {
  it('hands its files to the first one, whose window comes to the front', async () => {
    await using desktop = await startTestDesktop();
    const { app, window, page, folder } = desktop;
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    window.hide();
    const clip = folder.at('Second.mp4');
    await makeTinyVideo(clip);
    app.emit('second-instance', {}, [], folder.path, { paths: [clip] });
    await page.getByRole('option').filter({ hasText: 'Second' }).waitFor();
    expect([window.isShown, window.hasFocus]).toEqual([true, true]);
  });

  it('while the first one ends begins anew with its files, and brings no window back', async () => {
    await using desktop = await startTestDesktop();
    const { app, system, window, page, folder } = desktop;
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    const ended = once(app, 'quit');
    window.hide();
    app.quit();
    app.emit('second-instance', {}, [], folder.path, { paths: [folder.at('Late.mp4')] });
    app.emit('activate');
    system.chooseMenu(en.menu.queue);
    expect([window.isShown, app.relaunches]).toEqual([false, []]);
    await ended;
    expect(app.relaunches).toEqual([{ args: [folder.at('Late.mp4')] }]);
  });
});

/** The library can be opened by the next one, and holds what became of the job. */
async function expectLetGo({ folder }: TestDesktop, status: string): Promise<void> {
  await using engine = await startTestEngine({ started: false, libraryPath: folder.at('library') });
  expect([...engine.catalog.all('jobs').values()].map((job) => job.status)).toEqual([status]);
}
