import { readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { openCatalog } from '../../../main/catalog/open-catalog.ts';
import { makePoster } from '../../../main/import/make-pictures.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const media = sampleMedia(1, { poster: null });
const made = { width: 16, height: 9, sizeBytes: 1, source: 'frame', atSeconds: 0 } as const;

async function open(root: string) {
  const paths = libraryPaths(root);
  const catalog = await openCatalog({ paths, clock: { now: () => 0 } });
  await catalog.commit([{ type: 'put', collection: 'media', record: media }]);
  return { paths, catalog };
}

function needsOf(catalog: Catalog, paths: ReturnType<typeof libraryPaths>) {
  return {
    catalog,
    paths,
    ids: { next: () => 'x1' },
    tools: {
      async makePoster({ target }: { readonly target: string }) {
        await writeFile(target, 'x');
        return made;
      },
      extractCaption: async () => 0,
    },
  };
}

describe('a poster', () => {
  it('is catalogued with its media', async () => {
    await using folder = await temporaryFolder();
    const { paths, catalog } = await open(folder.path);
    await makePoster(media, needsOf(catalog, paths), new AbortController().signal);
    const file = `posters/${media.id}-x1.jpg`;
    expect(catalog.get('media', media.id)?.poster).toEqual({ ...made, file });
    expect(await readdir(paths.posters)).toHaveLength(1);
    await catalog.close();
  });

  it('goes when its media is removed in the moment in which it is catalogued', async () => {
    await using folder = await temporaryFolder();
    const { paths, catalog } = await open(folder.path);
    let removal: Promise<void> | null = null;
    const removing = {
      ...catalog,
      async commit(changes: readonly CatalogChange[]) {
        removal ??= catalog.commit([{ type: 'remove', collection: 'media', id: media.id }]);
        await catalog.commit(changes);
      },
    };
    await makePoster(media, needsOf(removing, paths), new AbortController().signal);
    await removal;
    expect(await readdir(paths.posters)).toEqual([]);
    await catalog.close();
  });
});
