import { stat } from 'node:fs/promises';
import type { ProgressMeter } from '../core/work/progress-meter.ts';

export interface StallWatchOptions {
  readonly meter: ProgressMeter;
  /** FFmpeg writes these; while they change it is alive, as when it moves the index to the front. */
  readonly files: readonly string[];
  readonly stallMs: number;
  readonly onStalled: () => void;
}

/** @returns its end */
export function watchForStall({ meter, files, stallMs, onStalled }: StallWatchOptions): () => void {
  let before = '';
  let looking = false;
  const look = async (): Promise<void> => {
    if (meter.idleMs(performance.now()) < stallMs / 2) return;
    const now = await stateOf(files);
    if (now !== before) meter.touch(performance.now());
    before = now;
    if (meter.idleMs(performance.now()) >= stallMs) onStalled();
  };
  const timer = setInterval(
    () => {
      if (looking) return;
      looking = true;
      void look().finally(() => {
        looking = false;
      });
    },
    Math.max(20, stallMs / 10),
  );
  return () => clearInterval(timer);
}

async function stateOf(files: readonly string[]): Promise<string> {
  const states = await Promise.allSettled(files.map((file) => stat(file)));
  return states
    .map((state) =>
      state.status === 'fulfilled' ? `${state.value.size}@${state.value.mtimeMs}` : '',
    )
    .join();
}
