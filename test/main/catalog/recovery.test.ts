import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentVersion, MIGRATIONS, type Migration } from '../../../core/catalog/migrations.ts';
import { settingsPatch } from '../../../core/catalog/settings-patch.ts';
import { DEFAULT_SETTINGS } from '../../../core/model/library.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { catalogFiles } from '../../../main/catalog/catalog-files.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { smallDisk } from '../../helpers/small-disk.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, patch, put, titles, titlesAt } from './catalog-helpers.ts';

const STAMP = '2026-01-02T03-04-05.000Z';

/** A library as a crash leaves it: two media in the snapshot, then changes in the journal that are in no snapshot. */
async function crashedLibrary(folder: TemporaryFolder) {
  const root = folder.at('library');
  const first = await openAt(root);
  await first.commit([put(sampleMedia(0))]);
  await first.close();
  const second = await openAt(root);
  await second.commit([put(sampleMedia(1))]);
  await second.close();
  const third = await openAt(root);
  for (let n = 2; n < 8; n += 1) await third.commit([put(sampleMedia(n))]);
  const crashed = folder.at('crashed');
  await copyLibrary(root, crashed);
  await third.close();
  return { root: crashed, files: catalogFiles(libraryPaths(crashed)) };
}

async function copyLibrary(from: string, to: string): Promise<void> {
  const [source, target] = [libraryPaths(from), libraryPaths(to)].map(catalogFiles);
  if (source === undefined || target === undefined) throw new Error('no paths');
  await mkdir(dirname(target.previousSnapshot), { recursive: true });
  for (const name of ['snapshot', 'journal', 'previousSnapshot', 'previousJournal'] as const) {
    await copyFile(source[name], target[name]).catch(() => {});
  }
}

const ALL = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => sampleMedia(n).title);

