import type { CatalogEffect } from '../../core/catalog/apply-change.ts';
import { createMediaIndex } from '../../core/catalog/media-index.ts';
import type { CatalogNotice } from '../../core/catalog/notices.ts';
import { offeredDevices } from '../../core/catalog/offer.ts';
import type { ReadonlyCatalogTables } from '../../core/catalog/tables.ts';
import type { Device } from '../../core/model/device.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Catalog } from './catalog.ts';
import { createCatalogEvents } from './catalog-events.ts';
import { createCommitWriter, writeFailed } from './commit-writer.ts';
import { type Compactor, type CompactorNeeds, takeSnapshot } from './compaction.ts';
import { createRewriter } from './rewriter.ts';
import { snapshotPieces } from './snapshot-text.ts';

export interface OpenCatalogNeeds extends CompactorNeeds {
  readonly compactor: Compactor;
  readonly notices: readonly CatalogNotice[];
  readonly onProblem: (error: unknown) => void;
  readonly minJournalBytes?: number;
  /** Lets go of the lock. */
  readonly release: () => Promise<void>;
}

/** The loaded, locked catalog behind its interface. */
export function createOpenCatalog(needs: OpenCatalogNeeds): Catalog {
  const { state, journal, compactor, serial } = needs;
  const { tables, lookup } = state;
  const index = createMediaIndex(tables);
  const devices = createDeviceList(tables);
  const events = createCatalogEvents();
  const rewriter = createRewriter(needs);
  const writer = createCommitWriter({
    ...needs,
    journalPath: needs.files.journal,
    onCommitted(sequence, effects) {
      for (const effect of effects) {
        index.follow(effect);
        devices.follow(effect);
      }
      events.publish(sequence, effects);
      rewriter.consider();
    },
  });
  let closing: Promise<void> | null = null;

  async function close() {
    await writer.drained();
    await rewriter.finish();
    try {
      await journal.close();
    } finally {
      await needs.release();
    }
  }

  return {
    get: (collection, id) => tables[collection].get(id),
    all: (collection) => tables[collection],
    mediaBySha256: lookup.bySha256,
    mediaByPath: lookup.byPath,
    mediaBySlug: lookup.bySlug,
    query: (query) => index.query(query, devices.all()),
    async commit(changes) {
      if (closing !== null) throw new Error('the catalog is closed');
      await writer.commit(changes);
    },
    subscribe: events.subscribe,
    notices: needs.notices,
    sizes: () => ({ snapshotBytes: compactor.snapshotBytes(), journalBytes: journal.bytes() }),
    async backup(path) {
      const snapshot = await serial(() => takeSnapshot(needs));
      try {
        await writeFileAtomically(path, snapshotPieces(snapshot));
      } catch (cause) {
        throw writeFailed(path, cause);
      }
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** The same list for as long as nothing in it changes: rows are kept by it. */
function createDeviceList(tables: ReadonlyCatalogTables) {
  let list: readonly Device[] | null = null;
  return {
    all() {
      const disabled = tables.settings.get('settings')?.disabledDeviceIds ?? [];
      list ??= offeredDevices(tables.devices.values(), disabled);
      return list;
    },
    follow({ collection }: CatalogEffect) {
      if (collection === 'devices' || collection === 'settings') list = null;
    },
  };
}
