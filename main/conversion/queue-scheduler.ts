import { AppError, reportError } from '../../core/errors/app-error.ts';
import type { Job, JobProgress } from '../../core/model/job.ts';
import type { Plan } from '../../core/model/plan.ts';
import { coversAll } from '../../core/queue/merge-renditions.ts';
import { nextJob, threadsPerJob } from '../../core/queue/next-job.ts';
import { putBackJob } from '../../core/queue/take-up-job.ts';
import { createQueueLog } from './queue-log.ts';
import type { QueueNeeds } from './queue-needs.ts';
import { createProgressReporter, type ProgressReporter } from './queue-progress.ts';
import { runJob } from './queue-run-job.ts';

type JobFields = Partial<Omit<Job, 'id'>>;
type Ending = 'cancel' | 'stop';

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
  isRunning(jobId: string): boolean;
  progress(): readonly JobProgress[];
}

export interface SchedulerNeeds extends QueueNeeds {
  readonly onSettled: (job: Job) => void;
}

export function createQueueScheduler(needs: SchedulerNeeds): QueueScheduler {
  const { catalog, clock, events, limits, paths } = needs;
  const running = new Map<string, Running>();
  let halted = true;

  function fill(): void {
    while (!halted && running.size < limits().parallelJobs) {
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
      const ended = catalog.get('jobs', job.id);
      if (ended !== undefined && ended.status !== 'queued') needs.onSettled(ended);
      fill();
    });
  }

  async function carryOut(job: Job, signal: AbortSignal, reporter: ProgressReporter) {
    const log = createQueueLog(paths.logs, job.id);
    try {
      await claim(job);
      const run = { jobId: job.id, signal, reporter, log, threads };
      await succeed(job, await runJob(run, needs));
    } catch (error) {
      await fail(job, error);
    }
    await log.written();
  }

  function threads(): number {
    return threadsPerJob(limits().encoderThreads, running.size);
  }

  async function claim(job: Job): Promise<void> {
    await patch(job.id, {
      status: 'running',
      attempts: job.attempts + 1,
      startedAtMs: clock.now(),
      finishedAtMs: null,
      error: null,
    });
  }

  async function succeed(job: Job, plan: Plan): Promise<void> {
    const media = catalog.get('media', job.mediaId);
    const done = jobChange(job.id, { status: 'done', finishedAtMs: clock.now() });
    if (media?.problem) {
      await catalog.commit([
        done,
        { type: 'patch', collection: 'media', id: media.id, fields: { problem: null } },
      ]);
    } else {
      await catalog.commit([done]);
    }
    if (media !== undefined && coversAll(plan, media)) {
      events.emit({ type: 'media-ready', mediaId: media.id });
    }
  }

  async function fail(job: Job, error: unknown): Promise<void> {
    const now = catalog.get('jobs', job.id);
    if (now === undefined) return;
    try {
      await writeEnd(now, error);
    } catch (failure) {
      halted = true;
      const { code, message, details } = reportError(failure);
      events.emit({
        type: 'notice',
        level: 'error',
        code,
        details,
        message: `The queue stopped because the end of a job could not be written down. ${message}`,
      });
    }
  }

  async function writeEnd(job: Job, error: unknown): Promise<void> {
    const ending = running.get(job.id)?.ending ?? null;
    if (ending === 'stop') return patch(job.id, putBackJob(job));
    const finishedAtMs = clock.now();
    if (ending === 'cancel') return patch(job.id, { status: 'cancelled', finishedAtMs });
    const report = reportError(error);
    const change = jobChange(job.id, { status: 'failed', finishedAtMs, error: report });
    const media = catalog.get('media', job.mediaId);
    if (media === undefined) return catalog.commit([change]);
    const gone = report.code === 'conversion/master-missing';
    const master = gone ? ({ ...media.master, status: 'missing' } as const) : media.master;
    await catalog.commit([
      change,
      { type: 'patch', collection: 'media', id: media.id, fields: { problem: report, master } },
    ]);
  }

  function patch(jobId: string, fields: JobFields): Promise<void> {
    return catalog.commit([jobChange(jobId, fields)]);
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
    },
    endOrphans() {
      for (const [id, { mediaId }] of running) {
        if (catalog.get('media', mediaId) === undefined) void end(id, 'cancel');
      }
    },
    isRunning: (jobId) => running.has(jobId),
    progress: () => [...running.values()].map(({ reporter }) => reporter.current()),
  };
}

function jobChange(id: string, fields: JobFields) {
  return { type: 'patch', collection: 'jobs', id, fields } as const;
}