async function contentOf(root: string): Promise<Record<string, string>> {
  const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const entries = names.map(async ({ parentPath, name }) => {
    const path = `${parentPath}/${name}`;
    return [path, await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function messagesOf({ notices }: Catalog): readonly string[] {
  return notices.map(({ message }) => message);
}

describe('after a crash', () => {
  it('the journal leads on from the snapshot', async () => {
    await using folder = await temporaryFolder();
    const { root } = await crashedLibrary(folder);
    const catalog = await openAt(root);
    expect([titles(catalog), catalog.notices]).toEqual([ALL, []]);
    await catalog.close();
    expect(await titlesAt(root)).toEqual(ALL);
  });

  it('a torn last line is dropped and said, and the next commit stands behind the good ones', async () => {
    await using folder = await temporaryFolder();
    const { root, files } = await crashedLibrary(folder);
    const text = await readFile(files.journal, 'utf8');
    await writeFile(files.journal, text.slice(0, -40));
    const catalog = await openAt(root);
    expect(titles(catalog)).toEqual(ALL.slice(0, -1));
    expect(messagesOf(catalog)).toEqual([expect.stringContaining('not been written whole')]);
    await catalog.commit([put(sampleMedia(9))]);
    expect((await readFile(files.journal, 'utf8')).split('\n')).toHaveLength(7);
    await catalog.close();
    expect(await titlesAt(root)).toEqual([...ALL.slice(0, -1), sampleMedia(9).title]);
    expect((await readdir(root)).filter((name) => name.includes('broken'))).toEqual([]);
  });

  it('garbage in the middle costs only the lines that it hit; the file is kept and both are said', async () => {
    await using folder = await temporaryFolder();
    const { root, files } = await crashedLibrary(folder);
    const lines = (await readFile(files.journal, 'utf8')).split('\n');
    lines[2] = `${'\0\u0001garbage'.repeat(20)}`;
    const broken = lines.join('\n');
    await writeFile(files.journal, broken);
    const catalog = await openAt(root);
    expect(titles(catalog)).toEqual(ALL.filter((_, n) => n !== 4));
    expect(messagesOf(catalog)).toEqual([
      expect.stringContaining('1 line of'),
      expect.stringContaining('Change 5 of the catalog is lost'),
      expect.stringContaining(`catalog.journal.broken-${STAMP}`),
    ]);
    expect(await readFile(`${files.journal}.broken-${STAMP}`, 'utf8')).toBe(broken);
    await catalog.commit([put(sampleMedia(4))]);
    await catalog.close();
    const again = await openAt(root);
    expect(titles(again)).toHaveLength(8);
    expect(again.notices).toEqual([]);
    await again.close();
  });

  it('lines that need a lost one are said, and two media that hold one slug through it get two', async () => {
    await using folder = await temporaryFolder();
    const root = folder.at('library');
    const catalog = await openAt(root);
    await catalog.commit([put(sampleMedia(1))]);
    await catalog.commit([put(sampleMedia(2)), patch(1, { slug: 'other' })]);
    await catalog.commit([patch(2, { title: 'lost with it' })]);
    await catalog.commit([put(sampleMedia(3, { slug: sampleMedia(1).slug, createdAtMs: 2e12 }))]);
    const crashed = folder.at('crashed');
    await copyLibrary(root, crashed);
    await catalog.close();
    const { journal } = catalogFiles(libraryPaths(crashed));
    const lines = (await readFile(journal, 'utf8')).split('\n');
    lines[1] = 'x';
    await writeFile(journal, lines.join('\n'));

    const again = await openAt(crashed);
    expect([...again.all('media').values()].map(({ slug }) => slug)).toEqual([
      'clip-1',
      'clip-1-2',
    ]);
    expect(again.mediaBySlug('clip-1-2')?.id).toBe(sampleMedia(3).id);
    expect(messagesOf(again)).toEqual([
      expect.stringContaining('1 line of'),
      expect.stringContaining('Change 2 of the catalog is lost'),
      expect.stringContaining('Change 3 of the catalog could not be made'),
      expect.stringContaining('“clip-1-2”'),
      expect.stringContaining('broken-'),
    ]);
    await again.close();
    expect(await titlesAt(crashed)).toHaveLength(2);
  });
});

describe('a snapshot that cannot be read', () => {
  it.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, -30)],
    ['cut off after its first line', (text) => text.slice(0, text.indexOf('\n') + 1)],
    ['not JSON at all', () => 'not a catalog'],
    ['another program’s JSON', () => '{"name":"something else"}'],
    ['damaged in a record', (text) => text.replace('"slug":"clip-1"', '"slug":"clip-1')],
    ['zeros', (text) => '\0'.repeat(text.length)],
    [
      'edited so that a record lost its shape',
      (text) => text.replace('"kind":"video"', '"kind":7'),
    ],
  ])(
    '(%s) is kept, and restored from the previous one and both journals without a loss',
    async (_what, damage) => {
      await using folder = await temporaryFolder();
      const { root, files } = await crashedLibrary(folder);
      const broken = damage(await readFile(files.snapshot, 'utf8'));
      await writeFile(files.snapshot, broken);
      const catalog = await openAt(root);
      expect(titles(catalog)).toEqual(ALL);
      expect(messagesOf(catalog)).toEqual([
        expect.stringContaining('was restored'),
        expect.stringContaining(`catalog.json.broken-${STAMP}`),
      ]);
      expect(await readFile(`${files.snapshot}.broken-${STAMP}`, 'utf8')).toBe(broken);
      await catalog.close();
      expect(await titlesAt(root)).toEqual(ALL);
    },
  );

  it('can be lost twice in a row', async () => {
    await using folder = await temporaryFolder();
    const { root, files } = await crashedLibrary(folder);
    await rm(files.snapshot);
    const once = await openAt(root);
    await once.commit([put(sampleMedia(8))]);
    await copyLibrary(root, folder.at('again'));
    await once.close();
    const { snapshot } = catalogFiles(libraryPaths(folder.at('again')));
    await writeFile(snapshot, 'broken again');
    expect(await titlesAt(folder.at('again'))).toEqual([...ALL, sampleMedia(8).title]);
  });

  it('is restored from the journal alone when that begins at the beginning', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.at('library'));
    await catalog.commit([put(sampleMedia(1))]);
    await copyLibrary(folder.at('library'), folder.at('copy'));
    await catalog.close();
    await writeFile(libraryPaths(folder.at('copy')).snapshot, '???');
    expect(await titlesAt(folder.at('copy'))).toEqual([sampleMedia(1).title]);
  });

  it.each(['damaged', 'missing'])(
    'and with nothing that leads to it (previous one %s) is never replaced by an empty one',
    async (previous) => {
      await using folder = await temporaryFolder();
      const { root, files } = await crashedLibrary(folder);
      await writeFile(files.snapshot, '{');
      if (previous === 'damaged') await writeFile(files.previousSnapshot, '{');
      else await rm(files.previousSnapshot);
      await rm(files.previousJournal);
      const before = await contentOf(root);
      await expect(openAt(root)).rejects.toMatchObject({
        code: 'catalog/unreadable',
        details: { snapshot: files.snapshot, previousSnapshot: files.previousSnapshot },
      });
      expect(await contentOf(root)).toEqual(before);
    },
  );
});

