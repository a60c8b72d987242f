import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { preventable } from '../../helpers/electron-double/preventable.ts';

const system = { app: new EventEmitter(), powerMonitor: new EventEmitter() };

/** Held on a Mac, or elsewhere, by a quitting that is not over yet. */
async function hold() {
  vi.doMock('electron', () => system);
  const { holdUntilOver } = await import('../../../main/electron/hold-until-over.ts');
  const told: string[] = [];
  const browserWindow = new EventEmitter();
  const tell = (what: string) => () => void told.push(what);
  const release = holdUntilOver(
    { browserWindow, hide: tell('hide') } as never,
    { isOver: false, now: tell('now'), request: (how: string) => tell(how)() } as never,
  );
  return { told, browserWindow, release };
}

describe('what wants to end the application', () => {
  let held: Awaited<ReturnType<typeof hold>>;

  beforeEach(async () => {
    held = await hold();
  });
  afterEach(() => {
    held.release();
    vi.doUnmock('electron');
  });

  it('waits, where it is the system that shuts down, until everything has ended', () => {
    const event = preventable({});
    system.powerMonitor.emit('shutdown', event);
    expect([event.defaultPrevented, held.told]).toEqual([true, ['now']]);
  });

  it('waits, where it is the menu or the dock', () => {
    const event = preventable({});
    system.app.emit('before-quit', event);
    expect([event.defaultPrevented, held.told]).toEqual([true, ['quit']]);
  });

  it.each([
    ['hides on a Mac', 'darwin', 'hide'],
    ['is asked about elsewhere', 'linux', 'close'],
  ] as const)('a window that is closed %s', (_what, platform, done) => {
    const own = process.platform;
    const event = preventable({});
    Object.defineProperty(process, 'platform', { value: platform });
    held.browserWindow.emit('close', event);
    Object.defineProperty(process, 'platform', { value: own });
    expect([event.defaultPrevented, held.told]).toEqual([true, [done]]);
  });

  it('holds nothing any more when it is released', () => {
    const signals = process.listenerCount('SIGTERM');
    held.release();
    expect(process.listenerCount('SIGTERM')).toBe(signals - 1);
    expect(system.app.listenerCount('before-quit')).toBe(0);
    expect(system.powerMonitor.listenerCount('shutdown')).toBe(0);
  });
});
