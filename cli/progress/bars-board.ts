import type { JobProgress } from '../../core/model/job.ts';
import type { Terminal } from '../terminal.ts';
import type { ProgressBoard } from './progress-board.ts';
import { renderJobLine, renderStepLine } from './progress-line.ts';

/** Ten pictures a second are enough for the eye and cheap for a slow line. */
const REDRAW_MS = 100;
/** More running jobs than this would push everything else off the screen. */
const MOST_JOBS = 8;

type Screen = Pick<Terminal, 'note' | 'progressColumns'>;

/** Lines that are drawn over again, at the bottom of the terminal. */
export function createBarsBoard(screen: Screen, now: () => number): ProgressBoard {
  const jobs = new Map<string, { readonly title: string; readonly progress: JobProgress }>();
  let step: { readonly label: string; readonly finished: number; readonly total: number } | null =
    null;
  let drawnLines = 0;
  let drawnAtMs = Number.NEGATIVE_INFINITY;

  function lines(): readonly string[] {
    const columns = screen.progressColumns() ?? 80;
    const head =
      step === null ? [] : [renderStepLine(step.label, step.finished, step.total, columns)];
    const shown = [...jobs.values()].slice(0, MOST_JOBS);
    return [
      ...head,
      ...shown.map(({ title, progress }) => renderJobLine(title, progress, columns)),
    ];
  }

  function erase(): string {
    const text = drawnLines > 0 ? `\u001b[${drawnLines}A\u001b[J` : '';
    drawnLines = 0;
    return text;
  }

  function draw(force: boolean, above = ''): void {
    if (!force && now() - drawnAtMs < REDRAW_MS) return;
    const before = erase();
    const drawn = lines();
    drawnLines = drawn.length;
    drawnAtMs = now();
    screen.note(before + above + drawn.map((line) => `${line}\n`).join(''));
  }

  return {
    step(label, finished, total) {
      step = { label, finished, total };
      draw(finished === total);
    },
    job(title, progress) {
      jobs.set(progress.jobId, { title, progress });
      draw(false);
    },
    jobEnded(jobId) {
      if (jobs.delete(jobId)) draw(true);
    },
    say: (line) => draw(true, `${line}\n`),
    close() {
      jobs.clear();
      step = null;
      if (drawnLines > 0) screen.note(erase());
    },
  };
}
