import {
  appendFile,
  copyFile,
  mkdir,
  readFile,
  rename,
  rm,
  rmdir,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { MediaTools } from '../../../main/conversion/media-tools.ts';
import { createKnownCopies } from '../../../main/import/known-copies.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { engineRoom } from '../../helpers/engine-room.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age, copyAsOther } from '../../helpers/tiny-media.ts';

const samples = sharedClipAndPool();

function copyAt(path: string, mark: string) {
  return { path, sizeBytes: 7, modifiedMs: 8.5, sha256: mark.repeat(64) };
}

describe('copies of known masters', () => {
  it('are not read again by the next start, until they change or their master goes', async () => {
    await using folder = await temporaryFolder();
    const [master, copy] = [folder.at('master.mp4'), folder.at('zcopy.mp4')];
    for (const path of [master, copy]) {
      await copyFile(samples.clip, path);
      await age(path);
    }
    const read: string[] = [];
    const tools = (real: MediaTools): MediaTools => ({
      ...real,
      inspect: (path, signal) => {
        read.push(path);
        return real.inspect(path, signal);
      },
    });
    const importAll = async () => {
      read.length = 0;
      await using room = await engineRoom(folder.at('library'), { pool: samples.pool, tools });
      const outcomes: string[] = [];
      for (const path of [master, copy]) {
        const { results } = await room.importer.importPaths([path], BY_HAND);
        outcomes.push(...results.map(({ outcome }) => outcome));
      }
      await room.importer.idle();
      return { outcomes, read: [...read] };
    };
    expect(await importAll()).toEqual({
      outcomes: ['imported', 'duplicate'],
      read: [master, copy],
    });
    expect(await importAll()).toEqual({ outcomes: ['unchanged', 'duplicate'], read: [] });
    await utimes(copy, 1_000, 1_000);
    expect(await importAll()).toEqual({ outcomes: ['unchanged', 'duplicate'], read: [copy] });
    await rm(master);
    expect(await importAll()).toEqual({ outcomes: ['refused', 'moved'], read: [copy] });
  });

  it('take the place of their master when that is deleted, but not when its drive may be unplugged', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await mkdir(folder.at('drive'));
    const master = folder.at('drive', 'master.mp4');
    const paths = [master, folder.at('copy.mp4'), folder.at('drive', 'other.mp4')];
    for (const path of paths) {
      await (path.endsWith('other.mp4')
        ? copyAsOther(samples.clip, path, 'other')
        : copyFile(samples.clip, path));
      await room.importer.importPaths([path], BY_HAND);
    }
    const id = room.catalog.mediaByPath(master)?.id ?? '';
    const place = () => {
      const { path, status } = room.catalog.get('media', id)?.master ?? {};
      return `${path} ${status}`;
    };
    await rename(folder.at('drive'), folder.at('unplugged'));
    for (const mountPoint of ['gone', 'empty']) {
      if (mountPoint === 'empty') await mkdir(folder.at('drive'));
      await room.importer.noticeMissing([master]);
      expect(place()).toBe(`${master} missing`);
    }
    await rmdir(folder.at('drive'));
    await rename(folder.at('unplugged'), folder.at('drive'));
    await room.importer.importPaths([master], BY_HAND);
    expect(place()).toBe(`${master} present`);
    await rm(master);
    await room.importer.noticeMissing([master]);
    expect(place()).toBe(`${folder.at('copy.mp4')} present`);
  });

  it('are remembered by path, size and time of change', async () => {
    await using folder = await temporaryFolder();
    const file = folder.at('copies.ndjson');
    const copies = createKnownCopies(file);
    const one = copyAt('/in/a "b"\n.mp4', 'a');
    await copies.remember(one);
    for (const known of [copies, createKnownCopies(file)]) {
      expect(await known.find(one.path, one)).toBe(one.sha256);
      expect(await known.find(one.path, { ...one, sizeBytes: 6 })).toBeNull();
      expect(await known.find(one.path, { ...one, modifiedMs: 9 })).toBeNull();
      expect(await known.find('/in/b.mp4', one)).toBeNull();
    }
  });

  it('survive half a line of a crash and strange lines', async () => {
    await using folder = await temporaryFolder();
    const file = folder.at('copies.ndjson');
    await createKnownCopies(file).remember(copyAt('/a', 'a'));
    await appendFile(file, '{"x":1}\nnothing\n["/c",1');
    const copies = createKnownCopies(file);
    await copies.remember(copyAt('/b', 'b'));
    const again = createKnownCopies(file);
    expect(await again.find('/a', copyAt('/a', 'a'))).not.toBeNull();
    expect(await again.find('/b', copyAt('/b', 'b'))).not.toBeNull();
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  it('take up no more room than there are copies, and the file may be lost or unwritable', async () => {
    await using folder = await temporaryFolder();
    const file = folder.at('copies.ndjson');
    const line = (size: number) => `${JSON.stringify(['/a', size, 1, 'a'.repeat(64)])}\n`;
    await writeFile(file, Array.from({ length: 1_500 }, (_, index) => line(index)).join(''));
    const look = { sizeBytes: 1_499, modifiedMs: 1 };
    expect(await createKnownCopies(file).find('/a', look)).toBe('a'.repeat(64));
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(2);
    const nowhere = createKnownCopies(folder.at('nowhere', 'copies.ndjson'));
    await nowhere.remember(copyAt('/a', 'a'));
    expect(await nowhere.find('/a', copyAt('/a', 'a'))).toBe('a'.repeat(64));
  });
});
