import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bridged, startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

/** Real conversions on a busy machine. */
const PATIENCE_MS = 60_000;

let desktop: TestDesktop;

beforeAll(async () => {
  desktop = await startTestDesktop();
  desktop.page.setDefaultTimeout(PATIENCE_MS);
}, PATIENCE_MS);

afterAll(() => desktop[Symbol.asyncDispose](), PATIENCE_MS);

describe('from a file to its embed code, in the desktop window', { timeout: PATIENCE_MS }, () => {
  it('shows the page over its own scheme and teaches in an empty library', async () => {
    await desktop.page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    expect(desktop.window.isShown).toBe(true);
    expect(await readFile('electron-builder.yml', 'utf8')).toContain(
      `appId: ${desktop.app.userModelId}\n`,
    );
    const address = await desktop.page.evaluate(() => location.href);
    expect(desktop.protocol.addresses.toOwn(address)).toMatch(/^avlogue:\/\/app\//);
  });

  it('imports what is dropped from where it lies, and keeps the system awake while it converts', async () => {
    const { page, system, window } = desktop;
    const clip = desktop.folder.at('Harbour.mp4');
    await makeTinyVideo(clip, { sizes: '320x180', seconds: 3 });
    await desktop.knowFiles({ 'Harbour.mp4': clip });
    const awake = expect.poll(() => system.awake.size, { timeout: PATIENCE_MS, interval: 5 });
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['only its path counts'], 'Harbour.mp4'));
      globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    });
    await awake.toBe(1);
    await page.getByRole('option').getByText('Plays on all 12 devices').waitFor();
    expect(await masterPath()).toBe(clip);
    await expect.poll(() => system.awake.size).toBe(0);
    expect(window.progress.at(-1)).toBe(-1);
    expect(Math.max(...window.progress)).toBeGreaterThan(0);
  });

  it('tells about the end of a batch only who is not looking, and a click leads to the queue', async () => {
    const { page, system, window } = desktop;
    const before = system.notifications.length;
    window.hasFocus = false;
    const clip = desktop.folder.at('Night.mp4');
    await makeTinyVideo(clip, { sizes: '160x90' });
    system.chosen.push([clip]);
    system.chooseMenu('Add files…');
    // what was added is shown; only then the person turns away
    await expect.poll(() => window.hasFocus, { interval: 5 }).toBe(true);
    window.hasFocus = false;
    await expect.poll(() => system.notifications.length, { timeout: PATIENCE_MS }).toBe(before + 1);
    const notification = system.notifications.at(-1);
    expect(notification).toMatchObject({ title: 'Converted', body: '1 media is ready.' });
    notification?.click();
    await page.waitForFunction(() => location.hash === '#/queue');
    expect(window.hasFocus).toBe(true);
    system.chooseMenu('Library');
    await page.waitForFunction(() => location.hash.startsWith('#/library'));
  });

  it('plays through its own scheme and seeks by ranges', async () => {
    const { page } = desktop;
    const ranged = page.waitForResponse(
      (response) => response.url().includes('/files/') && response.status() === 206,
    );
    await page.getByRole('option').filter({ hasText: 'Harbour' }).dblclick();
    const video = page.locator('.media-main .player video');
    expect((await ranged).headers()['content-range']).toMatch(/^bytes \d+-\d+\/\d+$/);
    await video.evaluate(async (element: HTMLVideoElement) => {
      const loaded = new Promise((resolve) => {
        element.addEventListener('loadedmetadata', resolve, { once: true });
      });
      if (element.readyState === 0) await loaded;
      element.muted = true;
      element.currentTime = 2;
      await element.play();
    });
    await page.waitForFunction(() => {
      const element = document.querySelector<HTMLVideoElement>('.media-main .player video');
      return (element?.currentTime ?? 0) > 2.2;
    });
  });

  it('copies the embed code', async () => {
    const { page } = desktop;
    const embed = page.locator('#embed');
    await embed.getByRole('button', { name: 'Copy embed code' }).click();
    await embed.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^<video/);
    expect(copied).toContain('codecs=');
  });

  it('shows files in the file manager by their ids, never by a path of the page', async () => {
    const { page, system } = desktop;
    const mediaId = await page.evaluate(() => location.hash.split('/').at(-1) ?? '');
    await page.evaluate(
      (id) => (window as never as Bridged).avlogue.show({ kind: 'master', mediaId: id }),
      mediaId,
    );
    expect(system.shownInFolder).toEqual([desktop.folder.at('Harbour.mp4')]);
    await page.evaluate(() => (window as never as Bridged).avlogue.show({ kind: 'library' }));
    expect(system.openedPaths).toEqual([desktop.folder.at('library')]);
  });

  it('follows the menu: settings, finding, shortcuts', async () => {
    const { page, system } = desktop;
    system.chooseMenu('Settings…');
    await page.waitForFunction(() => location.hash === '#/settings');
    system.chooseMenu('Find');
    await page.waitForFunction(() => document.activeElement?.id === 'search');
    system.chooseMenu('Keyboard shortcuts');
    await page.getByRole('dialog').waitFor();
  });

  it('speaks the language of the settings in its menus', async () => {
    const { page, system } = desktop;
    await page.keyboard.press('Escape');
    const language = page.getByRole('combobox', { name: 'Language' });
    await language.click();
    await page.getByRole('option', { name: 'Deutsch' }).click();
    await expect.poll(() => system.menu.map(({ label }) => label)).toContain('Datei');
  });

  it('takes the page anew after it was loaded again', async () => {
    const { page } = desktop;
    await page.reload();
    await page.getByRole('combobox', { name: 'Sprache' }).waitFor();
  });

  it('had no error on the page', () => {
    expect(desktop.problems).toEqual([]);
  });
});

async function masterPath(): Promise<string> {
  const journal = await readFile(desktop.folder.at('library', 'catalog.journal'), 'utf8');
  return /"path":"([^"]+)"/.exec(journal)?.[1] ?? '';
}
