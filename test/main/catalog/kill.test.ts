import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt } from './catalog-helpers.ts';

const CHILD = join(import.meta.dirname, 'committing-child.ts');

/** Ends the child by SIGKILL after so many acknowledged commits; gives all that it acknowledged. */
async function commitUntilKilled(root: string, first: number, commits: number) {
  const child = spawn(process.execPath, [CHILD, root, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'open') continue;
    acknowledged.push(Number(line));
    if (acknowledged.length === commits) child.kill('SIGKILL');
  }
  const [, signal] = await exited;
  return { acknowledged, signal };
}

/** Spread over the rewritings of the snapshot, which come every dozen of commits. */
const MOMENTS = [1, 7, 12, 13, 20, 29, 37, 41, 58, 73];

describe('a process killed while it commits', () => {
  it('has lost nothing that it acknowledged, ten times in a row', { timeout: 60_000 }, async () => {
    await using folder = await temporaryFolder();
    const promised = new Set<number>();
    for (const [turn, commits] of MOMENTS.entries()) {
      const { acknowledged, signal } = await commitUntilKilled(folder.path, turn * 1000, commits);
      expect(signal).toBe('SIGKILL');
      for (const number of acknowledged) promised.add(number);
      const catalog = await openAt(folder.path);
      const lost = [...promised].filter(
        (number) => catalog.get('media', sampleMedia(number).id)?.title !== 'both',
      );
      expect(lost).toEqual([]);
      for (const { title } of catalog.all('media').values()) expect(title).toBe('both');
      await catalog.close();
    }
  });
});
