import { describe, expect, it } from 'vitest';
import type { PageNotification } from '../../../renderer/client/browser-notifications.ts';
import { createNotifyChoice } from '../../../renderer/state/notify-choice.ts';

const NOTE: PageNotification = { title: 'Converted', body: '2 media are ready.', onClick() {} };

/** A browser that answers its question so. */
function browserWhere(answer: NotificationPermission) {
  const shown: string[] = [];
  const kept = new Map<string, string>();
  let permission: NotificationPermission = 'default';
  const browser = {
    permission: () => permission,
    async ask() {
      permission = answer;
      return answer;
    },
    show: ({ title }: PageNotification) => void shown.push(title),
  };
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  return { shown, browser, storage };
}

describe('notifications of the browser', () => {
  it('are off until a person switches them on and the browser agrees; that is kept', async () => {
    const { shown, browser, storage } = browserWhere('granted');
    const choice = createNotifyChoice(storage, browser);
    choice.getState().show(NOTE);
    expect([choice.getState().state, shown]).toEqual(['off', []]);
    await choice.getState().setWanted(true);
    choice.getState().show(NOTE);
    expect([choice.getState().state, shown]).toEqual(['on', ['Converted']]);
    expect(createNotifyChoice(storage, browser).getState().state).toBe('on');
  });

  it('are said to be blocked when the browser refuses', async () => {
    const { shown, browser, storage } = browserWhere('denied');
    const choice = createNotifyChoice(storage, browser);
    await choice.getState().setWanted(true);
    choice.getState().show(NOTE);
    expect([choice.getState().state, shown]).toEqual(['blocked', []]);
  });

  it('can be switched off again', async () => {
    const { shown, browser, storage } = browserWhere('granted');
    const choice = createNotifyChoice(storage, browser);
    await choice.getState().setWanted(true);
    await choice.getState().setWanted(false);
    choice.getState().show(NOTE);
    expect([choice.getState().state, shown]).toEqual(['off', []]);
  });

  it('are unknown to some browsers', () => {
    const { storage } = browserWhere('granted');
    expect(createNotifyChoice(storage, null).getState().state).toBe('unknown');
  });
});
