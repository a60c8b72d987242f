import { availableParallelism } from 'node:os';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { ImportResult } from '../../core/contract/import.ts';
import { reportError } from '../../core/errors/app-error.ts';
import { type FileLook, isSameLook } from '../../core/import/settling.ts';
import type { Media } from '../../core/model/media.ts';
import { isPathWithin } from '../files/folder-relations.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import type { ImportSource } from './importer.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import type { KnownCopies } from './known-copies.ts';
import { createLimiter } from './limiter.ts';
import { isUntouched } from './master-stat.ts';
import type { Arrival } from './new-media.ts';
import { isOriginalGone } from './original-gone.ts';
import {
  forgetRefusal,
  isThere,
  isWorthKeeping,
  keepRefusal,
  refusalOf,
  standingRefusal,
} from './refusals.ts';
import { createRegistrar, type Registration } from './registrar.ts';
import { forgetRemoved } from './removed-masters.ts';
import { lookAt, settleFile, unstable } from './settle.ts';
import { settlingTimesOf } from './settling-times.ts';

export interface FileJob {
  readonly path: string;
  /** Whether a refusal is kept in the catalog, for people to see and to try again. */
  readonly keepRefusal: boolean;
  readonly source: ImportSource;
  readonly signal: AbortSignal;
}

/** Takes one file through the pipeline: settle, hash and probe, recognise, catalogue. Never rejects, except when aborted. */
export type ImportFile = (job: FileJob) => Promise<Registration>;

export function createImportFile(
  needs: ImporterNeeds & { readonly copies: KnownCopies },
): ImportFile {
  const { catalog, clock, copies, tools } = needs;
  const registrar = createRegistrar(needs);
  const inspections = createLimiter(needs.inspections ?? availableParallelism() + 1);
  const looks = createLimiter(64);
  const underWay = new Map<string, Promise<Registration>>();

  /** Two batches that bring the same file at once share its result, unless it changed or was given up meanwhile. */
  async function importFile(job: FileJob): Promise<Registration> {
    const running = underWay.get(job.path);
    if (running !== undefined) {
      const shared = await running.catch(() => null);
      job.signal.throwIfAborted();
      return shared !== null && (await stillHolds(job.path)) ? shared : importFile(job);
    }
    const started = attempt(job).finally(() => underWay.delete(job.path));
    underWay.set(job.path, started);
    return started;
  }

  async function stillHolds(path: string): Promise<boolean> {
    const media = catalog.mediaByPath(path);
    const look = await lookAt(path, clock).catch(() => null);
    return media === undefined || look === null || isUntouched(media.master, look);
  }

  async function attempt(job: FileJob): Promise<Registration> {
    try {
      const registration = await takeIn(job);
      if (registration.result.outcome === 'duplicate') await removeUnusedUpload(job);
      return registration;
    } catch (error) {
      job.signal.throwIfAborted();
      return { result: await refuse(job, error), queued: false };
    }
  }

  async function takeIn(job: FileJob): Promise<Registration> {
    const look = await looks.run(() => lookAt(job.path, clock));
    const known = await alreadyKnown(job, look);
    if (known !== null) return { result: known, queued: false };
    const arrival = await inspectSettled(job);
    const registration = await registrar.register(arrival, job.source);
    const isCopy = registration.result.outcome === 'duplicate' && stays(job.source);
    if (isCopy) await copies.remember(arrival);
    return registration;
  }

  /** What can be told without reading the file; null when it must be read. */
  async function alreadyKnown({ path, source }: FileJob, look: FileLook) {
    const media = catalog.mediaByPath(path);
    if (media !== undefined && isUntouched(media.master, look)) {
      await comeBack(media, path);
      return { outcome: 'unchanged', path, mediaId: media.id } as const;
    }
    const isFound = source.watchFolderId !== null || source.leftOver === true;
    const isAsked = !isFound || source.again === true;
    const error = isAsked ? null : standingRefusal(catalog, path, look);
    if (error !== null) return { outcome: 'refused', path, error } as const;
    return media === undefined && stays(source) ? knownCopy(path, look) : null;
  }

  /** A file that was read before and held what a master holds that still stands. */
  async function knownCopy(path: string, look: FileLook) {
    const sha256 = await copies.find(path, look);
    const media = sha256 === null ? undefined : catalog.mediaBySha256(sha256);
    if (media === undefined || (await isOriginalGone(media.master.path, path))) return null;
    const { sha256: content } = media.master;
    const forgotten = [
      ...forgetRefusal(catalog, path),
      ...forgetRemoved(catalog, { path, sha256: content }),
    ];
    if (forgotten.length > 0) await catalog.commit(forgotten);
    return { outcome: 'duplicate', path, mediaId: media.id } as const;
  }

  /** It may have been missing, or refused while something else stood in its place. */
  async function comeBack({ id, master, problem }: Media, path: string): Promise<void> {
    const wasMissing = problem?.code === 'conversion/master-missing';
    const fields = {
      master: { ...master, status: 'present' as const },
      problem: wasMissing ? null : problem,
    };
    const changes: CatalogChange[] = [...forgetRefusal(catalog, path)];
    if (master.status === 'missing') {
      changes.push({ type: 'patch', collection: 'media', id, fields });
    }
    if (changes.length > 0) await catalog.commit(changes);
  }

  /** A file that changes while it is read has to settle again. */
  async function inspectSettled({ path, source, signal }: FileJob): Promise<Arrival> {
    const times = settlingTimesOf(source, needs.settling);
    const startedAtMs = clock.now();
    for (;;) {
      const before = await settleFile(path, { clock, times, signal });
      const { info, sha256 } = await inspections.run(() => {
        signal.throwIfAborted();
        return tools.inspect(path, signal);
      });
      const { sizeBytes, modifiedMs } = before;
      if (isSameLook(before, await lookAt(path, clock))) {
        return { path, info, sha256, sizeBytes, modifiedMs };
      }
      if (clock.now() - startedAtMs >= times.limitMs) throw unstable(path);
    }
  }

  async function refuse(job: FileJob, thrown: unknown): Promise<ImportResult> {
    const { path, source } = job;
    const error = reportError(thrown);
    await removeUnusedUpload(job);
    if (error.code === 'import/not-found' && !(await isThere(path))) {
      const forgotten = forgetRefusal(catalog, path);
      if (forgotten.length > 0) await catalog.commit(forgotten).catch(() => undefined);
    } else if (isWorthKeeping(error) && (job.keepRefusal || refusalOf(catalog, path))) {
      const found = await lookAt(path, clock).catch(() => null);
      await keepRefusal(needs, { path, watchFolderId: source.watchFolderId, error, found });
    }
    return { outcome: 'refused', path, error };
  }

  /** An upload that did not become a master is nobody's file any more. */
  async function removeUnusedUpload({ path, source }: FileJob): Promise<void> {
    const { masters } = needs.paths;
    if (stays(source) || !isPathWithin(path, masters)) return;
    if (catalog.mediaByPath(path) === undefined) await removeQuietly(path);
  }

  return importFile;
}

/** Whether a file that does not become a master is left where it lies. */
function stays({ ownedByLibrary, leftOver }: ImportSource): boolean {
  return !ownedByLibrary || leftOver === true;
}
