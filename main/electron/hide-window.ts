import type { BrowserWindow } from 'electron';

export interface WindowHiding {
  hide(): void;
  /** It is wanted: one that still leaves full screen is not hidden any more. */
  keep(): void;
}

export interface HidingNeeds {
  readonly window: Pick<BrowserWindow, 'hide' | 'isFullScreen' | 'setFullScreen'> & {
    on(event: 'leave-full-screen', listener: () => void): unknown;
  };
  readonly platform: NodeJS.Platform;
}

/** On a Mac, full screen is a space of its own, which would stay behind black: https://github.com/electron/electron/issues/39572 */
export function createWindowHiding({ window, platform }: HidingNeeds): WindowHiding {
  let isToHide = false;
  window.on('leave-full-screen', () => {
    if (!isToHide) return;
    isToHide = false;
    window.hide();
  });
  return {
    hide() {
      if (platform === 'darwin' && window.isFullScreen()) {
        isToHide = true;
        window.setFullScreen(false);
      } else if (!isToHide) window.hide();
    },
    keep() {
      isToHide = false;
    },
  };
}
