import type { BatchResult } from '../../core/queue/worth-telling.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Events } from '../events.ts';
import { createBatch } from './batch.ts';
import { allJobs, jobChangesOf } from './job-changes.ts';

export interface ActivityListener {
  /** Of the whole batch; null: nothing waits. Told at most once for each visible step. */
  onFraction(fraction: number | null): void;
  /** FFmpeg begins or ends working. */
  onConverting(isConverting: boolean): void;
  onBatchEnd(result: BatchResult): void;
}

export interface Activity {
  readonly isConverting: boolean;
  stop(): void;
}

/** A task bar shows no finer steps. */
const STEPS = 100;

/** Follows what the engine converts, for the task bar, the power settings and the notification at the end. */
export function followActivity(
  { catalog, events }: { readonly catalog: Catalog; readonly events: Events },
  listener: ActivityListener,
): Activity {
  const batch = createBatch();
  let told: { fraction: number | null; isConverting: boolean } = {
    fraction: null,
    isConverting: false,
  };

  function tell(): void {
    const exact = batch.fraction();
    const fraction = exact === null ? null : Math.floor(exact * STEPS) / STEPS;
    const isConverting = batch.runningCount > 0;
    const before = told;
    told = { fraction, isConverting };
    if (fraction !== before.fraction) listener.onFraction(fraction);
    if (isConverting !== before.isConverting) listener.onConverting(isConverting);
  }

  batch.apply(allJobs(catalog));
  tell();
  const unsubscribe = events.subscribe((event) => {
    if (event.type === 'job-progress') {
      batch.noteProgress(event.progress.jobId, event.progress.fraction);
      tell();
    }
    if (event.type !== 'catalog') return;
    const changes = jobChangesOf(event, catalog);
    if (changes.length === 0) return;
    const result = batch.apply(changes);
    tell();
    if (result !== null) listener.onBatchEnd(result);
  });
  return {
    get isConverting() {
      return told.isConverting;
    },
    stop: unsubscribe,
  };
}
