import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../main/files/error-code-of.ts';
import { isTemporaryPath, temporaryPathFor } from '../../../main/files/temporary-path.ts';
import { writeFileAtomically } from '../../../main/files/write-file-atomically.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('writing a file atomically', () => {
  it('writes text, bytes and streams, over what stood there', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('file');
    async function* slices() {
      yield 'thr';
      yield new TextEncoder().encode('ée');
    }
    await writeFileAtomically(path, 'one');
    expect(await readFile(path, 'utf8')).toBe('one');
    await writeFileAtomically(path, new TextEncoder().encode('two'));
    expect(await readFile(path, 'utf8')).toBe('two');
    await writeFileAtomically(path, slices());
    expect(await readFile(path, 'utf8')).toBe('thrée');
    await writeFileAtomically(path, ['fo', 'ur']);
    expect(await readFile(path, 'utf8')).toBe('four');
    expect(await readdir(folder.path)).toEqual(['file']);
  });

  it('leaves the old file and no other when the content fails half way', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('file');
    await writeFile(path, 'old');
    async function* failing() {
      yield 'new';
      throw new Error('source broke');
    }
    await expect(writeFileAtomically(path, failing())).rejects.toThrow('source broke');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder.path)).toEqual(['file']);
  });

  it('shows the whole temporary file to the check, and keeps the old one when it is refused', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('file');
    await writeFile(path, 'old');
    const seen: string[] = [];
    const verify = async (temporary: string) => {
      seen.push(await readFile(temporary, 'utf8'));
      throw new Error('not good');
    };
    await expect(writeFileAtomically(path, 'new', { verify })).rejects.toThrow('not good');
    expect(seen).toEqual(['new']);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder.path)).toEqual(['file']);
  });

  it('stops when it is aborted', async () => {
    await using folder = await temporaryFolder();
    const write = writeFileAtomically(folder.at('file'), 'new', { signal: AbortSignal.abort() });
    await expect(write).rejects.toThrow('aborted');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('takes names of 250 characters and gives the asked permissions', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('n'.repeat(250));
    await writeFileAtomically(path, 'x', { mode: 0o600 });
    expect(await readFile(path, 'utf8')).toBe('x');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('rejects with the system’s code when a folder stands in the way or the parent is missing', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('taken', 'inside'), { recursive: true });
    const codes = await Promise.all(
      [folder.at('taken'), folder.at('no', 'where')].map((path) =>
        writeFileAtomically(path, 'x').then(() => null, errorCodeOf),
      ),
    );
    expect(codes).toEqual([expect.stringMatching(/EISDIR|EPERM|ENOTEMPTY|EEXIST/), 'ENOENT']);
    expect(await readdir(folder.path)).toEqual(['taken']);
    await chmod(folder.path, 0o700);
  });
});

describe('temporary paths', () => {
  it('are new every time, lie in the same folder and are recognised', () => {
    const [one, two] = [temporaryPathFor('/some/file.mp4'), temporaryPathFor('/some/file.mp4')];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^[/\\]some[/\\]\.avlogue-/);
    expect(isTemporaryPath(one)).toBe(true);
    expect(isTemporaryPath('/some/file.mp4')).toBe(false);
  });
});
