import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CatalogFiles, catalogFiles } from '../../../main/catalog/catalog-files.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, put, titlesAt } from './catalog-helpers.ts';

type FileName = 'snapshot' | 'journal' | 'previousSnapshot' | 'previousJournal';
const NAMES: readonly FileName[] = ['snapshot', 'journal', 'previousSnapshot', 'previousJournal'];

/** The files as they are before the snapshot is rewritten, and after. */
async function beforeAndAfter(folder: TemporaryFolder) {
  const root = folder.at('library');
  for (const number of [1, 2]) {
    const catalog = await openAt(root);
    await catalog.commit([put(sampleMedia(number))]);
    await catalog.close();
  }
  const catalog = await openAt(root);
  await catalog.commit([put(sampleMedia(3))]);
  await catalog.commit([put(sampleMedia(4))]);
  const before = await copyAll(root, folder.at('before'));
  await catalog.close();
  return { before, after: await copyAll(root, folder.at('after')) };
}

async function copyAll(from: string, to: string): Promise<CatalogFiles> {
  const target = filesAt(to);
  await mkdir(dirname(target.previousSnapshot), { recursive: true });
  for (const name of NAMES) await copyFile(filesAt(from)[name], target[name]).catch(() => {});
  return target;
}

function filesAt(root: string): CatalogFiles {
  return catalogFiles(libraryPaths(root));
}

/** What was done already when the power went, in the order of doing. */
const MOMENTS: readonly (readonly FileName[])[] = [
  [],
  ['previousSnapshot'],
  ['previousSnapshot', 'snapshot'],
  ['previousSnapshot', 'snapshot', 'previousJournal'],
  ['previousSnapshot', 'snapshot', 'previousJournal', 'journal'],
];

describe('a crash while the snapshot is rewritten', () => {
  const all = [1, 2, 3, 4].map((number) => sampleMedia(number).title);

  it.each(MOMENTS.map((done) => [done.join(', ') || 'nothing', done] as const))(
    'loses nothing when %s is replaced, and neither when the snapshot is damaged then',
    async (_what, done) => {
      await using folder = await temporaryFolder();
      const { before, after } = await beforeAndAfter(folder);
      for (const damage of [false, true]) {
        const root = folder.at(damage ? 'damaged' : 'whole');
        const files = await copyAll(folder.at('before'), root);
        expect(files).not.toEqual(before);
        for (const name of done) await copyFile(after[name], files[name]);
        if (damage) await writeFile(files.snapshot, '{"avlogue":');
        await writeFile(`${root}/.avlogue-0123456789abcdef.tmp`, 'half a snapshot');
        expect(await titlesAt(root)).toEqual(all);
        expect(await titlesAt(root)).toEqual(all);
        expect((await readdir(root)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }
    },
  );

  it('loses nothing when the previous pair is gone', async () => {
    await using folder = await temporaryFolder();
    const { before } = await beforeAndAfter(folder);
    await rm(dirname(before.previousSnapshot), { recursive: true });
    expect(await titlesAt(folder.at('before'))).toEqual(all);
  });
});
