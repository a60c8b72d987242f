import { EventEmitter } from 'node:events';
import {
  appendFile,
  copyFile,
  mkdir,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { PublishTarget, WatchFolder } from '../../../core/model/library.ts';
import { createWatchFolders } from '../../../main/import/create-watch-folders.ts';
import { keepRefusal } from '../../../main/import/refusals.ts';
import type { WatchFolders } from '../../../main/import/watch-folders.ts';
import type { OpenWatcher } from '../../../main/import/watcher.ts';
import { openWatcher } from '../../../main/import/watcher.ts';
import { createClock } from '../../../main/system-clock.ts';
import { sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom, until } from '../../helpers/engine-room.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age, copyAsOther } from '../../helpers/tiny-media.ts';

const samples = sharedClipAndPool();

interface Watching extends AsyncDisposable {
  readonly room: EngineRoom;
  readonly watched: WatchFolders;
  readonly put: (fields?: Partial<WatchFolder>) => Promise<void>;
  readonly state: () => string | undefined;
  /** Resolves when the folder has this state. */
  readonly reaches: (state: string) => Promise<void>;
}

async function watching(folder: TemporaryFolder, open?: OpenWatcher): Promise<Watching> {
  const room = await engineRoom(folder.at('library'), { pool: samples.pool });
  const { catalog, importer, events } = room;
  const watched = createWatchFolders({
    ...{ catalog, importer, events, clock: createClock() },
    times: { batch: { quietMs: 60, limitMs: 500 }, checkMs: 50, retryMs: 50 },
    ...(open === undefined ? {} : { openWatcher: open }),
  });
  const state = () => watched.states().get('inbox')?.state;
  return {
    ...{ room, watched, state },
    async put(fields = {}) {
      const record: WatchFolder = {
        ...{ id: 'inbox', path: folder.at('inbox'), recursive: true, enabled: true },
        ...{ polling: 'auto', pollSeconds: 1, formatSetIds: [], convert: false, createdAtMs: 0 },
        ...fields,
      };
      await catalog.commit([{ type: 'put', collection: 'watchFolders', record }]);
      await watched.refresh();
    },
    async reaches(wanted) {
      await expect.poll(state, { interval: 20, timeout: 25_000 }).toBe(wanted);
    },
    async [Symbol.asyncDispose]() {
      await watched.stop();
      await room[Symbol.asyncDispose]();
    },
  };
}

function pathsOf({ catalog }: EngineRoom, folder: TemporaryFolder): readonly string[] {
  const inbox = `${folder.at('inbox')}/`;
  return [...catalog.all('media').values()]
    .map(({ master }) => `${master.path.replace(inbox, '')} ${master.status}`)
    .toSorted();
}

describe('watching a folder', () => {
  it('takes in what is there, then what comes, changes, moves and goes', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    const { room } = watch;
    const at = (name: string) => folder.at('inbox', name);
    const stands = (...paths: string[]) =>
      until(room, () => pathsOf(room, folder).join() === paths.join());
    await mkdir(at('deep'), { recursive: true });
    await copyAsOther(samples.clip, at('first.mp4'), 'first');
    await writeFile(at('.hidden.mp4'), 'x');
    await writeFile(at('notes.txt'), 'x');
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    expect(pathsOf(room, folder)).toEqual(['first.mp4 present']);
    await copyAsOther(samples.clip, at('deep/second.mp4'), 'second');
    await stands('deep/second.mp4 present', 'first.mp4 present');
    await rename(at('first.mp4'), at('deep/moved.mp4'));
    await stands('deep/moved.mp4 present', 'deep/second.mp4 present');
    const before = room.catalog.mediaByPath(at('deep/second.mp4'));
    await appendFile(at('deep/second.mp4'), Buffer.from([0, 0, 0, 8, 102, 114, 101, 101]));
    await until(
      room,
      () => room.catalog.get('media', before?.id ?? '')?.master.sha256 !== before?.master.sha256,
    );
    await rm(at('deep/moved.mp4'));
    await stands('deep/moved.mp4 missing', 'deep/second.mp4 present');
    await copyAsOther(samples.clip, at('back.mp4'), 'first');
    await stands('back.mp4 present', 'deep/second.mp4 present');
    expect([...room.catalog.all('media').values()].map((m) => m.master.watchFolderId)).toEqual([
      'inbox',
      'inbox',
    ]);
  });

  it('looks at the folder alone when it is not recursive', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    await mkdir(folder.at('inbox', 'deep'), { recursive: true });
    await copyFile(samples.clip, folder.at('inbox', 'top.mp4'));
    await copyAsOther(samples.clip, folder.at('inbox', 'deep', 'below.mp4'), 'below');
    await watch.watched.start();
    await watch.put({ recursive: false });
    await watch.reaches('watching');
    expect(pathsOf(watch.room, folder)).toEqual(['top.mp4 present']);
  });

  it('keeps a refusal until the file changes into something that can be taken', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    const { catalog } = watch.room;
    await mkdir(folder.at('inbox'));
    await writeFile(folder.at('inbox', 'film.mp4'), 'not yet');
    await age(folder.at('inbox', 'film.mp4'));
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    const [refusal] = [...catalog.all('refusals').values()];
    expect(refusal).toMatchObject({ watchFolderId: 'inbox', path: folder.at('inbox', 'film.mp4') });
    await copyFile(samples.clip, folder.at('inbox', 'film.mp4'));
    await until(watch.room, () => catalog.all('media').size === 1);
    expect(catalog.all('refusals').size).toBe(0);
  });

  it('follows what a link leads to when the folder itself is one, by the paths of the link', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    const { room } = watch;
    const stands = (paths: string) => until(room, () => pathsOf(room, folder).join() === paths);
    await mkdir(folder.at('drive', 'deep'), { recursive: true });
    await mkdir(folder.at('other drive'));
    await symlink(folder.at('drive'), folder.at('inbox'));
    await copyAsOther(samples.clip, folder.at('drive', 'deep', 'first.mp4'), 'first');
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    await stands('deep/first.mp4 present');
    await copyAsOther(samples.clip, folder.at('drive', 'second.mp4'), 'second');
    await stands('deep/first.mp4 present,second.mp4 present');
    await rm(folder.at('drive', 'second.mp4'));
    await stands('deep/first.mp4 present,second.mp4 missing');
    await copyAsOther(samples.clip, folder.at('other drive', 'second.mp4'), 'second');
    await rm(folder.at('inbox'));
    await symlink(folder.at('other drive'), folder.at('inbox'));
    await stands('deep/first.mp4 missing,second.mp4 present');
  });

  it('takes what was refused when it can be read, though no event tells of it', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    const { catalog } = watch.room;
    const [closed, link] = [folder.at('inbox', 'closed'), folder.at('inbox', 'link.mp4')];
    await mkdir(closed, { recursive: true });
    await symlink(folder.at('elsewhere.mp4'), link);
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    const error = { code: 'import/no-permission', message: 'No.', details: {} } as const;
    const refusal = { path: closed, watchFolderId: 'inbox', error };
    await keepRefusal({ catalog, clock: createClock() }, refusal);
    const refused = () => [...catalog.all('refusals').values()].map(({ path }) => path).toSorted();
    expect(refused()).toEqual([closed, link]);
    await until(watch.room, () => refused().join() === link);
    await copyFile(samples.clip, folder.at('elsewhere.mp4'));
    await until(watch.room, () => catalog.mediaByPath(link) !== undefined);
    expect(refused()).toEqual([]);
  });

  it('takes a growing file when it stands still, and the others meanwhile', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    const { catalog } = watch.room;
    const growing = folder.at('inbox', 'growing.mp4');
    await mkdir(folder.at('inbox'));
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    await writeFile(growing, 'begun');
    const writing = setInterval(() => void utimes(growing, new Date(), new Date()), 20);
    await copyAsOther(samples.clip, folder.at('inbox', 'whole.mp4'), 'whole');
    await until(watch.room, () => catalog.all('media').size === 1);
    clearInterval(writing);
    await copyFile(samples.clip, growing);
    await until(watch.room, () => catalog.mediaByPath(growing) !== undefined);
    expect(catalog.all('media').size).toBe(2);
  });

  it('calls a folder that went away unreachable and its masters missing, and takes it up again', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    const { room } = watch;
    await mkdir(folder.at('inbox'));
    await copyFile(samples.clip, folder.at('inbox', 'film.mp4'));
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    await rename(folder.at('inbox'), folder.at('unplugged'));
    await watch.reaches('unreachable');
    await until(room, () => pathsOf(room, folder).join() === 'film.mp4 missing');
    expect(room.catalog.all('refusals').size).toBe(0);
    await rename(folder.at('unplugged'), folder.at('inbox'));
    await watch.reaches('watching');
    expect(pathsOf(room, folder)).toEqual(['film.mp4 present']);
  });

  it('polls where it is told to', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    await mkdir(folder.at('inbox'));
    await watch.watched.start();
    await watch.put({ polling: 'always' });
    await watch.reaches('polling');
    await copyFile(samples.clip, folder.at('inbox', 'film.mp4'));
    await until(watch.room, () => pathsOf(watch.room, folder).join() === 'film.mp4 present');
  });

  it('polls, and says so, when the system has no watches left', async () => {
    await using folder = await temporaryFolder();
    const outOfWatches = new EventEmitter();
    await using watch = await watching(folder, (options) => {
      if (options.polling) return openWatcher(options);
      outOfWatches.once('now', () => {
        options.onError(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
      });
      setImmediate(() => outOfWatches.emit('now'));
      return { close: async () => {} };
    });
    await mkdir(folder.at('inbox'));
    await copyFile(samples.clip, folder.at('inbox', 'film.mp4'));
    await watch.watched.start();
    await watch.put();
    await watch.reaches('polling');
    expect(pathsOf(watch.room, folder)).toEqual(['film.mp4 present']);
    expect(watch.watched.states().get('inbox')?.notice).toMatchObject({
      code: 'watches-used-up',
      facts: { systemCode: 'ENOSPC', path: folder.at('inbox') },
      message: expect.stringContaining('ENOSPC'),
    });
    expect(watch.room.told).toContainEqual(
      expect.objectContaining({ type: 'notice', code: 'watches-used-up' }),
    );
  });

  it('takes nothing from the library and publish folders within it', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    await mkdir(folder.at('library', 'renditions', 'm'), { recursive: true });
    await copyFile(samples.clip, folder.at('library', 'renditions', 'm', 'made.mp4'));
    await copyAsOther(samples.clip, folder.at('master.mp4'), 'master');
    await watch.watched.start();
    await watch.put({ path: folder.path });
    await watch.reaches('watching');
    await copyAsOther(samples.clip, folder.at('library', 'renditions', 'm', 'later.mp4'), 'later');
    await copyAsOther(samples.clip, folder.at('second.mp4'), 'second');
    await until(watch.room, () => watch.room.catalog.all('media').size === 2);
    const names = [...watch.room.catalog.all('media').values()].map(({ title }) => title);
    expect(names.toSorted()).toEqual(['Master', 'Second']);
  });

  it('takes nothing of what is published within it: through a link, of a forgotten target, of a stranger', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    const { catalog } = watch.room;
    const at = (...names: string[]) => folder.at('inbox', ...names);
    const target: PublishTarget = {
      ...{ id: 'site', name: 'Site', kind: 'folder', baseUrl: '', language: 'en', createdAtMs: 0 },
      path: folder.at('way'),
    };
    await mkdir(at('site', 'media', 'new'), { recursive: true });
    await symlink(at('site'), target.path);
    await catalog.commit([{ type: 'put', collection: 'publishTargets', record: target }]);
    await copyAsOther(samples.clip, at('site', 'media', 'new', 'unfinished.mp4'), 'unfinished');
    await mkdir(at('old', 'media', 'film'), { recursive: true });
    for (const name of ['manifest.json', 'embed.html', 'film-h264-720p.mp4'])
      await copyAsOther(samples.clip, at('old', 'media', 'film', name), 'old');
    await copyAsOther(samples.clip, at('master.mp4'), 'master');
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    await copyAsOther(samples.clip, at('old', 'media', 'film', 'later.mp4'), 'later');
    await copyAsOther(samples.clip, at('site', 'media', 'new', 'later.mp4'), 'second');
    await copyAsOther(samples.clip, at('second.mp4'), 'third');
    await until(watch.room, () => catalog.all('media').size === 2);
    const { results } = await watch.room.importer.importPaths([folder.at('inbox')], {
      ...{ watchFolderId: null, ownedByLibrary: false, formatSetIds: [], convert: false },
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(pathsOf(watch.room, folder)).toEqual(['master.mp4 present', 'second.mp4 present']);
  });

  it('lets go of a folder that is switched off or taken out, and keeps its media', async () => {
    await using folder = await temporaryFolder();
    await using watch = await watching(folder);
    await mkdir(folder.at('inbox'));
    await copyFile(samples.clip, folder.at('inbox', 'film.mp4'));
    await watch.watched.start();
    await watch.put();
    await watch.reaches('watching');
    await watch.put({ enabled: false });
    expect(watch.state()).toBe('off');
    await watch.room.catalog.commit([{ type: 'remove', collection: 'watchFolders', id: 'inbox' }]);
    await watch.watched.refresh();
    expect(watch.state()).toBeUndefined();
    expect(pathsOf(watch.room, folder)).toEqual(['film.mp4 present']);
  });
});
