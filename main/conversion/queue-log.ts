import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobLog } from '../../core/contract/jobs.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { ConversionRun } from './conversion-runner.ts';

/** Keeps `logs/<jobId>.json` up to date with the FFmpeg processes of one job. */
export interface QueueLog {
  add(run: ConversionRun): void;
  /** Resolves when everything added is on the disk, or could not be written: a log never fails a job. */
  written(): Promise<void>;
}

export function createQueueLog(logsFolder: string, jobId: string): QueueLog {
  const runs: ConversionRun[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const log: JobLog = { runs: [...runs] };
    try {
      await mkdir(logsFolder, { recursive: true });
      await writeFileAtomically(join(logsFolder, `${jobId}.json`), JSON.stringify(log, null, 2));
    } catch {
      // a full disk shows itself where the renditions are written
    }
  }

  return {
    add(run) {
      runs.push(run);
      writing = writing.then(write);
    },
    written: () => writing,
  };
}
