import { copyFile, mkdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTION_NAMES } from '../../../core/catalog/collections.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { commits, SEED } from '../../core/catalog/generated-changes.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt } from './catalog-helpers.ts';

function contentOf(catalog: Catalog) {
  return Object.fromEntries(COLLECTION_NAMES.map((name) => [name, new Map(catalog.all(name))]));
}

/** What would be on disk after a power cut: the files as they are, without a lock and without a close. */
async function copyAsCrashed(from: string, to: string): Promise<void> {
  const [source, target] = [libraryPaths(from), libraryPaths(to)];
  await mkdir(target.root, { recursive: true });
  await copyFile(source.snapshot, target.snapshot);
  await copyFile(source.journal, target.journal);
}

describe('the files', () => {
  it('hold every state that was committed, after a crash and after a close', async () => {
    await using folder = await temporaryFolder();
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(commits, fc.boolean(), async (all, together) => {
        turn += 1;
        const [root, crashed] = [folder.at(`${turn}`), folder.at(`${turn}-crashed`)];
        const catalog = await openAt(root);
        if (together) await Promise.allSettled(all.map((changes) => catalog.commit(changes)));
        else for (const changes of all) await catalog.commit(changes).catch(() => {});
        const expected = contentOf(catalog);
        await copyAsCrashed(root, crashed);
        await catalog.close();
        for (const path of [root, crashed]) {
          const again = await openAt(path);
          expect(contentOf(again)).toEqual(expected);
          expect(again.notices).toEqual([]);
          await again.close();
        }
      }),
      { seed: SEED, numRuns: 15 },
    );
  });
});
