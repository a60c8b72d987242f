import { AppError, reportError } from '../../core/errors/app-error.ts';
import type { Job, JobProgress } from '../../core/model/job.ts';
import type { Plan } from '../../core/model/plan.ts';
import { changesAtFailure, changesAtSuccess, type Ending } from '../../core/queue/ended-job.ts';
import { coversAll } from '../../core/queue/merge-renditions.ts';
import { isActive, nextJob, threadsPerJob } from '../../core/queue/next-job.ts';
import { commitStanding } from '../catalog/commit-standing.ts';
import { createQueueEnds } from './queue-ends.ts';
import { createQueueLog } from './queue-log.ts';
import type { QueueNeeds } from './queue-needs.ts';
import { createProgressReporter, type ProgressReporter } from './queue-progress.ts';
import { type JobRun, runJob } from './queue-run-job.ts';

interface Running {
  readonly mediaId: string;
  readonly abort: AbortController;
  readonly reporter: ProgressReporter;
  readonly ended: Promise<void>;
  ending: Ending | null;
}

/** Runs waiting jobs, as many at once as the limits allow, and writes down how each ended. */
export interface QueueScheduler {
  /** Starts what may start now. */
  fill(): void;
  setPaused(paused: boolean): void;
  /** Resolves when the job's processes are gone; at once when it does not run. */
  end(jobId: string, ending: Ending): Promise<void>;
  endAll(ending: Ending): Promise<void>;
  /** Jobs at work on media that are in the catalog no more. */
  endOrphans(): void;
  /** The catalog takes commits: what could not be written of ended jobs is tried again. */
  writeEnds(): void;
  isRunning(jobId: string): boolean;
  progress(): readonly JobProgress[];
}

export interface SchedulerNeeds extends QueueNeeds {
  readonly onSettled: (job: Job) => void;
}

export function createQueueScheduler(needs: SchedulerNeeds): QueueScheduler {
  const { catalog, clock, events, limits, paths } = needs;
  const running = new Map<string, Running>();
  const ends = createQueueEnds({ onKept: tellHalt, onWritten: afterEnd });
  let halted = true;

  /** While ends cannot be written nothing begins: it could not be written either. */
  function fill(): void {
    while (!halted && !ends.isBehind() && running.size < limits().parallelJobs) {
      const busy = new Set([...running.values()].map(({ mediaId }) => mediaId));
      const waiting = [...catalog.all('jobs').values()].filter(({ id }) => !running.has(id));
      const job = nextJob(waiting, busy);
      if (job === undefined) return;
      begin(job);
    }
  }

  function begin(job: Job): void {
    const abort = new AbortController();
    const onProgress = (progress: JobProgress) => events.emit({ type: 'job-progress', progress });
    const reporter = createProgressReporter(job, { clock, onProgress });
    const { promise, resolve } = Promise.withResolvers<void>();
    running.set(job.id, { mediaId: job.mediaId, abort, reporter, ended: promise, ending: null });
    void carryOut(job, abort.signal, reporter).then(() => {
      running.delete(job.id);
      resolve();
      afterEnd(job.id);
    });
  }

  function afterEnd(jobId: string): void {
    const job = catalog.get('jobs', jobId);
    if (job !== undefined && !isActive(job)) needs.onSettled(job);
    fill();
  }

  async function carryOut(job: Job, signal: AbortSignal, reporter: ProgressReporter) {
    const log = createQueueLog(paths.logs, job.id);
    const run = { jobId: job.id, signal, reporter, log, threads };
    await ends.write(job.id, await outcomeOf(job, run));
    await log.written();
  }

  /** @returns what writes down how it ended */
  async function outcomeOf(job: Job, run: JobRun): Promise<() => Promise<void>> {
    try {
      await claim(job);
      const plan = await runJob(run, needs);
      const endedAtMs = clock.now();
      return () => succeed(job, plan, endedAtMs);
    } catch (thrown) {
      const ending = running.get(job.id)?.ending ?? null;
      const failure = { ending, error: reportError(thrown), endedAtMs: clock.now() };
      return () =>
        commitStanding(catalog, () => changesAtFailure({ ...recordsOf(job), ...failure }));
    }
  }

  function threads(): number {
    return threadsPerJob(limits().encoderThreads, running.size);
  }

  function claim({ id, attempts }: Job): Promise<void> {
    const fields = {
      status: 'running',
      attempts: attempts + 1,
      startedAtMs: clock.now(),
      finishedAtMs: null,
      error: null,
    } as const;
    return catalog.commit([{ type: 'patch', collection: 'jobs', id, fields }]);
  }

  async function succeed(job: Job, plan: Plan, endedAtMs: number): Promise<void> {
    await commitStanding(catalog, () => changesAtSuccess({ ...recordsOf(job), endedAtMs }));
    const { media } = recordsOf(job);
    if (media !== undefined && coversAll(plan, media)) {
      events.emit({ type: 'media-ready', mediaId: media.id });
    }
  }

  function recordsOf({ id, mediaId }: Job) {
    return { job: catalog.get('jobs', id), media: catalog.get('media', mediaId) };
  }

  function tellHalt(error: unknown): void {
    const { code, message, details } = reportError(error);
    events.emit({
      type: 'notice',
      level: 'error',
      code,
      details,
      message: `The queue stopped because what became of a job could not be written down; it goes on by itself when that can be done. ${message}`,
    });
  }

  async function end(jobId: string, ending: Ending): Promise<void> {
    const job = running.get(jobId);
    if (job === undefined) return;
    job.ending ??= ending;
    job.abort.abort(
      new AppError('conversion/cancelled', `The conversion was ended (${job.ending}).`),
    );
    await job.ended;
  }

  return {
    fill,
    setPaused(paused) {
      halted = paused;
      fill();
    },
    end,
    async endAll(ending) {
      halted = true;
      await Promise.all([...running.keys()].map((id) => end(id, ending)));
      await ends.giveUp();
    },
    endOrphans() {
      for (const [id, { mediaId }] of running) {
        if (catalog.get('media', mediaId) === undefined) void end(id, 'cancel');
      }
    },
    writeEnds() {
      if (ends.isBehind()) void ends.tryAgain();
    },
    isRunning: (jobId) => running.has(jobId),
    progress: () => [...running.values()].map(({ reporter }) => reporter.current()),
  };
}