describe('what cannot be opened at all', () => {
  it('is said in words, with the system’s code', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('a', 'catalog.json'), { recursive: true });
    await expect(openAt(folder.at('a'))).rejects.toMatchObject({
      code: 'catalog/unreadable',
      details: { systemCode: 'EISDIR' },
    });
    await writeFile(folder.at('file'), 'x');
    await expect(openAt(folder.at('file', 'library'))).rejects.toMatchObject({
      code: 'catalog/write-failed',
      message: expect.stringContaining(`${folder.at('file')} is a file where a folder is needed`),
      details: { systemCode: 'ENOTDIR' },
    });
  });

  it('is a read-only drive, also where the folder was still to be made (needs a small disk)', async (context) => {
    await using folder = await temporaryFolder();
    const disk =
      (await smallDisk(folder.at('card'), 64 * 1024)) ??
      context.skip('mounting a tmpfs is not permitted here');
    await using _disk = disk;
    await disk.setReadOnly(true);
    for (const root of [disk.path, `${disk.path}/new/library`]) {
      await expect(openAt(root)).rejects.toMatchObject({
        code: 'catalog/write-failed',
        message: expect.stringContaining(`${disk.path} is on a drive that can only be read`),
        details: { systemCode: 'EROFS', obstacle: 'read-only' },
      });
    }
  });

  it('lets go of the lock, so that a mended library opens', async () => {
    await using folder = await temporaryFolder();
    const { root, files } = await crashedLibrary(folder);
    const text = await readFile(files.snapshot, 'utf8');
    const kept = await readFile(files.previousSnapshot, 'utf8');
    await writeFile(files.snapshot, '{');
    await writeFile(files.previousSnapshot, '{');
    await expect(openAt(root)).rejects.toMatchObject({ code: 'catalog/unreadable' });
    await writeFile(files.snapshot, text);
    await writeFile(files.previousSnapshot, kept);
    expect(await titlesAt(root)).toEqual(ALL);
  });
});

describe('versions', () => {
  const current = currentVersion(MIGRATIONS);
  const next = current + 1;
  const addMark: Migration = {
    version: next,
    migrate: ({ media = [], ...rest }) => ({
      ...rest,
      media: media.map((one) => ({ ...one, description: `led on: ${String(one.title)}` })),
    }),
  };

  const newerText = (text: string) => text.replace(`"version":${current}`, `"version":${next}`);

  it('of a newer AVlogue are refused, and nothing on disk is touched', async () => {
    await using folder = await temporaryFolder();
    const { root, files } = await crashedLibrary(folder);
    const text = await readFile(files.snapshot, 'utf8');
    for (const newer of [newerText(text), JSON.stringify(JSON.parse(newerText(text)), null, 2)]) {
      await writeFile(files.snapshot, newer);
      const before = await contentOf(root);
      await expect(openAt(root)).rejects.toMatchObject({
        code: 'catalog/newer-version',
        details: { version: next, known: current },
      });
      expect(await contentOf(root)).toEqual(before);
    }
  });

  it('that are older are led on with all changes in the journal, and the old file is kept', async () => {
    await using folder = await temporaryFolder();
    const { root, files } = await crashedLibrary(folder);
    const old = await readFile(files.snapshot, 'utf8');
    const catalog = await openAt(root, { migrations: [...MIGRATIONS, addMark] });
    expect(titles(catalog)).toEqual(ALL);
    for (const { title, description } of catalog.all('media').values()) {
      expect(description).toBe(`led on: ${title}`);
    }
    expect(JSON.parse(await readFile(files.snapshot, 'utf8')).version).toBe(next);
    expect(await readFile(files.beforeMigration(current), 'utf8')).toBe(old);
    await catalog.commit([patch(1, { description: 'mine' })]);
    await catalog.close();
    const again = await openAt(root, { migrations: [...MIGRATIONS, addMark] });
    expect(again.get('media', sampleMedia(1).id)?.description).toBe('mine');
    await again.close();
    await expect(openAt(root)).rejects.toMatchObject({ code: 'catalog/newer-version' });
  });

  it('whose records a step leads to something invalid leave everything as it was', async () => {
    await using folder = await temporaryFolder();
    const { root } = await crashedLibrary(folder);
    const before = await contentOf(root);
    const wrong: Migration = { version: next, migrate: () => ({ media: [{ id: 'x' }] }) };
    await expect(openAt(root, { migrations: [...MIGRATIONS, wrong] })).rejects.toMatchObject({
      code: 'catalog/unreadable',
    });
    expect(await contentOf(root)).toEqual(before);
  });
});

describe('the settings', () => {
  it('are there from the beginning, so that one of them can be changed by itself', async () => {
    await using folder = await temporaryFolder();
    const catalog = await openAt(folder.path);
    await catalog.commit([settingsPatch({ theme: 'dark' })]);
    await catalog.commit([settingsPatch({ language: 'de' })]);
    const crashed = folder.at('crashed');
    await copyLibrary(folder.path, crashed);
    await catalog.close();
    for (const root of [folder.path, crashed]) {
      const again = await openAt(root);
      expect(again.get('settings', 'settings')).toEqual({
        ...DEFAULT_SETTINGS,
        theme: 'dark',
        language: 'de',
      });
      expect(again.notices).toEqual([]);
      await again.close();
    }
  });

  it('are put into a snapshot that came without them', async () => {
    await using folder = await temporaryFolder();
    await (await openAt(folder.path)).close();
    const { snapshot } = catalogFiles(libraryPaths(folder.path));
    const whole = JSON.parse(await readFile(snapshot, 'utf8'));
    whole.collections.settings = [];
    await writeFile(snapshot, JSON.stringify(whole));
    const catalog = await openAt(folder.path);
    expect(JSON.parse(await readFile(snapshot, 'utf8')).collections.settings).toEqual([
      DEFAULT_SETTINGS,
    ]);
    await catalog.close();
  });
});
