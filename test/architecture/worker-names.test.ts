import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WORKER_NAMES } from '../../core/work/worker-names.ts';

const WORKERS = join(import.meta.dirname, '..', '..', 'workers');

it('every entry file of a worker is named, and so built into packages, and every name has its file', async () => {
  const entries: string[] = [];
  for (const file of await readdir(WORKERS)) {
    if (!file.endsWith('.ts')) continue;
    const text = await readFile(join(WORKERS, file), 'utf8');
    if (/^export default /m.test(text)) entries.push(file.slice(0, -3));
  }
  expect(entries.toSorted()).toEqual(WORKER_NAMES.toSorted());
});
