import { useMemo } from 'react';
import { useServices } from '../client/services.ts';
import { useMediaActions } from '../data/media-actions.tsx';
import { useQueueState, useSettings } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useCancelWaiting } from '../data/use-cancel-waiting.ts';
import { useSelectAll } from '../data/use-select-all.ts';
import { useStores } from '../state/stores.ts';
import { goTo, useRoute } from '../state/use-route.ts';
import { useTargetIds } from '../state/use-target-ids.ts';
import { useLanguage } from '../texts/language.ts';
import type { Deeds } from './command.ts';
import { useWish } from './use-wish.ts';

type Some<Ids extends keyof Deeds> = Pick<Deeds, Ids>;

/** Every command with what it does now. */
export function useDeeds(chooseFiles: () => void): Deeds {
  const selection = useSelectionDeeds();
  const queue = useQueueDeeds();
  const settings = useSettingDeeds();
  const stores = useStores();
  return useMemo(() => {
    const { show } = stores.dialogs.getState();
    return {
      ...selection,
      ...queue,
      ...settings,
      ...GO,
      palette: () => show({ kind: 'palette' }),
      help: () => show({ kind: 'shortcuts' }),
      search: () => document.getElementById('search')?.focus(),
      'add-files': chooseFiles,
      'watch-folder': () => show({ kind: 'watch-folder', folderId: null }),
      'import-path': () => show({ kind: 'import-path' }),
      'add-target': () => show({ kind: 'publish-target', targetId: null }),
      'view-mode': () => {
        const { mode, setMode } = stores.library.getState();
        setMode(mode === 'grid' ? 'list' : 'grid');
      },
    };
  }, [stores, selection, queue, settings, chooseFiles]);
}

const shelf = (name: 'all' | 'video' | 'audio' | 'attention') => () =>
  goTo({ view: 'library', shelf: name, folderId: null });
const tab = (name: 'formats' | 'sets' | 'devices') => () => goTo({ view: 'formats', tab: name });

type GoId = Extract<keyof Deeds, `go-${string}`>;

const GO: Some<GoId> = {
  'go-all': shelf('all'),
  'go-video': shelf('video'),
  'go-audio': shelf('audio'),
  'go-attention': shelf('attention'),
  'go-queue': () => goTo({ view: 'queue' }),
  'go-publish': () => goTo({ view: 'publish', targetId: null }),
  'go-formats': tab('formats'),
  'go-sets': tab('sets'),
  'go-devices': tab('devices'),
  'go-settings': () => goTo({ view: 'settings' }),
};

type SelectionId =
  | 'convert'
  | 'convert-force'
  | 'publish'
  | 'copy-embed'
  | 'remove'
  | 'select-all'
  | 'clear-selection'
  | 'undo';

function useSelectionDeeds(): Some<SelectionId> {
  const ids = useTargetIds();
  const { view } = useRoute();
  const selectAll = useSelectAll();
  const { convert, publish, copyEmbed, remove } = useMediaActions();
  const { library, undo } = useStores();
  return useMemo(() => {
    const [only] = ids;
    const about = (deed: () => unknown) => (only === undefined ? null : () => void deed());
    return {
      convert: about(() => convert(ids)),
      'convert-force': about(() => convert(ids, { force: true })),
      publish: about(() => publish(ids)),
      'copy-embed': only === undefined || ids.length !== 1 ? null : () => void copyEmbed(only),
      remove: about(() => remove(ids)),
      'select-all': view === 'library' ? selectAll : null,
      'clear-selection': about(() => library.getState().clearSelection()),
      undo: () => void undo.getState().run(),
    };
  }, [ids, view, selectAll, convert, publish, copyEmbed, remove, library, undo]);
}

function useQueueDeeds(): Some<'pause' | 'cancel-waiting' | 'retry-failed' | 'clear-finished'> {
  const { client } = useServices();
  const { t } = useLanguage();
  const run = useAction();
  const state = useQueueState().data;
  const cancelWaiting = useCancelWaiting();
  const paused = useWish(state?.paused ?? false);
  const waiting = state?.counts.queued ?? 0;
  const failed = state?.counts.failed ?? 0;
  const finished = failed + (state?.counts.done ?? 0) + (state?.counts.cancelled ?? 0);
  return useMemo(
    () => ({
      pause: () => {
        const goOn = paused.get();
        paused.set(!goOn);
        void run(
          () => (goOn ? client.jobs.resume({}) : client.jobs.pause({})),
          () => (goOn ? t.queue.goesOn : t.queue.paused),
        );
      },
      'cancel-waiting': waiting === 0 ? null : () => void cancelWaiting(),
      'retry-failed':
        failed === 0
          ? null
          : () =>
              void run(
                () => client.jobs.retryFailed({}),
                ({ jobIds }) => t.queue.retried(jobIds.length),
              ),
      'clear-finished':
        finished === 0
          ? null
          : () =>
              void run(
                () => client.jobs.clearFinished({}),
                ({ removed }) => t.queue.cleared(removed),
              ),
    }),
    [client, run, t, paused, cancelWaiting, waiting, failed, finished],
  );
}

const THEMES = ['system', 'light', 'dark', 'high-contrast'] as const;

function useSettingDeeds(): Some<'theme' | 'language' | 'backup'> {
  const { client, queries } = useServices();
  const { t, code } = useLanguage();
  const run = useAction();
  const theme = useWish<(typeof THEMES)[number]>(useSettings().data?.theme ?? 'system');
  return useMemo(() => {
    const set = (fields: Parameters<typeof client.system.updateSettings>[0]) =>
      void run(async () => {
        await client.system.updateSettings(fields);
        queries.invalidate(new Set(['settings']));
      });
    return {
      theme: () => {
        const next = THEMES[(THEMES.indexOf(theme.get()) + 1) % THEMES.length] ?? 'system';
        theme.set(next);
        set({ theme: next });
      },
      language: () => set({ language: code === 'de' ? 'en' : 'de' }),
      backup: () =>
        void run(
          () => client.system.backup({}),
          ({ file }) => t.settings.backedUp(file),
        ),
    };
  }, [client, queries, run, t, code, theme]);
}
