import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jobLogSchema } from '../../../core/contract/jobs.ts';
import type { ConversionRun } from '../../../main/conversion/conversion-runner.ts';
import { createQueueLog } from '../../../main/conversion/queue-log.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

function runNumber(startedAtMs: number): ConversionRun {
  return { command: 'ffmpeg', argv: [], startedAtMs, seconds: 1, lines: [], outcome: 'failed' };
}

async function startsIn(path: string): Promise<readonly number[]> {
  const log = jobLogSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  return log.runs.map(({ startedAtMs }) => startedAtMs);
}

describe('the log of a job', () => {
  it('keeps what an earlier try told when the job is tried again', async () => {
    await using folder = await temporaryFolder();
    for (const tries of [[1, 2], [3]]) {
      const log = createQueueLog(folder.at('logs'), 'job');
      for (const start of tries) log.add(runNumber(start));
      await log.written();
    }
    expect(await startsIn(folder.at('logs/job.json'))).toEqual([1, 2, 3]);
  });

  it('keeps the last fifty runs', async () => {
    await using folder = await temporaryFolder();
    const log = createQueueLog(folder.path, 'job');
    for (let start = 1; start <= 60; start += 1) log.add(runNumber(start));
    await log.written();
    const starts = await startsIn(folder.at('job.json'));
    expect([starts.length, starts[0], starts.at(-1)]).toEqual([50, 11, 60]);
  });

  it('begins anew over a file that cannot be read', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('job.json'), '{"runs": [');
    const log = createQueueLog(folder.path, 'job');
    log.add(runNumber(1));
    await log.written();
    expect(await startsIn(folder.at('job.json'))).toEqual([1]);
  });
});
