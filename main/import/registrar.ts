import { basename, dirname, join } from 'node:path';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { ImportResult } from '../../core/contract/import.ts';
import { type Recognition, recognise } from '../../core/import/recognise.ts';
import { titleAfterMove } from '../../core/import/titles.ts';
import type { Media } from '../../core/model/media.ts';
import { isActive } from '../../core/queue/next-job.ts';
import { createSerial } from '../catalog/serial.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { settingsOf } from '../planner.ts';
import type { ImportSource } from './importer.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { type Arrival, newMedia } from './new-media.ts';
import { isOriginalGone } from './original-gone.ts';
import { changedMaster, pictureFilesOf } from './refresh-master.ts';
import { forgetRefusal } from './refusals.ts';
import { forgetRemoved } from './removed-masters.ts';

export interface Registration {
  readonly result: ImportResult;
  /** A job was put into the queue with it. */
  readonly queued: boolean;
}

/** Decides what a file is and catalogues it. Decisions come one after the other; their commits overlap. */
export interface Registrar {
  register(arrival: Arrival, source: ImportSource): Promise<Registration>;
}

interface Decision extends Registration {
  readonly committed: Promise<void>;
}

export function createRegistrar(needs: ImporterNeeds): Registrar {
  const { catalog, paths, queue } = needs;
  /** Content, paths and slugs whose commit is under way: later files wait for it or step aside. */
  const underWay = new Map<string, Promise<void>>();
  const slugs = new Set<string>();
  const inTurn = createSerial();

  async function register(arrival: Arrival, source: ImportSource): Promise<Registration> {
    const { result, queued, committed } = await inTurn(() => decide(arrival, source));
    await committed;
    return { result, queued };
  }

  async function decide(arrival: Arrival, source: ImportSource): Promise<Decision> {
    await underWay.get(arrival.sha256);
    await underWay.get(arrival.path);
    const sameContent = catalog.mediaBySha256(arrival.sha256);
    const atPath = catalog.mediaByPath(arrival.path);
    const originalGone =
      atPath === undefined &&
      sameContent !== undefined &&
      (await isOriginalGone(sameContent.master.path, arrival.path));
    const recognition = recognise({ ...arrival, atPath, sameContent, originalGone });
    return carryOut(recognition, arrival, source);
  }

  function carryOut(recognition: Recognition, arrival: Arrival, source: ImportSource): Decision {
    if (recognition.kind === 'new') return add(arrival, source);
    const { kind, media } = recognition;
    const result = { outcome: kind, path: arrival.path, mediaId: media.id };
    if (kind === 'changed') return change(media, arrival, source, result);
    const committed =
      kind === 'duplicate' ? settle(arrival, []) : follow(media, arrival, source, kind);
    return { result, queued: false, committed };
  }

  const isTaken = (slug: string) => slugs.has(slug) || catalog.mediaBySlug(slug) !== undefined;

  function add(arrival: Arrival, source: ImportSource): Decision {
    const origin = { ...source, ownedByLibrary: isOwned(arrival.path, source) };
    const media = newMedia(arrival, origin, { ...needs, isTaken });
    const job = wantsJob(source) && media.planned.length > 0 ? queue.prepareJob(media.id) : null;
    const changes: CatalogChange[] = [{ type: 'put', collection: 'media', record: media }];
    if (job !== null) changes.push({ type: 'put', collection: 'jobs', record: job });
    slugs.add(media.slug);
    const committed = settle(arrival, changes).finally(() => slugs.delete(media.slug));
    const result = { outcome: 'imported', path: arrival.path, mediaId: media.id } as const;
    return { result, queued: job !== null, committed };
  }

  function change(
    media: Media,
    arrival: Arrival,
    source: ImportSource,
    result: ImportResult,
  ): Decision {
    const changes: CatalogChange[] = [changedMaster(media, arrival, needs)];
    const queued = wantsJob(source) && !hasActiveJob(media.id);
    if (queued) {
      changes.push({ type: 'put', collection: 'jobs', record: queue.prepareJob(media.id) });
    }
    const committed = settle(arrival, changes).then(() => removePictures(media));
    return { result, queued, committed };
  }

  async function removePictures(media: Media): Promise<void> {
    await Promise.all(pictureFilesOf(media).map((file) => removeQuietly(join(paths.root, file))));
  }

  /** What lies among the uploads is one, whoever brings it: after a removal nobody else would take it away. */
  function isOwned(path: string, { ownedByLibrary }: ImportSource): boolean {
    return ownedByLibrary || dirname(path) === paths.masters;
  }

  /** The same master, here now or still. */
  function follow(
    media: Media,
    { path, sizeBytes, modifiedMs }: Arrival,
    source: ImportSource,
    kind: 'moved' | 'unchanged',
  ): Promise<void> {
    const moved = kind === 'moved';
    const { watchFolderId } = moved ? source : media.master;
    const ownedByLibrary = moved ? isOwned(path, source) : media.master.ownedByLibrary;
    const master = { ...media.master, path, sizeBytes, modifiedMs, watchFolderId, ownedByLibrary };
    const missing = media.problem?.code === 'conversion/master-missing';
    return settle({ path, sha256: media.master.sha256 }, [
      {
        type: 'patch',
        collection: 'media',
        id: media.id,
        fields: {
          ...(moved ? titleAfterMove(media, basename(path)) : {}),
          master: { ...master, status: 'present' },
          problem: missing ? null : media.problem,
        },
      },
    ]);
  }

  function settle(
    { path, sha256 }: Pick<Arrival, 'path' | 'sha256'>,
    changes: readonly CatalogChange[],
  ): Promise<void> {
    const all = [
      ...changes,
      ...forgetRefusal(catalog, path),
      ...forgetRemoved(catalog, { path, sha256 }),
    ];
    if (all.length === 0) return Promise.resolve();
    const committed = catalog.commit(all);
    const ended = committed.then(
      () => undefined,
      () => undefined,
    );
    for (const key of [sha256, path]) {
      underWay.set(key, ended);
      void ended.then(() => {
        if (underWay.get(key) === ended) underWay.delete(key);
      });
    }
    return committed;
  }

  function wantsJob(source: ImportSource): boolean {
    return source.convert ?? settingsOf(catalog).convertOnImport;
  }

  function hasActiveJob(mediaId: string): boolean {
    return catalog
      .all('jobs')
      .values()
      .some((job) => job.mediaId === mediaId && isActive(job));
  }

  return { register };
}
