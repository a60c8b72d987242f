import { chmod, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { currentVersion, MIGRATIONS } from '../../../core/catalog/migrations.ts';
import { DEFAULT_SETTINGS } from '../../../core/model/library.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, patch, put, titles, titlesAt } from './catalog-helpers.ts';

describe('the folder of a library', () => {
  it('is its owner’s alone when it is made, and stays as it was where it was there', async () => {
    await using folder = await temporaryFolder();
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    // Windows knows no such bits
    const [own, shared] = process.platform === 'win32' ? [0o666, 0o666] : [0o700, 0o775];
    await (await openAt(folder.at('user', 'data', 'library'))).close();
    expect(await modeOf(folder.at('user', 'data', 'library'))).toBe(own);
    await mkdir(folder.at('shared'));
    await chmod(folder.at('shared'), 0o775);
    await (await openAt(folder.at('shared'))).close();
    expect(await modeOf(folder.at('shared'))).toBe(shared);
  });
});

describe('the catalog', () => {
  it('begins empty, and holds after a restart what was committed', async () => {
    await using folder = await temporaryFolder();
    const root = folder.at('new', 'library');
    const catalog = await openAt(root);
    expect(titles(catalog)).toEqual([]);
    expect(catalog.notices).toEqual([]);
    await catalog.commit([put(sampleMedia(1)), put(sampleMedia(2))]);
    await catalog.commit([patch(1, { title: 'New' })]);
    await catalog.commit([{ type: 'remove', collection: 'media', id: sampleMedia(2).id }]);
    await catalog.close();

    const again = await openAt(root);
    expect([...again.all('media').values()]).toEqual([{ ...sampleMedia(1), title: 'New' }]);
    expect(again.notices).toEqual([]);
    await again.close();
  });

  it('finds media by hash, path and slug, also after they changed', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    const media = sampleMedia(1);
    await catalog.commit([put(media)]);
    const { master } = media;
    await catalog.commit([patch(1, { slug: 'moved', master: { ...master, path: '/moved.mp4' } })]);
    const now = catalog.get('media', media.id);
    expect(now?.slug).toBe('moved');
    expect(catalog.mediaBySha256(master.sha256)).toBe(now);
    expect(catalog.mediaByPath('/moved.mp4')).toBe(now);
    expect(catalog.mediaBySlug('moved')).toBe(now);
    expect([catalog.mediaByPath(master.path), catalog.mediaBySlug(media.slug)]).toEqual([
      undefined,
      undefined,
    ]);
    await catalog.close();
  });

  it('makes all changes of a commit or none, and goes on after a refusal', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    await catalog.commit([put(sampleMedia(1))]);
    const refused = [put(sampleMedia(2)), put({ ...sampleMedia(3), slug: sampleMedia(1).slug })];
    await expect(catalog.commit(refused)).rejects.toMatchObject({ code: 'catalog/conflict' });
    await expect(catalog.commit([patch(9, { title: 'x' })])).rejects.toMatchObject({
      code: 'catalog/not-found',
    });
    await expect(catalog.commit([patch(1, { title: '' })])).rejects.toMatchObject({
      code: 'catalog/invalid-change',
    });
    await catalog.commit([put(sampleMedia(4))]);
    await catalog.close();
    expect(await titlesAt(folder.path)).toEqual([sampleMedia(1).title, sampleMedia(4).title]);
  });

  it('refuses only one of two commits that want the same slug at once', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    const outcomes = await Promise.allSettled([
      catalog.commit([put(sampleMedia(1, { slug: 'same' }))]),
      catalog.commit([put(sampleMedia(2, { slug: 'same' }))]),
      catalog.commit([patch(1, { title: 'New' })]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(titles(catalog)).toEqual(['New']);
    await catalog.close();
  });

  it('shows nothing before it is synced, and everything when the commit resolves', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    const committing = catalog.commit([put(sampleMedia(1))]);
    expect(titles(catalog)).toEqual([]);
    await committing;
    expect(titles(catalog)).toEqual([sampleMedia(1).title]);
    expect(catalog.query(anyQuery).total).toBe(1);
    await catalog.close();
  });

  it('shares one write and one sync among commits that come together', async () => {
    await using folder = await temporaryFolder();
    let syncs = 0;
    const catalog = await openAt(folder.path, {
      openFile: async (path) => {
        const file = await open(path, 'r+');
        const sync = file.datasync.bind(file);
        file.datasync = () => {
          syncs += 1;
          return sync();
        };
        return file;
      },
    });
    await Promise.all(Array.from({ length: 100 }, (_, n) => catalog.commit([put(sampleMedia(n))])));
    expect(titles(catalog)).toHaveLength(100);
    expect(syncs).toBeLessThanOrEqual(3);
    await catalog.close();
  });

  it('tells listeners what each commit touched, until they stop listening', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    const seen: unknown[] = [];
    const stop = catalog.subscribe((event) => seen.push([event, titles(catalog).length]));
    await catalog.commit([put(sampleMedia(1)), put(sampleMedia(2))]);
    await catalog.commit([patch(1, { title: 'New' })]);
    stop();
    await catalog.commit([put(sampleMedia(3))]);
    const touched = (number: number, change: string) => ({
      collection: 'media',
      id: sampleMedia(number).id,
      change,
    });
    expect(seen).toEqual([
      [{ type: 'catalog', sequence: 1, touched: [touched(1, 'put'), touched(2, 'put')] }, 2],
      [{ type: 'catalog', sequence: 2, touched: [touched(1, 'patch')] }, 2],
    ]);
    await catalog.close();
  });

  it('lets others have their turn while it checks a library’s worth of changes', async () => {
    await using folder = await temporaryFolder();
    let turns = 0;
    let turnsAtWrite: number | null = null;
    const catalog = await openAt(folder.path, {
      openFile: async (path) => {
        turnsAtWrite ??= turns;
        return await open(path, 'r+');
      },
    });
    const turn = () => {
      turns += 1;
      if (turnsAtWrite === null) setImmediate(turn);
    };
    setImmediate(turn);
    const committing = catalog.commit(Array.from({ length: 2000 }, (_, n) => put(sampleMedia(n))));
    expect(titles(catalog)).toEqual([]);
    await committing;
    expect(turnsAtWrite).toBeGreaterThan(3);
    expect(titles(catalog)).toHaveLength(2000);
    await catalog.close();
  });

  it('answers queries by what devices are enabled now', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    await catalog.commit([put(sampleMedia(1))]);
    const enabled = () => catalog.query(anyQuery).rows[0]?.enabledDevices ?? 0;
    const before = enabled();
    const record = { ...DEFAULT_SETTINGS, disabledDeviceIds: ['chrome', 'edge'] };
    await catalog.commit([{ type: 'put', collection: 'settings', record }]);
    expect(enabled()).toBe(before - 2);
    await catalog.close();
  });

  it('finishes what was asked for before it closes, then takes nothing more', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    const commits = Array.from({ length: 20 }, (_, n) => catalog.commit([put(sampleMedia(n))]));
    await Promise.all([catalog.close(), catalog.close()]);
    expect(await Promise.allSettled(commits)).toHaveLength(20);
    await expect(catalog.commit([put(sampleMedia(99))])).rejects.toThrow('closed');
    expect(await titlesAt(folder.path)).toHaveLength(20);
  });
});

