import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { stemOf } from '../../core/import/captions.ts';
import { foldName } from '../../core/import/fold-name.ts';
import { indexSidecars, isCaptionFileName } from '../../core/import/sidecars.ts';
import type { Media } from '../../core/model/media.ts';

/** What lies beside masters. A folder may hold thousands of them, so it is read once for all that are asked about. */
export interface SidecarFolders {
  /** Names of the caption files of a master; null when its folder cannot be read now. */
  besideOf(masterPath: string): Promise<readonly string[] | null>;
  /** Reads all anew from now on. */
  forget(): void;
}

type Listing = ReadonlyMap<string, readonly string[]>;

export function createSidecarFolders(): SidecarFolders {
  const listings = new Map<string, Promise<Listing | null>>();

  function read(folder: string): Promise<Listing | null> {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    const reading = readdir(folder).then(indexSidecars, () => null);
    listings.set(folder, reading);
    return reading;
  }

  return {
    async besideOf(masterPath) {
      const listing = await read(dirname(masterPath));
      return listing === null ? null : (listing.get(stemOf(basename(masterPath))) ?? []);
    },
    forget: () => listings.clear(),
  };
}

/** An upload has nothing of its own beside it: the library's folder holds the masters of strangers. */
export function mayHaveSidecars({ master }: Media): boolean {
  return !master.ownedByLibrary && master.status === 'present';
}

/** Media that have captions of files, or have caption files beside them. */
export async function mediaWithSidecars(
  media: Iterable<Media>,
  folders: SidecarFolders,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const one of media) {
    if (signal.aborted) break;
    if (!mayHaveSidecars(one)) continue;
    const made = one.captions.some(({ sidecar }) => sidecar !== undefined);
    if (made || ((await folders.besideOf(one.master.path))?.length ?? 0) > 0) found.push(one.id);
  }
  return found;
}

/** Media whose masters the caption files at these paths may belong to. */
export function mediaBeside(media: Iterable<Media>, paths: readonly string[]): readonly string[] {
  const stems = Map.groupBy(paths.filter(isCaptionPath), dirname);
  const found: string[] = [];
  for (const one of media) {
    const names = stems.get(dirname(one.master.path));
    if (names === undefined) continue;
    const start = `${foldName(stemOf(basename(one.master.path)))}.`;
    if (names.some((path) => foldName(basename(path)).startsWith(start))) found.push(one.id);
  }
  return found;
}

/** The media to which a caption file at this path belongs, as those are told that are found beside a master. */
export async function mediaOfSidecar(
  media: Iterable<Media>,
  path: string,
  folders: SidecarFolders,
): Promise<readonly Media[]> {
  const all = [...media];
  const near = new Set(mediaBeside(all, [path]));
  const found: Media[] = [];
  for (const one of all) {
    if (!near.has(one.id) || !mayHaveSidecars(one)) continue;
    const names = await folders.besideOf(one.master.path);
    if (names?.includes(basename(path)) === true) found.push(one);
  }
  return found;
}

function isCaptionPath(path: string): boolean {
  return isCaptionFileName(basename(path));
}
