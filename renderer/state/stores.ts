import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { BrowserNotifications } from '../client/browser-notifications.ts';
import { type Activity, createActivity } from './activity.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { createKeyChoice, type KeyChoice } from './key-choice.ts';
import { createLastLook } from './last-look.ts';
import { createLibraryView, type LibraryView } from './library-view.ts';
import { createNotifyChoice, type NotifyChoice } from './notify-choice.ts';
import { createUndo, type Undo } from './undo.ts';
import { createUploads, type Intake, type Uploads } from './uploads.ts';

export interface StoreNeeds {
  readonly intake: Intake;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** null in the desktop window, whose shell notifies, and where there are none. */
  readonly notifications: BrowserNotifications | null;
}

/** The page's own state, built once in `app/main.tsx`. */
export function createStores({ intake, storage, notifications }: StoreNeeds) {
  return {
    library: createLibraryView(),
    uploads: createUploads(intake),
    activity: createActivity(),
    dialogs: createDialogs(),
    undo: createUndo(),
    keys: createKeyChoice(storage),
    lastLook: createLastLook(storage),
    notify: createNotifyChoice(storage, notifications),
  };
}

export type Stores = ReturnType<typeof createStores>;

export const StoresContext = createContext<Stores | null>(null);

export function useStores(): Stores {
  const stores = use(StoresContext);
  if (stores === null) throw new Error('No stores: wrap the tree in StoresContext.');
  return stores;
}

export function useLibraryView<T>(select: (view: LibraryView) => T): T {
  return useStore(useStores().library, select);
}

export function useUploads<T>(select: (uploads: Uploads) => T): T {
  return useStore(useStores().uploads, select);
}

export function useActivity<T>(select: (activity: Activity) => T): T {
  return useStore(useStores().activity, select);
}

export function useDialogs<T>(select: (dialogs: Dialogs) => T): T {
  return useStore(useStores().dialogs, select);
}

export function useUndo<T>(select: (undo: Undo) => T): T {
  return useStore(useStores().undo, select);
}

export function useKeyChoice<T>(select: (keys: KeyChoice) => T): T {
  return useStore(useStores().keys, select);
}

export function useNotifyChoice<T>(select: (choice: NotifyChoice) => T): T {
  return useStore(useStores().notify, select);
}
