import { expect } from 'vitest';
import type { TestDesktop } from './desktop.ts';
import type { TemporaryFolder } from './temporary-folder.ts';
import { makeTinyVideo } from './tiny-media.ts';

/** Real conversions on a busy machine. */
const PATIENCE_MS = 90_000;

/** What the application is opened with: long enough to be interrupted on a fast machine. */
export async function withLongClip(folder: TemporaryFolder): Promise<readonly string[]> {
  await makeTinyVideo(folder.at('Opened.mp4'), { sizes: '1280x720', seconds: 6 });
  return [folder.at('Opened.mp4')];
}

export async function converting({ system }: TestDesktop): Promise<void> {
  await expect
    .poll(() => system.awake.size, { timeout: PATIENCE_MS, interval: 20 })
    .toBeGreaterThan(0);
}
