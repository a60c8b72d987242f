import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ConvertProgress } from '../../../core/work/tasks.ts';
import { createProcessRegistry } from '../../../main/conversion/process-registry.ts';
import { createTaskLine } from '../../../main/conversion/task-line.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** No process has it: Linux gives out 2^22 at most. */
const NOBODY = 2 ** 22 + 1;

test('a disk that takes no entries and gives none up ends neither the engine nor the task', async () => {
  await using folder = await temporaryFolder();
  await writeFile(folder.at('file'), '');
  const told = Promise.withResolvers<ConvertProgress>();
  const running = new Set<number>();
  const line = createTaskLine({
    // no folder can be made below a file
    registry: createProcessRegistry(folder.at('file', 'processes')),
    running,
    graceMs: 0,
    temporaryPaths: [folder.at('x.tmp')],
    onProgress: told.resolve,
  });
  const progress = { phase: 'encoding', fraction: 0.5, speed: 1, secondsLeft: 1 } as const;
  line.port.postMessage({ kind: 'started', pid: NOBODY });
  line.port.postMessage({ kind: 'progress', progress });
  expect(await told.promise).toEqual(progress);
  expect([...running]).toEqual([NOBODY]);
  line.port.postMessage({ kind: 'ended', pid: NOBODY });
  await expect(line.close()).resolves.toBeUndefined();
  expect([...running]).toEqual([]);
});
