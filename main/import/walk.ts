import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isHiddenName, isMediaFileName } from '../../core/import/media-extensions.ts';
import { fileRefused } from './file-refused.ts';
import { holdsPublishedMedia } from './published-folders.ts';

/** A file to be tried, a folder that could be read, or one that could not. */
export type WalkEntry =
  | { readonly kind: 'file'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'refused'; readonly path: string; readonly error: unknown };

export interface WalkOptions {
  /** Files and folders that are left out without a word, unless they were named. */
  readonly isOwnOutput: (path: string) => boolean;
  readonly signal: AbortSignal;
}

/**
 * Named files as they are, and the media files below named folders, each once. Links to folders are followed,
 * but no folder is entered twice. Hidden files, foreign extensions and our own outputs are passed over.
 */
export async function walkPaths(
  paths: readonly string[],
  options: WalkOptions,
): Promise<readonly WalkEntry[]> {
  const found = new Map<string, WalkEntry>();
  const entered = new Set<string>();
  for (const path of paths.map((one) => resolve(one))) {
    if (await isFolder(path)) await walkFolder(path, { ...options, found, entered });
    else found.set(path, { kind: 'file', path, named: true });
  }
  return [...found.values()];
}

interface Walk extends WalkOptions {
  readonly found: Map<string, WalkEntry>;
  /** Real paths, which end the loops of links. */
  readonly entered: Set<string>;
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  walk.signal.throwIfAborted();
  try {
    const real = await realpath(folder);
    if (walk.entered.has(real) || walk.isOwnOutput(real)) return;
    walk.entered.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    walk.found.set(folder, { kind: 'folder', path: folder });
    const names = new Set(entries.map(({ name }) => name));
    if (isForeignLibrary(names) || holdsPublishedMedia(names)) return;
    for (const entry of entries.toSorted(byName)) await walkEntry(folder, entry, walk);
  } catch (error) {
    walk.signal.throwIfAborted();
    walk.found.set(folder, { kind: 'refused', path: folder, error: fileRefused(folder, error) });
  }
}

async function walkEntry(folder: string, entry: Dirent, walk: Walk): Promise<void> {
  const path = join(folder, entry.name);
  if (isHiddenName(entry.name) || walk.isOwnOutput(path)) return;
  if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path)))) {
    await walkFolder(path, walk);
  } else if (isMediaFileName(entry.name) && !walk.found.has(path)) {
    walk.found.set(path, { kind: 'file', path, named: false });
  }
}

/** The library of another AVlogue: its renditions are not masters. */
function isForeignLibrary(names: ReadonlySet<string>): boolean {
  return names.has('catalog.journal') && names.has('renditions');
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
