import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron';
import type { BatchResult } from './batch.ts';
import type { Texts } from './texts/en.ts';

/** What the system shows of the work, beside the window. */
export interface Signs {
  showProgress(fraction: number | null): void;
  keepAwake(isNeeded: boolean): void;
  /** Only for who is not looking at the window. */
  announceEnd(result: BatchResult, onClick: () => void): void;
  stop(): void;
}

/** Electron's value for no bar at all. */
const NO_BAR = -1;

export function createSigns(window: BrowserWindow, texts: () => Texts): Signs {
  let blocker: number | null = null;

  function keepAwake(isNeeded: boolean): void {
    if (isNeeded) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  }

  return {
    showProgress(fraction) {
      if (!window.isDestroyed()) window.setProgressBar(fraction ?? NO_BAR);
    },
    keepAwake,
    announceEnd({ done, failed }, onClick) {
      if (window.isFocused() || !Notification.isSupported()) return;
      const { ended } = texts();
      const notification = new Notification({
        title: ended.title(failed),
        body: ended.body(done, failed),
      });
      notification.on('click', onClick);
      notification.show();
    },
    stop: () => keepAwake(false),
  };
}
