import { resolve } from 'node:path';
import type { Place } from '../../core/desktop/bridge.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { notFound, requireRecord } from '../operations/require-record.ts';

export interface PlaceNeeds {
  readonly catalog: Catalog;
  readonly paths: LibraryPaths;
  readonly logFile: string;
}

/** Where a place lies on the disk. The page names it by id only. @throws AppError catalog/not-found */
export function pathOfPlace(place: Place, { catalog, paths, logFile }: PlaceNeeds): string {
  switch (place.kind) {
    case 'library':
      return paths.root;
    case 'log':
      return logFile;
    case 'master':
      return requireRecord(catalog, 'media', place.mediaId).master.path;
    case 'rendition': {
      const { renditions } = requireRecord(catalog, 'media', place.mediaId);
      const rendition = renditions.find(({ id }) => id === place.renditionId);
      if (rendition === undefined) throw notFound('media', place.renditionId);
      return resolve(paths.root, rendition.file);
    }
    case 'target':
      return requireRecord(catalog, 'publishTargets', place.targetId).path;
    case 'target-page':
      return resolve(requireRecord(catalog, 'publishTargets', place.targetId).path, 'index.html');
  }
}
