import type {
  CatalogChange,
  CatalogRecord,
  CollectionName,
} from '../../core/catalog/collections.ts';
import type { CatalogNotice } from '../../core/catalog/notices.ts';
import type { MediaQuery, MediaWindow } from '../../core/catalog/query.ts';
import type { EngineEvent } from '../../core/model/engine-event.ts';
import type { Media } from '../../core/model/media.ts';

/** The catalog as the rest of the engine sees it. Records are immutable; a change replaces them. */
export interface Catalog {
  get<C extends CollectionName>(collection: C, id: string): CatalogRecord<C> | undefined;
  /** Not a copy: do not keep it over a change. */
  all<C extends CollectionName>(collection: C): ReadonlyMap<string, CatalogRecord<C>>;
  mediaBySha256(sha256: string): Media | undefined;
  mediaByPath(path: string): Media | undefined;
  mediaBySlug(slug: string): Media | undefined;
  query(query: MediaQuery): MediaWindow;
  /**
   * Validated, appended to the journal, synced, applied, published: all changes or none.
   * Resolves when they would survive a power cut. Concurrent calls share one sync.
   * @throws AppError catalog/invalid-change, catalog/not-found (a patch of what is gone), catalog/conflict (slug),
   * catalog/write-failed
   */
  commit(changes: readonly CatalogChange[]): Promise<void>;
  subscribe(listener: (event: Extract<EngineEvent, { type: 'catalog' }>) => void): () => void;
  /** What was repaired, dropped or kept aside at the start, in words. */
  readonly notices: readonly CatalogNotice[];
  sizes(): { readonly snapshotBytes: number; readonly journalBytes: number };
  /** Writes a copy of the whole catalog to this path (whole or not at all). */
  backup(path: string): Promise<void>;
  /** Writes the snapshot and lets go of the lock. */
  close(): Promise<void>;
}
