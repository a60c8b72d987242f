import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsPatch } from '../../core/catalog/settings-patch.ts';
import { GROUNDS } from '../../main/electron/grounds.ts';
import { startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import type { ElectronDouble } from '../helpers/electron-double/electron-double.ts';
import { startTestEngine } from '../helpers/engine.ts';
import { makeTinyAudio, makeTinyVideo } from '../helpers/tiny-media.ts';

const PATIENCE_MS = 90_000;
/** The button of the question at closing. */
const BACKGROUND = 0;

describe('settings of the window', { timeout: PATIENCE_MS }, () => {
  let desktop: TestDesktop;

  beforeAll(async () => {
    desktop = await startTestDesktop();
    desktop.page.setDefaultTimeout(15_000);
    await desktop.page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    desktop.system.chooseMenu('Settings…');
    await desktop.page.getByRole('heading', { name: 'Settings' }).waitFor();
  }, PATIENCE_MS);

  afterAll(() => desktop[Symbol.asyncDispose](), PATIENCE_MS);

  it('say that this copy has no update feed, and offer nothing that would not work', async () => {
    const { page } = desktop;
    const updates = page.getByRole('switch', { name: 'Look for updates at the start' });
    await page.getByText('This copy was built without an update feed').waitFor();
    expect([await updates.isDisabled(), await updates.isChecked()]).toEqual([true, false]);
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    await page.getByText(version, { exact: true }).waitFor();
  });

  it('leave it to the system to notify: there is no switch for this browser', async () => {
    const { page } = desktop;
    await page.getByText('Shown by the system').waitFor();
    expect(await page.getByRole('switch', { name: 'Show them in this browser' }).count()).toBe(0);
  });

  it('silence the end of a batch', async () => {
    const { page, system, window, folder } = desktop;
    const done = page.getByRole('switch', { name: 'When everything is converted' });
    await done.press('Space');
    await expect.poll(() => done.isChecked()).toBe(false);
    window.hasFocus = false;
    await makeTinyAudio(folder.at('Quiet.mp3'));
    system.chosen.push([folder.at('Quiet.mp3')]);
    system.chooseMenu('Add files…');
    // the bar came, and went at the end
    await expect.poll(() => window.progress.at(-1), { timeout: PATIENCE_MS }).toBe(-1);
    expect(system.notifications).toEqual([]);
  });

  it('give title bar and dialogs the theme, and the ground behind the page', async () => {
    const { page, system, window } = desktop;
    expect(window.grounds.at(-1)).toBe(GROUNDS.light);
    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(() => system.nativeTheme.themeSource).toBe('dark');
    expect(window.grounds.at(-1)).toBe(GROUNDS.dark);
    await expect.poll(() => groundOf(desktop)).toBe(asRgb(GROUNDS.dark));
    await page.getByText('High contrast', { exact: true }).click();
    await expect.poll(() => system.nativeTheme.themeSource).toBe('system');
    system.nativeTheme.systemIsDark = true;
    expect(window.grounds.at(-1)).toBe(GROUNDS.black);
    await expect.poll(() => groundOf(desktop)).toBe(asRgb(GROUNDS.black));
    system.nativeTheme.systemIsDark = false;
    await page.getByText('Light', { exact: true }).click();
    await expect.poll(() => window.grounds.at(-1)).toBe(GROUNDS.light);
    await expect.poll(() => groundOf(desktop)).toBe(asRgb(GROUNDS.light));
  });

  it('had no error on the page', () => {
    expect(desktop.problems).toEqual([]);
  });
});

describe('a window that was left dark', { timeout: PATIENCE_MS }, () => {
  it('is dark from its first moment on, on a light system, and stays so', async () => {
    await using desktop = await startTestDesktop({
      async opened(folder) {
        const libraryPath = folder.at('library');
        await using engine = await startTestEngine({ started: false, libraryPath });
        await engine.catalog.commit([settingsPatch({ theme: 'dark' })]);
        return [];
      },
      async before(double) {
        await leaveWindow(double, 'dark');
        await double.context.addInitScript(noteGrounds);
      },
    });
    const { page, window, system } = desktop;
    expect(window.options.backgroundColor).toBe(GROUNDS.dark);
    expect(system.nativeTheme.themeSource).toBe('dark');
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    const seen = await page.evaluate(
      () => (window as never as { seenGrounds: string[] }).seenGrounds,
    );
    expect(seen).toEqual([asRgb(GROUNDS.dark)]);
    expect(window.grounds.every((ground) => ground === GROUNDS.dark)).toBe(true);
  });
});

describe('the question at closing', { timeout: PATIENCE_MS }, () => {
  it('is asked no more when the answer was to be kept, until the settings say so', async () => {
    await using desktop = await startTestDesktop({
      async opened(folder) {
        await makeTinyVideo(folder.at('Opened.mp4'), { sizes: '1280x720', seconds: 6 });
        return [folder.at('Opened.mp4')];
      },
    });
    const { page, system, window, app } = desktop;
    page.setDefaultTimeout(15_000);
    await expect
      .poll(() => system.awake.size, { timeout: PATIENCE_MS, interval: 20 })
      .toBeGreaterThan(0);
    system.ticks = true;
    system.pressed.push(BACKGROUND);
    window.close();
    await expect.poll(() => window.isShown).toBe(false);
    expect(system.messageBoxes).toMatchObject([
      { checkboxLabel: expect.stringContaining('again') },
    ]);
    app.emit('activate');
    system.chooseMenu('Settings…');
    const choice = page.getByRole('combobox', { name: /^When the window is closed/ });
    await expect.poll(() => choice.inputValue()).toBe('Go on in the background');
    window.close();
    await expect.poll(() => window.isShown).toBe(false);
    expect(system.messageBoxes).toHaveLength(1);
    expect(desktop.problems).toEqual([]);
  });
});

/** As an earlier launch left it. */
async function leaveWindow({ app }: ElectronDouble, theme: string): Promise<void> {
  const folder = join(app.getPath('appData'), 'avlogue-window');
  await mkdir(folder, { recursive: true });
  const bounds = { x: 0, y: 0, width: 1280, height: 800 };
  await writeFile(join(folder, 'window.json'), JSON.stringify({ bounds, maximized: false, theme }));
}

/** In the page, before anything of it: every ground that is painted, each once. */
function noteGrounds(): void {
  const seen: string[] = [];
  Object.assign(window, { seenGrounds: seen });
  const note = () => {
    const { body } = document;
    const ground = body === null ? '' : getComputedStyle(body).backgroundColor;
    // nothing is painted before the style sheet is there
    if (ground !== '' && ground !== 'rgba(0, 0, 0, 0)' && seen.at(-1) !== ground) seen.push(ground);
    requestAnimationFrame(note);
  };
  note();
}

function groundOf({ page }: TestDesktop): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function asRgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
