import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { createProcessRegistry } from '../../../main/conversion/process-registry.ts';
import { isRunning } from '../../../main/conversion/process-state.ts';
import { temporaryPathFor } from '../../../main/files/temporary-path.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process with these words in its command line. */
async function startProcess(...words: readonly string[]): Promise<number> {
  const script = 'console.log("up"); setInterval(() => 0, 1000)';
  const child = spawn(process.execPath, ['-e', script, '--', ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

test('a process left over from a crash is ended with its temporary files', async () => {
  await using folder = await temporaryFolder();
  const temporary = temporaryPathFor(folder.at('a b.mp4'));
  await writeFile(temporary, 'half');
  const pid = await startProcess('-i', 'x', `file:${temporary}`);
  createProcessRegistry(folder.at('processes')).add(pid, [temporary]);
  expect(await createProcessRegistry(folder.at('processes')).endLeftovers()).toBe(1);
  expect(isRunning(pid)).toBe(false);
  expect(await readdir(folder.path)).toEqual(['processes']);
  expect(await readdir(folder.at('processes'))).toEqual([]);
});

test('another process that got the same number is left alone', async () => {
  await using folder = await temporaryFolder();
  const pid = await startProcess('-i', 'x', `file:${temporaryPathFor(folder.at('other.mp4'))}`);
  const registry = createProcessRegistry(folder.at('processes'));
  registry.add(pid, [temporaryPathFor(folder.at('ours.mp4'))]);
  expect(await registry.endLeftovers()).toBe(0);
  expect(isRunning(pid)).toBe(true);
  expect(await readdir(folder.at('processes'))).toEqual([]);
});

test('files that are not temporary ones of ours are never removed', async () => {
  await using folder = await temporaryFolder();
  await writeFile(folder.at('precious.mp4'), 'whole');
  const registry = createProcessRegistry(folder.at('processes'));
  registry.add(2 ** 22 + 1, [folder.at('precious.mp4')]);
  expect(await registry.endLeftovers()).toBe(0);
  expect(await readFile(folder.at('precious.mp4'), 'utf8')).toBe('whole');
});

test('no process is ended by other words, which a library of a stranger may hold', async () => {
  await using folder = await temporaryFolder();
  const pid = await startProcess('-i', 'x');
  await mkdir(folder.at('processes'));
  for (const temporaryPaths of [[''], ['/'], ['node'], ['x', temporaryPathFor('x')]]) {
    await writeFile(folder.at('processes', `${pid}.json`), JSON.stringify({ pid, temporaryPaths }));
    expect(await createProcessRegistry(folder.at('processes')).endLeftovers()).toBe(0);
    expect(isRunning(pid)).toBe(true);
  }
});

test('entries that a crash cut off, and no folder at all, are nothing', async () => {
  await using folder = await temporaryFolder();
  const registry = createProcessRegistry(folder.at('processes'));
  expect(await registry.endLeftovers()).toBe(0);
  await mkdir(folder.at('processes'));
  await writeFile(folder.at('processes', '12.json'), '{"pid":1');
  await writeFile(folder.at('processes', '1.json'), '{"pid":1,"temporaryPaths":[]}');
  expect(await registry.endLeftovers()).toBe(0);
  expect(await readdir(folder.at('processes'))).toEqual([]);
});

test('an entry is on the disk when adding returns, and gone after removing', async () => {
  await using folder = await temporaryFolder();
  const registry = createProcessRegistry(folder.at('processes'));
  registry.add(77, [temporaryPathFor(folder.at('x'))]);
  expect(await readdir(folder.at('processes'))).toEqual(['77.json']);
  await registry.remove(77);
  expect(await readdir(folder.at('processes'))).toEqual([]);
});
