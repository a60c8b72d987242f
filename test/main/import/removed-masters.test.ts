import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { WatchFolder } from '../../../core/model/library.ts';
import type { ImportSource } from '../../../main/import/importer.ts';
import { forgetOutlived } from '../../../main/import/removed-masters.ts';
import { createSilentLogger } from '../../../main/logger.ts';
import { createTrash, type Trash } from '../../../main/operations/trash.ts';
import { createClock, createIds } from '../../../main/system-clock.ts';
import { clientOf } from '../../helpers/client-of.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { startTestEngine } from '../../helpers/engine.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age, copyAsOther } from '../../helpers/tiny-media.ts';

const FOUND: ImportSource = { ...BY_HAND, watchFolderId: 'inbox' };

const samples = sharedClipAndPool();

interface Scanned extends AsyncDisposable {
  readonly room: EngineRoom;
  readonly trash: Trash;
  readonly path: string;
  readonly undoToken: string;
  readonly outcomes: (source: ImportSource, path?: string) => Promise<readonly string[]>;
}

/** A watched folder with one file that was taken in, and whose media was removed. */
async function removedFromInbox(folder: TemporaryFolder): Promise<Scanned> {
  const room = await engineRoom(folder.at('library'), { pool: samples.pool });
  const { catalog, importer } = room;
  const record: WatchFolder = {
    ...{ id: 'inbox', path: folder.at('inbox'), recursive: true, enabled: true },
    ...{ polling: 'auto', pollSeconds: 1, formatSetIds: [], convert: false, createdAtMs: 0 },
  };
  await catalog.commit([{ type: 'put', collection: 'watchFolders', record }]);
  await mkdir(record.path);
  const path = folder.at('inbox', 'film.mp4');
  await copyFile(samples.clip, path);
  await age(path);
  const outcomes = async (source: ImportSource, now = path) =>
    (await importer.importPaths([now], source)).results.map(({ outcome }) => outcome);
  expect(await outcomes(FOUND)).toEqual(['imported']);
  await importer.idle();
  const common = {
    ...room,
    clock: createClock(),
    ids: createIds(),
    logger: createSilentLogger(),
    plans: { basis: () => null },
  };
  const trash = createTrash(common);
  const { undoToken } = await trash.remove([...catalog.all('media').keys()]);
  return {
    ...{ room, trash, path, undoToken, outcomes },
    [Symbol.asyncDispose]: () => room[Symbol.asyncDispose](),
  };
}

