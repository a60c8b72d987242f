import { execFileSync } from 'node:child_process';
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../../core/contract/import.ts';
import type { ImportSource } from '../../../main/import/importer.ts';
import { walkPaths } from '../../../main/import/walk.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age, copyAsOther } from '../../helpers/tiny-media.ts';

/** Which of its codes the probe gives is a matter of its own tests. */
const WHATEVER_IT_IS: unknown = expect.stringMatching(/^import\//);

const samples = sharedClipAndPool();

function codeOf(result: ImportResult | undefined): string {
  return result?.outcome === 'refused' ? result.error.code : (result?.outcome ?? 'none');
}

function keptCodes({ catalog }: EngineRoom): readonly string[] {
  return [...catalog.all('refusals').values()].map(({ error }) => error.code).toSorted();
}

/** The folder of this test run is its owner's alone. */
async function letOthersThrough(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o777) === 0o700) await chmod(path, 0o711);
}

describe('bad input', () => {
  it('is refused file by file, with a code, and the rest of the folder is taken in', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await mkdir(folder.at('in'));
    const at = (name: string) => folder.at('in', name);
    await writeFile(at('empty.mp4'), '');
    await writeFile(at('text.mp4'), 'This is a letter, not a film.\n'.repeat(50));
    await writeFile(at('cut.mp4'), (await readFile(samples.clip)).subarray(0, 3_000));
    await writeFile(
      at('list.m3u8.mp4'),
      '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
    );
    await symlink(folder.at('nowhere.mp4'), at('broken.mp4'));
    execFileSync('mkfifo', [at('pipe.mp4')]);
    await writeFile(at('notes.txt'), 'not looked at');
    await writeFile(at('.hidden.mp4'), 'not looked at');
    await copyFile(samples.clip, at('good.mp4'));
    for (const name of ['empty.mp4', 'text.mp4', 'cut.mp4', 'list.m3u8.mp4']) await age(at(name));
    const { results } = await room.importer.importPaths([folder.at('in')], BY_HAND);
    const codes = Object.fromEntries(
      results.map((result) => [basename(result.path), codeOf(result)]),
    );
    expect(codes).toEqual({
      'broken.mp4': 'import/not-found',
      'cut.mp4': 'import/truncated',
      'empty.mp4': 'import/empty-file',
      'good.mp4': 'imported',
      'list.m3u8.mp4': WHATEVER_IT_IS,
      'pipe.mp4': 'import/not-regular',
      'text.mp4': WHATEVER_IT_IS,
    });
    expect(keptCodes(room)).toHaveLength(6);
  });

  it('is forgotten when the file is mended or gone', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await mkdir(folder.at('in'));
    await writeFile(folder.at('in', 'mended.mp4'), 'no');
    await writeFile(folder.at('in', 'gone.mp4'), 'no');
    await room.importer.importPaths([folder.at('in')], BY_HAND);
    expect(keptCodes(room)).toHaveLength(2);
    await copyFile(samples.clip, folder.at('in', 'mended.mp4'));
    await room.importer.importPaths([folder.at('in', 'mended.mp4')], BY_HAND);
    expect(keptCodes(room)).toHaveLength(1);
    await rm(folder.at('in', 'gone.mp4'));
    await room.importer.noticeMissing([folder.at('in', 'gone.mp4')]);
    expect(keptCodes(room)).toHaveLength(0);
  });

  it('named outright is tried whatever it is called, and its refusal is told but not kept', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('film.unknown'));
    await writeFile(folder.at('notes.txt'), 'hello');
    const server = createServer().listen(folder.at('socket'));
    const paths = ['film.unknown', 'notes.txt', 'absent.mp4', 'socket'].map((n) => folder.at(n));
    const { results } = await room.importer.importPaths(paths, BY_HAND);
    server.close();
    expect(results.map(codeOf)).toEqual([
      'imported',
      WHATEVER_IT_IS,
      'import/not-found',
      'import/not-regular',
    ]);
    expect(keptCodes(room)).toEqual([]);
  });

  it('is no matter of names: spaces, quotes, emoji, %, dashes, line breaks and 250 characters', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const names = [
      'with space.mp4',
      `quo"te's.mp4`,
      'smile 😀.mp4',
      '100%25 %d.mp4',
      '-y -i.mp4',
      'line\nbreak.mp4',
      'file:x.mp4',
      `${'n'.repeat(246)}.mp4`,
    ];
    await mkdir(folder.at('in'));
    for (const name of names) await copyAsOther(samples.clip, folder.at('in', name), name);
    const { results } = await room.importer.importPaths([folder.at('in')], BY_HAND);
    expect(results.map(codeOf)).toEqual(names.map(() => 'imported'));
    const titles = [...room.catalog.all('media').values()].map(({ title }) => title);
    expect(titles).toContain('Line break');
  });

  it('stands in a folder that may not be read as a refusal of that folder', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('in', 'closed'), { recursive: true });
    await copyFile(samples.clip, folder.at('in', 'open.mp4'));
    await chmod(folder.path, 0o755);
    await letOthersThrough(dirname(folder.path));
    await chmod(folder.at('in', 'closed'), 0);
    // the superuser may read everything, so for this once the test is someone else
    const user = process.geteuid?.() === 0 ? 65534 : null;
    const options = { isOwnOutput: () => false, signal: new AbortController().signal };
    if (user !== null) process.seteuid?.(user);
    const entries = await walkPaths([folder.at('in')], options).finally(() => {
      if (user !== null) process.seteuid?.(0);
    });
    expect(entries).toMatchObject([
      { kind: 'folder', path: folder.at('in') },
      { kind: 'refused', path: folder.at('in', 'closed'), error: { code: 'import/no-permission' } },
      { kind: 'file', path: folder.at('in', 'open.mp4') },
    ]);
    await chmod(folder.at('in', 'closed'), 0o700);
  });

  it('does not make a walk loop, enter a folder twice, or take our own outputs for masters', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('in', 'library'), { pool: samples.pool });
    await mkdir(folder.at('in', 'deep'), { recursive: true });
    await copyFile(samples.clip, folder.at('in', 'deep', 'clip.mp4'));
    await symlink(folder.at('in'), folder.at('in', 'deep', 'loop'));
    await symlink(folder.at('in', 'deep'), folder.at('in', 'again'));
    await mkdir(folder.at('in', 'library', 'renditions', 'm'), { recursive: true });
    await copyFile(samples.clip, folder.at('in', 'library', 'renditions', 'm', 'h264-480p.mp4'));
    await mkdir(folder.at('in', 'site', 'media'), { recursive: true });
    await copyFile(samples.clip, folder.at('in', 'site', 'media', 'clip-h264-480p.mp4'));
    const target = {
      id: 'site',
      name: 'Site',
      kind: 'folder',
      path: folder.at('in', 'site'),
      baseUrl: '',
      language: 'en',
      createdAtMs: 0,
    } as const;
    await room.catalog.commit([{ type: 'put', collection: 'publishTargets', record: target }]);
    const { results } = await room.importer.importPaths([folder.at('in')], BY_HAND);
    expect(results.map(codeOf)).toEqual(['imported']);
  });

  it('leaves no copy of an upload that is refused or known already', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const upload: ImportSource = { ...BY_HAND, ownedByLibrary: true };
    await mkdir(room.paths.masters, { recursive: true });
    const at = (name: string) => `${room.paths.masters}/${name}`;
    await copyFile(samples.clip, at('first.mp4'));
    await copyFile(samples.clip, at('second.mp4'));
    await writeFile(at('third.mp4'), 'no film');
    const codes: string[] = [];
    for (const name of ['first.mp4', 'second.mp4', 'third.mp4']) {
      codes.push(codeOf((await room.importer.importPaths([at(name)], upload)).results[0]));
    }
    expect(codes).toEqual(['imported', 'duplicate', WHATEVER_IT_IS]);
    expect(await readdir(room.paths.masters)).toEqual(['first.mp4']);
    const [media] = [...room.catalog.all('media').values()];
    expect(media?.master.ownedByLibrary).toBe(true);
  });
});
