import { describe, expect, it } from 'vitest';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { Catalog } from '../../main/catalog/catalog.ts';
import { openCatalog } from '../../main/catalog/open-catalog.ts';
import { libraryPaths } from '../../main/library-paths.ts';
import type { Logger } from '../../main/logger.ts';
import { createPlanner } from '../../main/planner.ts';
import { createReplanner } from '../../main/replan-media.ts';
import { sampleMedia } from '../core/catalog/sample-media.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Removes this media right before the first plans are committed. */
function removingFirst(catalog: Catalog, id: string): Catalog {
  let removal: Promise<void> | null = null;
  return {
    ...catalog,
    async commit(changes: readonly CatalogChange[]) {
      removal ??= catalog.commit([{ type: 'remove', collection: 'media', id }]);
      await catalog.commit(changes);
      await removal;
    },
  };
}

describe('planning the library anew', () => {
  it('leaves out a media that is removed on the way, and plans all others', async () => {
    await using folder = await temporaryFolder();
    const paths = libraryPaths(folder.at('library'));
    const catalog = await openCatalog({ paths, clock: { now: () => 0 } });
    const media = Array.from({ length: 25 }, (_, n) =>
      sampleMedia(n, { planned: [], formatSetIds: [] }),
    );
    await catalog.commit(
      media.map((record) => ({ type: 'put', collection: 'media', record }) as const),
    );
    const said: unknown[] = [];
    const logger: Logger = {
      info: () => {},
      warn: (message) => said.push(message),
      error: (message, error) => said.push(message, error),
    };
    const replanner = createReplanner({
      catalog: removingFirst(catalog, media[3]?.id ?? ''),
      planner: createPlanner({ catalog, encoders: () => new Set(['libx264', 'aac']) }),
      encoders: () => NOTHING,
      paths,
      logger,
    });
    await replanner.start();
    await replanner.idle();
    await replanner.stop();
    expect(said).toEqual([]);
    const left = [...catalog.all('media').values()];
    expect(left).toHaveLength(24);
    expect(left.filter(({ planned }) => planned.length === 0)).toEqual([]);
    await catalog.close();
  });
});