describe('a file of a watched folder whose media was removed', () => {
  it('is passed over, also when only its time changed', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    expect(await scanned.outcomes(FOUND)).toEqual([]);
    await age(scanned.path, 30);
    expect(await scanned.outcomes(FOUND)).toEqual([]);
    expect(scanned.room.catalog.all('media').size).toBe(0);
  });

  it('comes back when it is imported by name, and from then on like any other', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    expect(await scanned.outcomes(BY_HAND)).toEqual(['imported']);
    expect(await scanned.outcomes(FOUND)).toEqual(['unchanged']);
    expect(scanned.room.catalog.all('removedMasters').size).toBe(0);
    await scanned.trash.remove([...scanned.room.catalog.all('media').keys()]);
    expect(await scanned.outcomes(FOUND)).toEqual([]);
  });

  it('comes back when it holds something else', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    await copyAsOther(samples.clip, scanned.path, 'other');
    expect(await scanned.outcomes(FOUND)).toEqual(['imported']);
    expect(scanned.room.catalog.all('removedMasters').size).toBe(0);
  });

  it('is like any other when the removal was taken back', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    expect(await scanned.trash.restore(scanned.undoToken)).toBe(1);
    expect(scanned.room.catalog.all('removedMasters').size).toBe(0);
    expect(await scanned.outcomes(FOUND)).toEqual(['unchanged']);
  });

  it('stays away under another name, until it is imported by that', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    await mkdir(folder.at('inbox', 'old'));
    const places = [folder.at('inbox', 'renamed.mp4'), folder.at('inbox', 'old', 'film.mp4')];
    let path = scanned.path;
    for (const place of places) {
      await rename(path, place);
      path = place;
      expect(await scanned.outcomes(FOUND, path)).toEqual([]);
      expect(await scanned.outcomes(FOUND, path)).toEqual([]);
    }
    const records = [...scanned.room.catalog.all('removedMasters').values()];
    expect(records.map((one) => one.path)).toEqual([path]);
    expect(await scanned.outcomes(BY_HAND, path)).toEqual(['imported']);
    expect(scanned.room.catalog.all('removedMasters').size).toBe(0);
  });

  it('stays away as a copy, but what has only its size does not', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    const copy = folder.at('inbox', 'copy.mp4');
    await copyFile(scanned.path, copy);
    await age(copy);
    expect(await scanned.outcomes(FOUND, copy)).toEqual([]);
    await rm(scanned.path);
    expect(await scanned.outcomes(FOUND, copy)).toEqual([]);
    const bytes = await readFile(copy);
    bytes[bytes.length - 1] = 1 + (bytes.at(-1) ?? 0);
    const other = folder.at('inbox', 'other.mp4');
    await writeFile(other, bytes);
    await age(other);
    expect(await scanned.outcomes(FOUND, other)).toEqual(['imported']);
  });

  it('does not come back through a copy of it that was known', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    const copy = folder.at('inbox', 'copy.mp4');
    await copyFile(scanned.path, copy);
    await age(copy);
    expect(await scanned.outcomes(BY_HAND)).toEqual(['imported']);
    expect(await scanned.outcomes(FOUND, copy)).toEqual(['duplicate']);
    await scanned.trash.remove([...scanned.room.catalog.all('media').keys()]);
    expect(await scanned.outcomes(FOUND, copy)).toEqual([]);
    expect(await scanned.outcomes(BY_HAND, copy)).toEqual(['imported']);
    expect(await scanned.outcomes(FOUND)).toEqual(['duplicate']);
  });

  it('is like any other when it was renamed before the removal was taken back', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    const path = folder.at('inbox', 'renamed.mp4');
    await rename(scanned.path, path);
    expect(await scanned.outcomes(FOUND, path)).toEqual([]);
    await scanned.trash.restore(scanned.undoToken);
    const masters = [...scanned.room.catalog.all('media').values()].map(({ master }) => master);
    expect(masters).toMatchObject([{ path, status: 'present', watchFolderId: 'inbox' }]);
    expect(await scanned.outcomes(FOUND, path)).toEqual(['unchanged']);
  });

  it('is forgotten when it is gone, but not while its drive may be unplugged', async () => {
    await using folder = await temporaryFolder();
    await using scanned = await removedFromInbox(folder);
    const { catalog } = scanned.room;
    await rm(scanned.path);
    await forgetOutlived(catalog);
    expect(catalog.all('removedMasters').size).toBe(1);
    await copyAsOther(samples.clip, folder.at('inbox', 'other.mp4'), 'other');
    await forgetOutlived(catalog);
    expect(catalog.all('removedMasters').size).toBe(0);
  });

  it('stays away over a restart, until the folder is no longer watched', async () => {
    await using folder = await temporaryFolder();
    const libraryPath = folder.at('library');
    const inbox = folder.at('inbox');
    await mkdir(inbox);
    await copyFile(samples.clip, folder.at('inbox', 'film.mp4'));
    await age(folder.at('inbox', 'film.mp4'));
    const wishes = {
      ...{ id: null, path: inbox, recursive: true, enabled: true, polling: 'auto' as const },
      ...{ pollSeconds: 1, formatSetIds: [], convert: false },
    };
    {
      await using first = await startTestEngine({ libraryPath });
      await clientOf(first).import.saveWatchFolder(wishes);
      await expect.poll(() => first.catalog.all('media').size).toBe(1);
      await clientOf(first).media.remove({ ids: [...first.catalog.all('media').keys()] });
    }
    await rename(folder.at('inbox', 'film.mp4'), folder.at('inbox', 'renamed while off.mp4'));
    await using second = await startTestEngine({ libraryPath });
    const client = clientOf(second);
    const [watched] = await client.import.watchFolders();
    const state = () => second.watchFolders.states().get(watched?.id ?? '')?.state;
    await expect.poll(state).toBe('watching');
    expect(second.catalog.all('media').size).toBe(0);
    expect(second.catalog.all('removedMasters').size).toBe(1);
    await client.import.removeWatchFolder({ id: watched?.id ?? '' });
    expect(second.catalog.all('removedMasters').size).toBe(0);
    await client.import.saveWatchFolder(wishes);
    await expect.poll(() => second.catalog.all('media').size).toBe(1);
  });
});
