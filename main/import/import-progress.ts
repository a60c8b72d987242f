import type { ImportResult } from '../../core/contract/import.ts';
import type { Clock } from '../clock.ts';
import type { Events } from '../events.ts';

/** At most ten a second; more is not seen. */
const EVERY_MS = 100;

export interface ImportProgress {
  started(path: string): void;
  finished(result: ImportResult): void;
  /** Always told, so that a bar never stops short. */
  done(): void;
}

export interface ProgressNeeds {
  readonly events: Events;
  readonly clock: Clock;
}

export function createImportProgress(
  batchId: string,
  total: number,
  { events, clock }: ProgressNeeds,
): ImportProgress {
  let finished = 0;
  let refused = 0;
  let toldAtMs = Number.NEGATIVE_INFINITY;

  function tell(path: string | null, done: boolean): void {
    // a clock that was set back must not silence it until that time has come again
    if (!done && Math.abs(clock.now() - toldAtMs) < EVERY_MS) return;
    toldAtMs = clock.now();
    events.emit({ type: 'import-progress', batchId, total, finished, refused, path, done });
  }

  return {
    started: (path) => tell(path, false),
    finished(result) {
      finished += 1;
      if (result.outcome === 'refused') refused += 1;
      tell(result.path, false);
    },
    done: () => tell(null, true),
  };
}
