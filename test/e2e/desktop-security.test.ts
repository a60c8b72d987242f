import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS } from '../../core/desktop/bridge.ts';
import { type Bridged, startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import type { IpcAnswer } from '../helpers/electron-double/double-ipc.ts';

const PATIENCE_MS = 60_000;

let desktop: TestDesktop;

beforeAll(async () => {
  desktop = await startTestDesktop();
  await desktop.page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
}, PATIENCE_MS);

afterAll(() => desktop[Symbol.asyncDispose](), PATIENCE_MS);

/** As if this frame could reach past the preload. */
function sendFrom(frame: Frame, channel: string, ...args: readonly unknown[]): Promise<IpcAnswer> {
  const sender = desktop.window.webContents;
  return desktop.ipc.deliver({ sender, senderFrame: sender.frames.of(frame) }, channel, args);
}

function own(channel: string, ...args: readonly unknown[]): Promise<IpcAnswer> {
  return sendFrom(desktop.page.mainFrame(), channel, ...args);
}

describe('messages to the shell', { timeout: PATIENCE_MS }, () => {
  it('are heard on a handful of channels only', () => {
    const { connect, choose, dropped, show, openLibrary, updateFeed } = CHANNELS;
    expect(desktop.ipc.channels.toSorted()).toEqual(
      [connect, choose, dropped, show, openLibrary, updateFeed].toSorted(),
    );
  });

  it.each(Object.values({ ...CHANNELS, port: CHANNELS.show, command: CHANNELS.choose }))(
    'are refused from a frame within the page: %s',
    async (channel) => {
      const { page } = desktop;
      const frame = await foreignFrame();
      expect(await sendFrom(frame, channel)).toEqual({
        ok: false,
        error: expect.stringContaining('foreign page'),
      });
      await page.evaluate(() => document.querySelector('#foreign')?.remove());
    },
  );

  it('are refused from another window, whatever it shows', async () => {
    const senderFrame = desktop.window.webContents.frames.of(desktop.page.mainFrame());
    const answer = await desktop.ipc.deliver({ sender: {}, senderFrame }, CHANNELS.connect, []);
    expect(answer).toMatchObject({ ok: false });
  });

  it('are refused when their frame is gone', async () => {
    const sender = desktop.window.webContents;
    const answer = await desktop.ipc.deliver({ sender, senderFrame: null }, CHANNELS.connect, []);
    expect(answer).toMatchObject({ ok: false });
  });

  it('are refused on an unknown channel', async () => {
    expect(await own('avlogue:run', 'rm')).toMatchObject({ ok: false });
  });

  it.each([
    [CHANNELS.connect, ['more']],
    [CHANNELS.choose, []],
    [CHANNELS.choose, ['everything']],
    [CHANNELS.choose, ['files', { defaultPath: '/' }]],
    [CHANNELS.dropped, ['/etc/passwd']],
    [CHANNELS.dropped, [[7]]],
    [CHANNELS.show, [{ kind: 'path', path: '/etc' }]],
    [CHANNELS.show, [{ kind: 'library', path: '/etc' }]],
    [CHANNELS.show, [{ kind: 'master', mediaId: { toString: 'x' } }]],
    [CHANNELS.show, ['library']],
    [CHANNELS.openLibrary, ['/etc']],
    [CHANNELS.updateFeed, ['https://example.org/feed']],
  ])('are refused with malformed arguments: %s %j', async (channel, args) => {
    const answer = await own(channel, ...args);
    expect(answer).toEqual({ ok: false, error: expect.stringContaining('is not allowed') });
    expect(desktop.system.openedPaths).toEqual([]);
  });

  it('reach the page as a rejected call that says what was wrong', async () => {
    const message = await desktop.page.evaluate(async () => {
      const { avlogue } = window as never as {
        avlogue: { choose(what: string): Promise<unknown> };
      };
      return avlogue.choose('everything').then(String, String);
    });
    expect(message).toContain('is not allowed');
  });

  it('name no file of the disk: what is no real file has no path', async () => {
    const paths = await desktop.page.evaluate(() =>
      (window as never as Bridged).avlogue.pathsOf([
        new File(['x'], 'passwd'),
        { path: '/etc/passwd' },
      ]),
    );
    expect(paths).toEqual(['', '']);
  });
});

describe('paths that the page names', { timeout: PATIENCE_MS }, () => {
  it('are asked about in a dialog that the page cannot answer, and refused without a yes', async () => {
    const { page, system, folder } = desktop;
    const before = system.messageBoxes.length;
    system.pressed.push(0);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Import from a path/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(folder.at('typed'));
    await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
    await expect.poll(() => system.messageBoxes.length).toBe(before + 1);
    expect(system.messageBoxes.at(-1)?.message).toContain(folder.at('typed'));
    await page.getByText('was not allowed').first().waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('the window', { timeout: PATIENCE_MS }, () => {
  it('is sandboxed and isolated, without Node', async () => {
    expect(desktop.window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    const globals = await desktop.page.evaluate(() => [
      'require' in window,
      'process' in window,
      'ipcRenderer' in (window as never as Bridged).avlogue,
      Object.isFrozen((window as never as Bridged).avlogue),
    ]);
    expect(globals).toEqual([false, false, false, true]);
  });

  it('does not leave its page; https goes to the system’s browser', async () => {
    const { page, system } = desktop;
    const address = page.url();
    await follow('http://example.org/');
    await follow('https://example.org/manual');
    await expect.poll(() => system.openedOutside).toEqual(['https://example.org/manual']);
    expect(page.url()).toBe(address);
  });

  it('opens no other window; https goes to the system’s browser', async () => {
    const { page, system, context } = desktop;
    system.openedOutside.length = 0;
    await page.evaluate(() => {
      window.open('https://example.org/new');
    });
    await expect.poll(() => system.openedOutside).toEqual(['https://example.org/new']);
    await expect.poll(() => context.pages().length).toBe(1);
  });

  it('may copy and fill the screen, and nothing else', () => {
    expect(desktop.system.permissions).toHaveLength(2);
    for (const allows of desktop.system.permissions) {
      expect(allows('clipboard-sanitized-write', 'avlogue://app/')).toBe(true);
      expect(allows('media', 'avlogue://app/')).toBe(false);
      expect(allows('fullscreen', 'https://example.org/')).toBe(false);
    }
  });

  it('is served by a scheme that is standard and secure, and cannot pass the page’s policy', () => {
    expect(desktop.protocol.registered).toEqual([
      {
        scheme: 'avlogue',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
  });

  it('is refused everything once it shows another origin', async () => {
    const { page, protocol } = desktop;
    await page.goto(protocol.addresses.toReal('avlogue://evil/'));
    for (const channel of [CHANNELS.connect, CHANNELS.dropped, CHANNELS.choose, CHANNELS.show]) {
      expect(await own(channel, [])).toEqual({
        ok: false,
        error: expect.stringContaining('foreign page'),
      });
    }
    expect(await page.evaluate(() => 'avlogue' in window)).toBe(false);
  });
});

/** A link as the page could hold it, without `target`. */
async function follow(address: string): Promise<void> {
  await desktop.page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
}

/** A frame of the page’s own origin, as an embed preview is, but not its main frame. */
async function foreignFrame(): Promise<Frame> {
  const { page } = desktop;
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.id = 'foreign';
    frame.srcdoc = '<p>Not ours.</p>';
    document.body.append(frame);
  });
  const handle = await page.waitForSelector('#foreign', { state: 'attached' });
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('The frame did not load.');
  return frame;
}
