import { createStore } from 'zustand/vanilla';
import type { EngineEvent } from '../../core/model/engine-event.ts';
import type { JobProgress } from '../../core/model/job.ts';
import type { ConnectionState } from '../client/watch-events.ts';
import type { ImportProgress } from './import-progress.ts';

type Of<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>;

/** What is going on in the engine right now; nothing here outlives the page. */
export interface Activity {
  readonly connection: ConnectionState;
  readonly jobs: ReadonlyMap<string, JobProgress>;
  /** By batch. */
  readonly importing: ReadonlyMap<string, ImportProgress>;
  readonly publishing: Of<'publish-progress'> | null;
  setConnection(connection: ConnectionState): void;
  /** What the queue answered when asked; events refine it. */
  setJobs(running: readonly JobProgress[]): void;
  apply(event: EngineEvent): void;
}

export function createActivity() {
  return createStore<Activity>()((set) => ({
    connection: 'connecting',
    jobs: new Map(),
    importing: new Map(),
    publishing: null,
    setConnection: (connection) => set({ connection }),
    setJobs: (running) =>
      set(({ jobs }) => ({
        jobs: new Map(running.map((one) => [one.mediaId, newest(jobs.get(one.mediaId), one)])),
      })),
    apply: (event) => set((activity) => applyEvent(activity, event)),
  }));
}

function newest(known: JobProgress | undefined, told: JobProgress): JobProgress {
  return known !== undefined && known.jobId === told.jobId && known.fraction > told.fraction
    ? known
    : told;
}

function applyEvent(activity: Activity, event: EngineEvent): Partial<Activity> {
  switch (event.type) {
    case 'job-progress':
      return { jobs: new Map([...activity.jobs, [event.progress.mediaId, event.progress]]) };
    case 'import-progress':
      return { importing: withProgress(activity.importing, event) };
    case 'publish-progress':
      return { publishing: event.done ? null : event };
    default:
      return {};
  }
}

function withProgress(
  importing: ReadonlyMap<string, ImportProgress>,
  event: ImportProgress,
): ReadonlyMap<string, ImportProgress> {
  const others = [...importing].filter(([batchId]) => batchId !== event.batchId);
  return new Map(event.done ? others : [...others, [event.batchId, event]]);
}
