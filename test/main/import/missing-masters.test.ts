import { describe, expect, it } from 'vitest';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import { openCatalog } from '../../../main/catalog/open-catalog.ts';
import { markMissing } from '../../../main/import/missing-masters.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('masters of an unplugged drive', () => {
  it('are marked in portions, and a media that is removed meanwhile costs no other its mark', async () => {
    await using folder = await temporaryFolder();
    const paths = libraryPaths(folder.at('library'));
    const catalog = await openCatalog({ paths, clock: { now: () => 0 } });
    const media = Array.from({ length: 1100 }, (_, n) => sampleMedia(n));
    await catalog.commit(
      media.map((record) => ({ type: 'put', collection: 'media', record }) as const),
    );
    const sizes: number[] = [];
    let removal: Promise<void> | null = null;
    const watched = {
      ...catalog,
      async commit(changes: readonly CatalogChange[]) {
        sizes.push(changes.length);
        const id = media[7]?.id ?? '';
        removal ??= catalog.commit([{ type: 'remove', collection: 'media', id }]);
        await catalog.commit(changes);
      },
    };
    await markMissing(
      watched,
      media.map(({ master }) => master.path),
    );
    await removal;
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    const left = [...catalog.all('media').values()];
    expect(left).toHaveLength(1099);
    expect(left.filter(({ master }) => master.status === 'present')).toEqual([]);
    await catalog.close();
  });
});
