import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron';
import {
  type BatchResult,
  isWorthTelling,
  type NotificationWishes,
} from '../../core/queue/worth-telling.ts';
import type { Texts } from './texts/en.ts';

/** What the system shows of the work, beside the window. */
export interface Signs {
  showProgress(fraction: number | null): void;
  keepAwake(isNeeded: boolean): void;
  /** Only for who is not looking at the window, and wants to be told. */
  announceEnd(result: BatchResult, onClick: () => void): void;
  stop(): void;
}

export interface SignNeeds {
  readonly window: BrowserWindow;
  readonly texts: () => Texts;
  readonly wishes: () => NotificationWishes;
}

/** Electron's value for no bar at all. */
const NO_BAR = -1;

export function createSigns({ window, texts, wishes }: SignNeeds): Signs {
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
    announceEnd(result, onClick) {
      if (window.isFocused() || !Notification.isSupported()) return;
      if (!isWorthTelling(result, wishes())) return;
      const { ended } = texts();
      const { done, failed } = result;
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
