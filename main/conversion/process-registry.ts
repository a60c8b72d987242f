import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { removeQuietly } from '../files/remove-quietly.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import { endProcess } from './end-process.ts';
import { commandLineOf } from './process-state.ts';

const entrySchema = z.object({
  pid: z.int().positive(),
  /** Random names in its command line: another process that got the same number later has none of them. */
  temporaryPaths: z.array(z.string().refine(isTemporaryPath)).min(1).readonly(),
});
type Entry = Readonly<z.infer<typeof entrySchema>>;

/** One file for each FFmpeg that runs, so that after a crash the next start can end what is left over. */
export interface ProcessRegistry {
  /**
   * Before it returns the entry is on the disk.
   * @throws the system's error when it cannot be written
   */
  add(pid: number, temporaryPaths: readonly string[]): void;
  /** Never fails: an entry that is held stays until the next start, which finds no process to it. */
  remove(pid: number): Promise<void>;
  /**
   * Ends every process of an earlier run that still runs, and removes its temporary files.
   * Only the library's owner may call this. @returns how many were ended
   */
  endLeftovers(): Promise<number>;
}

export function createProcessRegistry(folder: string): ProcessRegistry {
  const fileOf = (pid: number): string => join(folder, `${pid}.json`);
  return {
    add(pid, temporaryPaths) {
      if (temporaryPaths.length === 0) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(pid), JSON.stringify({ pid, temporaryPaths } satisfies Entry));
    },
    remove: (pid) => removeQuietly(fileOf(pid)),
    async endLeftovers() {
      const files = (await namesIn(folder)).map((name) => join(folder, name));
      const ended = await Promise.all(files.map(endLeftover));
      return ended.filter(Boolean).length;
    },
  };
}

async function endLeftover(file: string): Promise<boolean> {
  const entry = await readEntry(file);
  const isOurs = entry !== null && (await stillRuns(entry));
  if (isOurs) await endProcess(entry.pid, { graceMs: 0 });
  if (entry !== null) await Promise.all(entry.temporaryPaths.map(removeQuietly));
  await removeQuietly(file);
  return isOurs;
}

async function stillRuns({ pid, temporaryPaths }: Entry): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  return (
    commandLine !== null && temporaryPaths.some((path) => commandLine.includes(basename(path)))
  );
}

/** An entry that was cut off by a crash says nothing; the process in question had hardly begun. */
async function readEntry(file: string): Promise<Entry | null> {
  try {
    return entrySchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^\d+\.json$/.test(name));
  } catch {
    // no folder, no process
    return [];
  }
}
