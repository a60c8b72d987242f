import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JobLog, jobLogSchema } from '../../core/contract/jobs.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { ConversionRun } from './conversion-runner.ts';

/** A job that fails again and again is known by its last tries. */
const KEPT_RUNS = 50;

/** Keeps `logs/<jobId>.json` up to date with the FFmpeg processes of one job, those of earlier tries first. */
export interface QueueLog {
  add(run: ConversionRun): void;
  /** Resolves when everything added is on the disk, or could not be written: a log never fails a job. */
  written(): Promise<void>;
}

export function createQueueLog(logsFolder: string, jobId: string): QueueLog {
  const path = join(logsFolder, `${jobId}.json`);
  const runs: ConversionRun[] = [];
  let earlier: readonly ConversionRun[] | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    earlier ??= await readRuns(path);
    const log: JobLog = { runs: [...earlier, ...runs].slice(-KEPT_RUNS) };
    try {
      await mkdir(logsFolder, { recursive: true });
      await writeFileAtomically(path, JSON.stringify(log, null, 2));
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

/** What cannot be read is begun anew. */
async function readRuns(path: string): Promise<readonly ConversionRun[]> {
  try {
    return jobLogSchema.parse(JSON.parse(await readFile(path, 'utf8'))).runs;
  } catch {
    return [];
  }
}
