import { writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../../main/electron/texts/en.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const resources = Object.getOwnPropertyDescriptor(process, 'resourcesPath');

afterEach(() => {
  if (resources === undefined) Reflect.deleteProperty(process, 'resourcesPath');
  else Object.defineProperty(process, 'resourcesPath', resources);
  vi.doUnmock('electron');
  vi.doUnmock('electron-updater');
  vi.resetModules();
});

/** The module in an application whose resources lie in this folder, over an updater that only notes its calls. */
async function stage(folder: string, answer: () => Promise<void> = async () => {}) {
  const looks: unknown[] = [];
  const warnings: string[] = [];
  vi.resetModules();
  vi.doMock('electron', () => ({ app: { isPackaged: true } }));
  vi.doMock('electron-updater', () => ({
    default: {
      autoUpdater: {
        checkForUpdatesAndNotify(texts: unknown) {
          looks.push(texts);
          return answer();
        },
      },
    },
  }));
  Object.defineProperty(process, 'resourcesPath', { value: folder, configurable: true });
  const { createUpdates, hasUpdateFeed } = await import('../../../main/electron/updates.ts');
  const nothing = () => {};
  const logger = {
    info: nothing,
    error: nothing,
    warn: (text: string) => void warnings.push(text),
  };
  return {
    updates: createUpdates({ logger, texts: () => en }),
    hasUpdateFeed,
    looks,
    warnings,
  };
}

describe('updates', () => {
  it('are never looked for without a feed, whatever the setting says', async () => {
    await using folder = await temporaryFolder();
    const { updates, hasUpdateFeed, looks } = await stage(folder.path);
    expect(hasUpdateFeed()).toBe(false);
    updates.follow(true);
    await vi.dynamicImportSettled();
    expect(looks).toEqual([]);
  });

  it('are looked for once a launch with a feed, as soon as that is wanted', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('app-update.yml'), 'provider: generic\n');
    const { updates, hasUpdateFeed, looks } = await stage(folder.path);
    expect(hasUpdateFeed()).toBe(true);
    updates.follow(false);
    await vi.dynamicImportSettled();
    expect(looks).toEqual([]);
    updates.follow(true);
    updates.follow(true);
    await expect.poll(() => looks).toEqual([en.update]);
    expect(en.update.body).toContain('{version}');
  });

  it('that cannot be looked for are a line in the log, nothing more', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('app-update.yml'), 'provider: generic\n');
    const { updates, warnings } = await stage(folder.path, async () => {
      throw new Error('no network');
    });
    updates.follow(true);
    await expect.poll(() => warnings).toEqual(['Looking for updates failed.']);
  });
});
