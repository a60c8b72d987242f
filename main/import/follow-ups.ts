import { basename } from 'node:path';
import { reportError } from '../../core/errors/app-error.ts';
import { type CaptionSource, captionSources } from '../../core/import/captions.ts';
import type { Media } from '../../core/model/media.ts';
import { followSidecars, type SidecarNeeds } from './follow-sidecars.ts';
import { createFollowUpFailures } from './follow-up-failures.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { createLimiter } from './limiter.ts';
import { makePoster, makeTrackCaption } from './make-pictures.ts';
import { createSidecarFolders, mediaBeside, mediaWithSidecars } from './sidecar-folders.ts';

/** Pictures and captions are made by this many media at once: enough to keep going, too few to be in the way. */
const AT_ONCE = 2;

/** Makes the pictures and captions that media lack, in the background and after the results of an import. */
export interface FollowUps {
  /** Looks at every media of the catalog and what lies beside it; what a crash left undone is done then. */
  lookAtAll(): Promise<void>;
  /** Looks for caption files beside these media's masters that came, changed or went. */
  lookBeside(mediaIds: readonly string[]): void;
  /** The same, for the masters that caption files at these paths belong to. */
  lookAtSidecars(paths: readonly string[]): void;
  /** While something more urgent runs; every hold needs its release. */
  hold(): void;
  release(): void;
  /** Resolves when these media have what can be made for them. */
  finished(mediaIds: readonly string[]): Promise<void>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createFollowUps(needs: ImporterNeeds): FollowUps {
  const { catalog, events } = needs;
  const limiter = createLimiter(AT_ONCE);
  const folders = createSidecarFolders();
  const waiting = new Set<string>();
  /** Those among them whose folder is to be looked into. */
  const beside = new Set<string>();
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  const failures = createFollowUpFailures();
  /** Caption files that were told about, as they were then. */
  const unreadable = new Map<string, string>();
  const abort = new AbortController();
  let holds = 0;
  let step = Promise.withResolvers<void>();

  const sidecarNeeds: SidecarNeeds = {
    ...needs,
    folders,
    onUnreadable(media, { path, sizeBytes, modifiedMs }, error) {
      const state = `${sizeBytes}.${modifiedMs}`;
      if (unreadable.get(path) !== state) tell(media, error);
      unreadable.set(path, state);
    },
  };

  const unsubscribe = catalog.subscribe(({ touched }) => {
    for (const { collection, id, change } of touched) {
      if (collection === 'media' && change !== 'remove') lookAgainAt(id);
    }
    begin();
  });

  /** What failed is tried again; not while it is being made, since that changes the media too. */
  function lookAgainAt(mediaId: string): void {
    const media = catalog.get('media', mediaId);
    if (media?.master.status === 'missing') failures.forget(media);
    else if (media !== undefined && !busy.has(mediaId)) failures.tryAgain(media);
    lookAt(mediaId);
  }

  function lookAt(mediaId: string): void {
    if (busy.has(mediaId)) return;
    const media = catalog.get('media', mediaId);
    if (media === undefined) beside.delete(mediaId);
    else if (beside.has(mediaId) || lacksSomething(media)) waiting.add(mediaId);
  }

  function lookBeside(mediaIds: readonly string[]): void {
    folders.forget();
    for (const id of mediaIds) {
      beside.add(id);
      lookAgainAt(id);
    }
    begin();
  }

  function lacksSomething(media: Media): boolean {
    if (media.master.status === 'missing' || failures.stands(media)) return false;
    return media.poster === null || missingTracks(media).length > 0;
  }

  function begin(): void {
    if (holds > 0 || abort.signal.aborted) return;
    for (const mediaId of waiting) {
      waiting.delete(mediaId);
      busy.add(mediaId);
      const work = limiter
        .run(() => follow(mediaId))
        .finally(() => {
          running.delete(work);
          busy.delete(mediaId);
          // what came up meanwhile, since its own changes were passed over
          lookAt(mediaId);
          begin();
          takeStep();
        });
      running.add(work);
    }
  }

  async function follow(mediaId: string): Promise<void> {
    const media = catalog.get('media', mediaId);
    if (media === undefined || abort.signal.aborted) return;
    const looksBeside = beside.delete(mediaId) || media.poster === null;
    try {
      if (lacksSomething(media)) await makeWhatLacks(media);
      if (!abort.signal.aborted && looksBeside) await followSidecars(media, sidecarNeeds);
    } catch (error) {
      if (!abort.signal.aborted) tell(media, error);
    }
  }

  async function makeWhatLacks(media: Media): Promise<void> {
    const attempts = [
      ...(media.poster === null ? [() => makePoster(media, needs, abort.signal)] : []),
      ...missingTracks(media).map(
        (source) => () => makeTrackCaption(media, source, needs, abort.signal),
      ),
    ];
    for (const attempt of attempts) {
      try {
        await attempt();
      } catch (error) {
        if (abort.signal.aborted) return;
        if (failures.add(media, reportError(error).code)) tell(media, error);
      }
    }
  }

  function tell(media: Media, error: unknown): void {
    const { code, message, details } = reportError(error);
    events.emit({
      type: 'notice',
      level: 'warning',
      code,
      details: { title: media.title, ...details },
      message: `${media.title}: ${message}`,
    });
  }

  function takeStep(): void {
    if (running.size === 0) folders.forget();
    step.resolve();
    step = Promise.withResolvers();
  }

  async function settle(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    async lookAtAll() {
      for (const id of catalog.all('media').keys()) lookAt(id);
      begin();
      const all = [...catalog.all('media').values()];
      lookBeside(await mediaWithSidecars(all, createSidecarFolders(), abort.signal));
    },
    lookBeside,
    lookAtSidecars: (paths) => lookBeside(mediaBeside(catalog.all('media').values(), paths)),
    hold() {
      holds += 1;
    },
    release() {
      holds -= 1;
      begin();
      takeStep();
    },
    async finished(mediaIds) {
      const isOpen = (id: string) => waiting.has(id) || busy.has(id);
      while (!abort.signal.aborted && mediaIds.some(isOpen)) await step.promise;
    },
    idle: settle,
    async stop() {
      unsubscribe();
      abort.abort();
      await settle();
      takeStep();
    },
  };
}

function missingTracks(media: Media): readonly CaptionSource[] {
  const { info, master, captions } = media;
  const content = { info, sha256: master.sha256, fileName: basename(master.path) };
  return captionSources(content, []).filter(
    ({ id }) => !captions.some((caption) => caption.id === id),
  );
}
