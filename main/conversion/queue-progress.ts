import type { Job, JobProgress } from '../../core/model/job.ts';
import type { Output } from '../../core/model/plan.ts';
import { jobFraction, jobSecondsLeft } from '../../core/queue/job-fraction.ts';
import { workOf } from '../../core/queue/work.ts';
import type { Clock } from '../clock.ts';
import type { ConversionProgress } from './conversion-runner.ts';

/** At most five a second for each job; more is not seen. */
const EVERY_MS = 200;

export interface ProgressReporter {
  current(): JobProgress;
  /** Call when the plan stands, with what is still to be made. */
  planned(groups: readonly (readonly Output[])[]): void;
  groupStarted(index: number): void;
  groupProgress(progress: ConversionProgress): void;
}

export interface ReporterNeeds {
  readonly clock: Clock;
  readonly onProgress: (progress: JobProgress) => void;
}

/** Turns the progress of single FFmpeg processes into that of the whole job, weighed by work. */
export function createProgressReporter(
  job: Pick<Job, 'id' | 'mediaId'>,
  { clock, onProgress }: ReporterNeeds,
): ProgressReporter {
  let groups: readonly (readonly Output[])[] = [];
  let running = 0;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let progress: JobProgress = {
    jobId: job.id,
    mediaId: job.mediaId,
    phase: 'preparing',
    fraction: 0,
    speed: null,
    secondsLeft: null,
    formatIds: [],
  };

  function update(next: ConversionProgress): void {
    const phaseChanged = next.phase !== progress.phase;
    const state = {
      done: workOf(groups.slice(0, running).flat()),
      current: workOf(groups[running] ?? []),
      later: workOf(groups.slice(running + 1).flat()),
      fraction: next.fraction,
      secondsLeft: next.secondsLeft,
    };
    progress = {
      ...progress,
      phase: next.phase,
      // an FFmpeg that starts anew (a second try, a fast-start pass) must not turn the bar back
      fraction: Math.max(progress.fraction, jobFraction(state)),
      speed: next.speed,
      secondsLeft: jobSecondsLeft(state),
      formatIds: (groups[running] ?? []).map(({ formatId }) => formatId),
    };
    tell(phaseChanged);
  }

  function tell(now: boolean): void {
    // a clock that was set back must not silence it until that time has come again
    if (!now && Math.abs(clock.now() - toldAtMs) < EVERY_MS) return;
    toldAtMs = clock.now();
    onProgress(progress);
  }

  return {
    current: () => progress,
    planned(next) {
      groups = next;
      running = 0;
    },
    groupStarted(index) {
      running = index;
      update({ phase: 'preparing', fraction: 0, speed: null, secondsLeft: null });
    },
    groupProgress: update,
  };
}
