import { createStore } from 'zustand/vanilla';
import type { BrowserNotifications, PageNotification } from '../client/browser-notifications.ts';

/** Whether this browser shows notifications. Kept by the browser; what they are about is in the settings. */
export interface NotifyChoice {
  readonly state: 'on' | 'off' | 'blocked' | 'unknown';
  setWanted(wanted: boolean): Promise<void>;
  /** Nothing unless they are on. */
  show(notification: PageNotification): void;
}

const PLACE = 'avlogue-notifications';

export function createNotifyChoice(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  browser: BrowserNotifications | null,
) {
  function stateOf(): NotifyChoice['state'] {
    if (browser === null) return 'unknown';
    const permission = browser.permission();
    if (permission === 'denied') return 'blocked';
    return permission === 'granted' && storage.getItem(PLACE) === 'on' ? 'on' : 'off';
  }

  return createStore<NotifyChoice>()((set) => ({
    state: stateOf(),
    async setWanted(wanted) {
      if (wanted) await browser?.ask();
      storage.setItem(PLACE, wanted ? 'on' : 'off');
      set({ state: stateOf() });
    },
    show(notification) {
      if (stateOf() === 'on') browser?.show(notification);
    },
  }));
}