describe('the snapshot', () => {
  it('is one readable JSON document, written at the close, with nothing left in the journal', async () => {
    await using folder = await temporaryFolder();
    const paths = libraryPaths(folder.path);
    const catalog = await openAt(folder.path, { appVersion: '9.9.9' });
    await catalog.commit([
      put(sampleMedia(1)),
      put(sampleMedia(2, { title: 'Zeile\n"2" \u2028' })),
    ]);
    await catalog.close();
    const parsed = JSON.parse(await readFile(paths.snapshot, 'utf8'));
    expect(parsed).toMatchObject({
      avlogue: 'catalog',
      version: currentVersion(MIGRATIONS),
      sequence: 1,
      writtenBy: '9.9.9',
    });
    expect(parsed.collections.media).toEqual([
      sampleMedia(1),
      sampleMedia(2, { title: 'Zeile\n"2" \u2028' }),
    ]);
    expect((await stat(paths.journal)).size).toBe(0);
    expect(await readdir(folder.path)).toEqual(['backups', 'catalog.journal', 'catalog.json']);
  });

  it('is not written again when nothing changed', async () => {
    await using folder = await temporaryFolder();
    const paths = libraryPaths(folder.path);
    await fill(await openAt(folder.path), 1);
    const { ino } = await stat(paths.snapshot);
    await titlesAt(folder.path);
    expect((await stat(paths.snapshot)).ino).toBe(ino);
  });

  it('is rewritten while commits go on when the journal has grown, and loses none of them', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path, { minJournalBytes: 20_000 });
    let largest = 0;
    for (let n = 0; n < 300; n += 1) {
      await catalog.commit([put(sampleMedia(n))]);
      largest = Math.max(largest, catalog.sizes().journalBytes);
    }
    expect(catalog.sizes().snapshotBytes).toBeGreaterThan(100_000);
    expect(largest).toBeLessThan(150_000);
    expect(titles(catalog)).toHaveLength(300);
    await catalog.close();
    expect(await titlesAt(folder.path)).toHaveLength(300);
  });

  it('may be laid out anew by an editor', async () => {
    await using folder = await temporaryFolder();
    const paths = libraryPaths(folder.path);
    await fill(await openAt(folder.path), 3);
    const text = await readFile(paths.snapshot, 'utf8');
    await writeFile(paths.snapshot, JSON.stringify(JSON.parse(text), null, 2));
    const catalog = await openAt(folder.path);
    expect([titles(catalog).length, catalog.notices]).toEqual([3, []]);
    await catalog.close();
  });

  it('is copied as a backup that opens as a catalog of its own', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.at('library'));
    await catalog.commit([put(sampleMedia(1))]);
    await mkdir(folder.at('copy'));
    await catalog.backup(libraryPaths(folder.at('copy')).snapshot);
    await catalog.commit([put(sampleMedia(2))]);
    expect(await titlesAt(folder.at('copy'))).toEqual([sampleMedia(1).title]);
    await expect(catalog.backup(folder.at('no', 'where'))).rejects.toMatchObject({
      code: 'catalog/write-failed',
    });
    await catalog.close();
  });
});

const anyQuery = { sort: 'added', order: 'descending', offset: 0, limit: 100 } as const;

async function fill(catalog: Catalog, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await catalog.commit([put(sampleMedia(n))]);
  await catalog.close();
}
