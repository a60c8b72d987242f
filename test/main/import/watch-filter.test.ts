import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWatchFilter } from '../../../main/import/watch-filter.ts';
import { openWatcher } from '../../../main/import/watcher.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { memoryCatalog } from '../publishing/memory-catalog.ts';

describe('watching', () => {
  it('looks on the disk for libraries only where a folder may be', async () => {
    await using folder = await temporaryFolder();
    const library = folder.at('inbox', 'library');
    await mkdir(library, { recursive: true });
    await writeFile(join(library, 'catalog.journal'), '');
    const { ignores } = createWatchFilter(dirname(library), memoryCatalog());
    expect([true, null, false].map((isFolder) => ignores(library, isFolder))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('knows of every file in a scan that it is none', async () => {
    await using folder = await temporaryFolder();
    const root = folder.at('inbox');
    await mkdir(join(root, 'below'), { recursive: true });
    for (const name of ['a.jpg', 'b.txt', 'below/c.jpg']) await writeFile(join(root, name), 'x');
    const asked: (readonly [string, boolean | null])[] = [];
    const ready = Promise.withResolvers<void>();
    const watcher = openWatcher({
      path: root,
      recursive: true,
      polling: false,
      pollMs: 1000,
      ignores: (path, isFolder) => {
        asked.push([path, isFolder]);
        return false;
      },
      onFile: () => {},
      onFileGone: () => {},
      onReady: ready.resolve,
      onError: ready.reject,
    });
    await ready.promise;
    await watcher.close();
    const files = asked.filter(([path]) => /\.\w+$/.test(path.slice(root.length)));
    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(files.filter(([, isFolder]) => isFolder !== false)).toEqual([]);
  });
});
