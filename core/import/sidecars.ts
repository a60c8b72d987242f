import type { Caption } from '../model/media.ts';
import { type CaptionSource, originOf, stemOf } from './captions.ts';
import { createMasterStems, stemsOf } from './master-stems.ts';
import {
  CAPTION_EXTENSIONS,
  extensionOf,
  isHiddenName,
  isMediaFileName,
} from './media-extensions.ts';

/** A caption file beside a master. Hidden ones are other programs' own. */
export function isCaptionFileName(fileName: string): boolean {
  return !isHiddenName(fileName) && CAPTION_EXTENSIONS.has(extensionOf(fileName));
}

/**
 * The caption files of a folder by the base name of the master that they belong to. `clip.de.srt` belongs to
 * `clip.de.mp4` where there is one, else to `clip.mp4`; beside masters of unusual extensions to both names. Case and
 * the form of accents count only where they tell masters apart.
 */
export function indexSidecars(
  fileNames: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const masters = createMasterStems(fileNames.filter(isMediaFileName).map(stemOf));
  const index = new Map<string, string[]>();
  for (const name of fileNames.filter(isCaptionFileName)) {
    const nearest = masters.of(name);
    for (const stem of nearest.length === 0 ? stemsOf(name) : nearest) {
      const names = index.get(stem);
      if (names === undefined) index.set(stem, [name]);
      else names.push(name);
    }
  }
  return index;
}

/** A caption file as it stands now. */
export interface FoundSidecar {
  readonly source: CaptionSource;
  readonly sidecar: NonNullable<Caption['sidecar']>;
}

export interface AdriftCaption extends Caption {
  readonly sidecar: NonNullable<Caption['sidecar']>;
}

export interface SidecarWork {
  /** New ones, and those that are not what their caption was made of. */
  readonly toMake: readonly FoundSidecar[];
  /** Captions whose file is not beside the master any more. */
  readonly adrift: readonly AdriftCaption[];
}

/** Holds captions against the files beside their master. Tracks and what a person added are left alone. */
export function planSidecars(
  captions: readonly Caption[],
  found: readonly FoundSidecar[],
): SidecarWork {
  const byId = new Map(captions.map((caption) => [caption.id, caption]));
  const beside = new Set(found.map(({ source }) => source.id));
  return {
    toMake: found.filter(({ source, sidecar }) => !isSame(byId.get(source.id)?.sidecar, sidecar)),
    adrift: captions.flatMap((caption) => {
      const { sidecar } = caption;
      const isOurs = originOf(caption) === 'file' && !beside.has(caption.id);
      return isOurs && sidecar !== undefined ? [{ ...caption, sidecar }] : [];
    }),
  };
}

function isSame(made: Caption['sidecar'], found: NonNullable<Caption['sidecar']>): boolean {
  return (
    made !== undefined &&
    made.path === found.path &&
    made.sizeBytes === found.sizeBytes &&
    made.modifiedMs === found.modifiedMs
  );
}
