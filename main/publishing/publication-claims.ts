import type { Publication } from '../../core/model/library.ts';
import { claimedFolders } from '../../core/publishing/claimed-folders.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** Which publications hold which folder of a target. */
export interface PublicationClaims {
  at(folder: string): readonly Publication[];
  /** Of a record that was just put. What was removed or let go of is seen without being told. */
  note(publication: Publication): void;
}

export function createPublicationClaims(catalog: Catalog, targetId: string): PublicationClaims {
  const idsByFolder = new Map<string, Set<string>>();

  function note(publication: Publication): void {
    for (const folder of claimedFolders(publication)) {
      const ids = idsByFolder.get(folder) ?? new Set();
      idsByFolder.set(folder, ids.add(publication.id));
    }
  }

  for (const publication of publicationsOf(catalog, targetId)) note(publication);
  return {
    at: (folder) =>
      [...(idsByFolder.get(folder) ?? [])]
        .flatMap((id) => catalog.get('publications', id) ?? [])
        .filter((publication) => claimedFolders(publication).has(folder)),
    note,
  };
}

export function publicationsOf(catalog: Catalog, targetId: string): readonly Publication[] {
  return [...catalog.all('publications').values()].filter((each) => each.targetId === targetId);
}
