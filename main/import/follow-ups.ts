import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { reportError } from '../../core/errors/app-error.ts';
import { type CaptionSource, captionSources } from '../../core/import/captions.ts';
import type { Media } from '../../core/model/media.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { createLimiter } from './limiter.ts';
import { makeCaption, makePoster } from './make-pictures.ts';

/** Pictures and captions are made by this many media at once: enough to keep going, too few to be in the way. */
const AT_ONCE = 2;

/** Makes the pictures and captions that media lack, in the background and after the results of an import. */
export interface FollowUps {
  /** Looks at every media of the catalog; what a crash left undone is done then. */
  lookAtAll(): void;
  /** While something more urgent runs; every hold needs its release. */
  hold(): void;
  release(): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createFollowUps(needs: ImporterNeeds): FollowUps {
  const { catalog, events } = needs;
  const limiter = createLimiter(AT_ONCE);
  const waiting = new Set<string>();
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  /** By media and content: what failed once would fail again until the master changes. */
  const failed = new Set<string>();
  const abort = new AbortController();
  let holds = 0;

  const unsubscribe = catalog.subscribe(({ touched }) => {
    for (const { collection, id, change } of touched) {
      if (collection === 'media' && change !== 'remove') lookAt(id);
    }
    begin();
  });

  function lookAt(mediaId: string): void {
    if (busy.has(mediaId)) return;
    const media = catalog.get('media', mediaId);
    if (media !== undefined && lacksSomething(media)) waiting.add(mediaId);
  }

  function lacksSomething(media: Media): boolean {
    if (media.master.status === 'missing' || failed.has(keyOf(media))) return false;
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
        });
      running.add(work);
    }
  }

  async function follow(mediaId: string): Promise<void> {
    const media = catalog.get('media', mediaId);
    if (media === undefined || abort.signal.aborted || !lacksSomething(media)) return;
    const attempts = [
      ...(media.poster === null ? [() => makePoster(media, needs, abort.signal)] : []),
      ...(await missingSources(media)).map(
        (source) => () => makeCaption(media, source, needs, abort.signal),
      ),
    ];
    for (const attempt of attempts) {
      try {
        await attempt();
      } catch (error) {
        if (abort.signal.aborted) return;
        giveUp(media, error);
      }
    }
  }

  function giveUp(media: Media, error: unknown): void {
    failed.add(keyOf(media));
    const { code, message } = reportError(error);
    events.emit({ type: 'notice', level: 'warning', code, message: `${media.title}: ${message}` });
  }

  async function settle(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    lookAtAll() {
      for (const id of catalog.all('media').keys()) lookAt(id);
      begin();
    },
    hold() {
      holds += 1;
    },
    release() {
      holds -= 1;
      begin();
    },
    idle: settle,
    async stop() {
      unsubscribe();
      abort.abort();
      await settle();
    },
  };
}

function keyOf({ id, master }: Media): string {
  return `${id}.${master.sha256}`;
}

function missingTracks(media: Media): readonly CaptionSource[] {
  return without(media, sourcesOf(media, []));
}

/** Files beside the master are looked for once, together with the poster: their folder may be large. */
async function missingSources(media: Media): Promise<readonly CaptionSource[]> {
  if (media.poster !== null) return missingTracks(media);
  const besideIt = media.master.ownedByLibrary
    ? []
    : await readdir(dirname(media.master.path)).catch(() => []);
  return without(media, sourcesOf(media, besideIt));
}

function sourcesOf(media: Media, besideIt: readonly string[]): readonly CaptionSource[] {
  const { info, master } = media;
  return captionSources({ info, sha256: master.sha256, fileName: basename(master.path) }, besideIt);
}

function without(media: Media, sources: readonly CaptionSource[]): readonly CaptionSource[] {
  return sources.filter(({ id }) => !media.captions.some((caption) => caption.id === id));
}
