import type { WebContents } from 'electron';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { PageAnswer } from './dialogs.ts';

/** So many ends within this time are no accident: loading it once more would only break it once more. */
const MOST_ENDS = 3;
const WITHIN_MS = 60_000;

export interface PageEndNeeds {
  readonly contents: Pick<WebContents, 'on' | 'reload'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Asked when the page does not stay, however often it is loaded. The engine works on meanwhile. */
  readonly ask: () => Promise<PageAnswer>;
  readonly quit: () => void;
}

/** Loads a page whose process ended anew, and asks what to do when that does not help. */
export function reloadEndedPage({ contents, clock, logger, ask, quit }: PageEndNeeds): void {
  let endedAtMs: readonly number[] = [];
  let isAsking = false;

  async function settle(): Promise<void> {
    isAsking = true;
    const answer = await ask().finally(() => {
      isAsking = false;
    });
    endedAtMs = [];
    if (answer === 'quit') quit();
    else contents.reload();
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || isAsking) return;
    const nowMs = clock.now();
    endedAtMs = [...endedAtMs.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs];
    const ended = `The page ended: ${reason} (${exitCode}).`;
    if (endedAtMs.length < MOST_ENDS) {
      logger.error(`${ended} It is loaded anew.`);
      contents.reload();
      return;
    }
    logger.error(`${ended} That was ${MOST_ENDS} times within a minute: the person is asked.`);
    settle().catch((error: unknown) => logger.error('The question failed.', error));
  });
}
