import { setImmediate } from 'node:timers/promises';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import { inChunks } from '../../core/queue/in-chunks.ts';
import { commitStanding } from '../catalog/commit-standing.ts';
import { planSets } from './change-media.ts';
import type { OperationNeeds } from './needs.ts';
import { requireFormatSets } from './require-formats.ts';

type RememberNeeds = Pick<OperationNeeds, 'catalog' | 'planner' | 'clock'>;

/** So many media are planned, some milliseconds each, before others are answered again. */
const CHUNK = 40;

/**
 * Keeps the sets with each media and plans it for them. Sets of the other kind do not count for a media, so that a
 * mixed batch can be given both; media that are removed meanwhile are left out.
 * @throws AppError input/invalid for unknown sets, before anything is changed
 */
export async function rememberSets(
  mediaIds: readonly string[],
  formatSetIds: readonly string[],
  { catalog, planner, clock }: RememberNeeds,
): Promise<void> {
  const sets = requireFormatSets(formatSetIds, catalog);

  function changeOf(id: string): readonly CatalogChange[] {
    const media = catalog.get('media', id);
    if (media === undefined) return [];
    const own = sets.filter(({ kind }) => kind === media.kind).map((set) => set.id);
    const fields = { ...planSets(media, own, planner), updatedAtMs: clock.now() };
    return [{ type: 'patch', collection: 'media', id, fields }];
  }

  for (const ids of inChunks([...new Set(mediaIds)], CHUNK)) {
    await commitStanding(catalog, () => ids.flatMap(changeOf));
    await setImmediate();
  }
}
