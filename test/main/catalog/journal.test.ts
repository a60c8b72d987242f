import { execFile } from 'node:child_process';
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  createJournal,
  type JournalFile,
  type OpenJournalFile,
} from '../../../main/catalog/journal.ts';
import { formatJournalLine, parseJournalLine } from '../../../main/catalog/journal-line.ts';
import { readJournal } from '../../../main/catalog/read-journal.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, patch, put, titles, titlesAt } from './catalog-helpers.ts';

const run = promisify(execFile);

describe('a line of the journal', () => {
  const line = { sequence: 7, changes: [{ type: 'remove', id: 'ä\n"\u2028' }] };

  it('is read back as it was written, on one line', () => {
    const text = formatJournalLine(line);
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject(line);
    expect(parseJournalLine(text.trimEnd())).toEqual(line);
  });

  it('is refused with any character changed, added or missing', () => {
    const text = formatJournalLine(line).trimEnd();
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === '1' ? '2' : '1';
      expect(parseJournalLine(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
      expect(parseJournalLine(text.slice(0, at))).toBeNull();
      expect(parseJournalLine(text.slice(0, at) + other + text.slice(at))).toBeNull();
    }
  });
});

describe('reading a journal', () => {
  it('counts damaged lines and the torn end, and takes every good line', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('journal');
    const good = [1, 2, 3].map((sequence) => formatJournalLine({ sequence, changes: [] }));
    const torn = '{"sequence":4,"check';
    await writeFile(path, `${good[0]}rubbish\n\n${good[1]}${'\0'.repeat(50)}\n${good[2]}${torn}`);
    expect(await readJournal(path)).toEqual({
      exists: true,
      lines: [1, 2, 3].map((sequence) => ({ sequence, changes: [] })),
      badLines: 3,
      tornBytes: torn.length,
      goodBytes: (await stat(path)).size - torn.length,
    });
  });

  it('is empty where there is none', async () => {
    await using folder = await temporaryFolder();
    expect(await readJournal(folder.at('none'))).toMatchObject({ exists: false, goodBytes: 0 });
  });
});

/** A file on a disk that can be full: of each write only some bytes are taken, or the sync fails. */
function failingFile() {
  const fault = { writes: false, sync: false, truncate: false };
  const noSpace = () => Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const openFile: OpenJournalFile = async (path) => {
    const file = await open(path, 'r+');
    return {
      async write(bytes, offset, length, position) {
        if (!fault.writes) return file.write(bytes, offset, length, position);
        await file.write(bytes, offset, Math.floor(length / 2), position);
        throw noSpace();
      },
      async truncate(length) {
        if (fault.truncate) throw noSpace();
        await file.truncate(length);
      },
      async datasync() {
        if (fault.sync) throw noSpace();
        await file.datasync();
      },
      close: () => file.close(),
    } satisfies JournalFile;
  };
  return { fault, openFile };
}

describe('a disk that fails', () => {
  it.each(['writes', 'sync'] as const)(
    'rejects the commits of the group when it fails at %s, leaves memory and file as they were, and later ones work',
    async (step) => {
      await using folder = await temporaryFolder();
      const { fault, openFile } = failingFile();
      const catalog = await openAt(folder.path, { openFile });
      await catalog.commit([put(sampleMedia(1))]);
      const before = await readFile(folder.at('catalog.journal'), 'utf8');

      fault[step] = true;
      const outcomes = await Promise.allSettled([
        catalog.commit([put(sampleMedia(2))]),
        catalog.commit([put(sampleMedia(3))]),
      ]);
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({
          reason: { code: 'catalog/write-failed', details: { systemCode: 'ENOSPC' } },
        });
      }
      expect(titles(catalog)).toEqual([sampleMedia(1).title]);
      expect(catalog.mediaBySlug(sampleMedia(2).slug)).toBeUndefined();
      expect(await readFile(folder.at('catalog.journal'), 'utf8')).toBe(before);

      fault[step] = false;
      await catalog.commit([put(sampleMedia(2))]);
      await catalog.close();
      expect(await titlesAt(folder.path)).toEqual([sampleMedia(1).title, sampleMedia(2).title]);
    },
  );

  it('takes a partial line back later when it cannot do so at once', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('journal');
    await writeFile(path, '');
    const { fault, openFile } = failingFile();
    const journal = createJournal({ path, length: 0, openFile });
    await journal.append('first\n');
    fault.writes = true;
    fault.truncate = true;
    await expect(journal.append(`${'long'.repeat(50)}\n`)).rejects.toThrow('no space');
    expect(await readFile(path, 'utf8')).toMatch(/^first\n(long)+/);
    fault.writes = false;
    await expect(journal.append('never\n')).rejects.toThrow('no space');
    fault.truncate = false;
    await journal.append('second\n');
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe('first\nsecond\n');
  });

  it('is survived for real: a full small file system, then space again', async () => {
    await using folder = await temporaryFolder();
    const root = folder.at('small');
    await mkdir(root);
    await using small = await smallDisk(root);
    const catalog = await openAt(root, { openFile: small.openFile });
    await catalog.commit([put(sampleMedia(1))]);
    await small.fill();
    const title = 'x'.repeat(300);
    const description = 'd'.repeat(9_000);
    await expect(catalog.commit([patch(1, { title, description })])).rejects.toMatchObject({
      code: 'catalog/write-failed',
      details: { systemCode: 'ENOSPC' },
    });
    expect(titles(catalog)).toEqual([sampleMedia(1).title]);
    await small.free();
    await catalog.commit([patch(1, { title: 'after' })]);
    await catalog.close();
    expect(await titlesAt(root)).toEqual(['after']);
  });
});

/** A tmpfs where mounting is permitted; elsewhere the failing file stands for it. */
async function smallDisk(root: string) {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', root]);
  } catch {
    const { fault, openFile } = failingFile();
    const set = async (full: boolean) => {
      fault.writes = full;
    };
    return {
      openFile,
      fill: () => set(true),
      free: () => set(false),
      [Symbol.asyncDispose]: () => set(false),
    };
  }
  const filler = `${root}/filler`;
  return {
    openFile: (path: string) => open(path, 'r+'),
    async fill() {
      const file = await open(filler, 'w');
      const block = Buffer.alloc(1024);
      await (async () => {
        for (;;) await file.write(block);
      })().catch(() => {});
      await file.close();
    },
    free: () => writeFile(filler, ''),
    async [Symbol.asyncDispose]() {
      await run('umount', [root]);
    },
  };
}
