import { useMemo } from 'react';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';
import { useServices } from '../client/services.ts';
import { useStores } from '../state/stores.ts';
import { explainSkipped } from '../texts/explain-system.ts';
import { useLanguage } from '../texts/language.ts';
import { say, useAction } from './use-action.tsx';
import { useUndoOffer } from './use-undo-offer.tsx';

export interface ConvertWishes {
  readonly formatSetIds?: readonly string[];
  readonly force?: boolean;
}

export interface MediaActions {
  convert(mediaIds: readonly string[], wishes?: ConvertWishes): Promise<boolean>;
  remove(mediaIds: readonly string[]): Promise<boolean>;
  copyEmbed(mediaId: string): Promise<boolean>;
  publish(mediaIds: readonly string[], targetId?: string): void;
}

/** The embed code as it comes without any choice. */
export const USUAL_SNIPPET: SnippetOptions = {
  formatIds: [],
  formatSetIds: [],
  bitrateBps: null,
  minBitrateBps: null,
  maxBitrateBps: null,
  controls: true,
  autoplay: false,
  muted: false,
  loop: false,
  preload: 'metadata',
  poster: true,
  responsive: true,
  mediaQueries: true,
  crossOrigin: true,
  language: null,
  baseUrl: null,
  classNames: [],
  attributes: {},
};

/** What can be done with one or many media, from wherever they are shown. */
export function useMediaActions(): MediaActions {
  const { client } = useServices();
  const stores = useStores();
  const language = useLanguage();
  const { t } = language;
  const run = useAction();
  const offerUndo = useUndoOffer();
  return useMemo(
    () => ({
      convert: (mediaIds, { formatSetIds, force } = {}) =>
        run(
          () =>
            client.jobs.enqueue({
              mediaIds: [...mediaIds],
              ...(formatSetIds === undefined ? {} : { formatSetIds }),
              ...(force === undefined ? {} : { force }),
            }),
          ({ jobIds, skipped }) =>
            jobIds.length > 0
              ? t.library.convertQueued(jobIds.length)
              : explainSkipped(skipped, language),
        ),
      remove: (mediaIds) =>
        run(async () => {
          // first, so that nothing on screen asks for what is gone
          stores.library.getState().deselect(mediaIds);
          const { removed, title, undoToken } = await client.media.remove({ ids: [...mediaIds] });
          offerUndo(title === null ? t.library.removed(removed) : t.library.removedOne(title), () =>
            run(
              () => client.media.undoRemove({ undoToken }),
              ({ restored }) => t.library.restored(restored),
            ),
          );
        }),
      copyEmbed: (mediaId) =>
        run(async () => {
          const { html } = await client.media.snippet({
            id: mediaId,
            options: { ...USUAL_SNIPPET, language: language.code },
          });
          await navigator.clipboard.writeText(html);
          say(t.inspector.embedCopied);
        }),
      publish: (mediaIds, targetId) =>
        stores.dialogs.getState().show({ kind: 'publish', mediaIds, targetId: targetId ?? null }),
    }),
    [client, run, offerUndo, stores, t, language],
  );
}
