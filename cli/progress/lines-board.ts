import { printable } from '../text/printable.ts';
import { writePercent } from '../text/units.ts';
import type { ProgressBoard } from './progress-board.ts';
import { describeProgress } from './progress-line.ts';

/** In a log file a line for every quarter is enough. */
const STEPS = 4;

/** Plain lines, now and then, for logs and pipes. */
export function createLinesBoard(write: (line: string) => void): ProgressBoard {
  const told = new Map<string, number>();

  /** True once for every quarter that is reached. */
  function isNews(key: string, fraction: number): boolean {
    const quarter = Math.floor(fraction * STEPS);
    if (quarter <= (told.get(key) ?? 0)) return false;
    told.set(key, quarter);
    return true;
  }

  return {
    step(label, finished, total) {
      if (total > 0 && isNews(label, finished / total)) write(`${label}: ${finished} of ${total}`);
    },
    job(title, progress) {
      if (!isNews(progress.jobId, progress.fraction)) return;
      write(
        `${printable(title)}: ${writePercent(progress.fraction)}, ${describeProgress(progress).replaceAll('  ', ', ')}`,
      );
    },
    jobEnded: (jobId) => void told.delete(jobId),
    say: write,
    close: () => {},
  };
}
