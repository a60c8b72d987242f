import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors/app-error.ts';
import type { EngineEvent } from '../../../core/model/engine-event.ts';
import { createEvents } from '../../../main/events.ts';
import { createWatchFolders } from '../../../main/import/create-watch-folders.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { memoryCatalog } from '../publishing/memory-catalog.ts';

describe('a watched folder whose files cannot be catalogued', () => {
  it('tells why by its own code, with its details and the folder', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('inbox');
    await mkdir(path);
    const record = {
      ...{ id: 'inbox', path, recursive: true, enabled: true, pollSeconds: 30 },
      ...{ formatSetIds: [], convert: true, createdAtMs: 0 },
      polling: 'auto',
    } as const;
    const catalog = memoryCatalog([{ type: 'put', collection: 'watchFolders', record }]);
    const events = createEvents();
    const told = new Promise<EngineEvent>((resolve) => {
      events.subscribe(resolve);
    });
    const full = new AppError('catalog/write-failed', 'The disk is full.', {
      details: { systemCode: 'ENOSPC' },
    });
    const watched = createWatchFolders({
      catalog,
      events,
      clock: { now: () => 0 },
      importer: {
        importPaths: () => Promise.reject(full),
        noticeMissing: async () => {},
        noticeSidecars: () => {},
      },
      openWatcher: ({ path: root, onFile, onReady }) => {
        onFile(`${root}/clip.mp4`);
        queueMicrotask(onReady);
        return { close: async () => {} };
      },
    });
    await watched.start();
    expect(await told).toMatchObject({
      type: 'notice',
      code: 'catalog/write-failed',
      details: { systemCode: 'ENOSPC', watchFolder: path },
    });
    await watched.stop();
  });
});
