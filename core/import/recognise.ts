import type { Media } from '../model/media.ts';

export interface Sighting {
  readonly sha256: string;
  /** What the catalog has at this path. */
  readonly atPath: Media | undefined;
  /** What the catalog has with this content. */
  readonly sameContent: Media | undefined;
  /** Whether there is no file any more where `sameContent` was catalogued from. */
  readonly originalGone: boolean;
}

/** What a settled, readable file is to the catalog. */
export type Recognition =
  | { readonly kind: 'new' }
  | { readonly kind: 'unchanged' | 'changed' | 'moved' | 'duplicate'; readonly media: Media };

/**
 * A known path keeps its media, whatever is copied or moved over it, because its title, slug and published page
 * belong to that name. Elsewhere the content tells: it was moved when its old place is empty, else it is a copy.
 */
export function recognise({ sha256, atPath, sameContent, originalGone }: Sighting): Recognition {
  if (atPath !== undefined) {
    return { kind: atPath.master.sha256 === sha256 ? 'unchanged' : 'changed', media: atPath };
  }
  if (sameContent === undefined) return { kind: 'new' };
  return { kind: originalGone ? 'moved' : 'duplicate', media: sameContent };
}
