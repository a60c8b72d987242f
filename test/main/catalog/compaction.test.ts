import { mkdir, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createMediaLookup } from '../../../core/catalog/media-lookup.ts';
import { initialTables } from '../../../core/catalog/tables.ts';
import { catalogFiles } from '../../../main/catalog/catalog-files.ts';
import { createCommitWriter } from '../../../main/catalog/commit-writer.ts';
import { createCompactor } from '../../../main/catalog/compaction.ts';
import { createJournal } from '../../../main/catalog/journal.ts';
import { readJournal } from '../../../main/catalog/read-journal.ts';
import { createSerial } from '../../../main/catalog/serial.ts';
import { createStore } from '../../../main/catalog/store.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, put, titlesAt } from './catalog-helpers.ts';

/** The parts of an open catalog, without the lock. */
async function openParts(root: string) {
  await (await openAt(root)).close();
  const files = catalogFiles(libraryPaths(root));
  const journal = createJournal({ path: files.journal, length: 0 });
  const state = { tables: initialTables(), lookup: createMediaLookup(), sequence: 0 };
  const needs = { files, journal, state, serial: createSerial(), migrations: [], appVersion: '' };
  const writer = createCommitWriter({
    ...needs,
    journalPath: files.journal,
    onCommitted: () => {},
  });
  return { files, journal, writer, compactor: createCompactor(needs, 0) };
}

const many = Array.from({ length: 400 }, (_, n) => put(sampleMedia(n)));

describe('rewriting the snapshot', () => {
  it('leaves the commits that came meanwhile in the journal, and out of the snapshot', async () => {
    await using folder = await temporaryFolder();
    const { files, journal, writer, compactor } = await openParts(folder.path);
    await writer.commit(many);
    const compacting = compactor.compact();
    await Promise.all([
      writer.commit([put(sampleMedia(500))]),
      writer.commit([put(sampleMedia(501))]),
    ]);
    await compacting;
    await journal.close();
    const { sequence, collections } = await createStore(files.snapshot).read();
    expect([sequence, collections.media?.length]).toEqual([1, 400]);
    expect((await readJournal(files.journal)).lines.map((line) => line.sequence)).toEqual([2, 3]);
    expect(await titlesAt(folder.path)).toHaveLength(402);
  });

  it('lets commits through while it writes', async () => {
    await using folder = await temporaryFolder();
    const { journal, writer, compactor } = await openParts(folder.path);
    await writer.commit(many);
    let isDone = false;
    const compacting = compactor.compact().then(() => {
      isDone = true;
    });
    await writer.commit([put(sampleMedia(500))]);
    expect(isDone).toBe(false);
    await compacting;
    await journal.close();
  });

  it('that fails leaves all in the journal', async () => {
    await using folder = await temporaryFolder();
    const { files, journal, writer, compactor } = await openParts(folder.at('library'));
    await writer.commit(many);
    // a folder where the previous snapshot is to be kept
    await mkdir(`${files.previousSnapshot}/x`, { recursive: true });
    await expect(compactor.compact()).rejects.toThrow();
    await writer.commit([put(sampleMedia(500))]);
    await journal.close();
    expect((await readJournal(files.journal)).lines).toHaveLength(2);
    await rm(files.previousSnapshot, { recursive: true });
    expect(await titlesAt(folder.at('library'))).toHaveLength(401);
  });
});
