import type { EngineEvent } from '../../core/model/engine-event.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { JobChange } from './batch.ts';

type CatalogEvent = Extract<EngineEvent, { type: 'catalog' }>;

/** Which jobs an event touched and what became of them; `*` stands for too many to name. */
export function jobChangesOf(event: CatalogEvent, catalog: Catalog): readonly JobChange[] {
  const ids = event.touched.flatMap(({ collection, id }) => (collection === 'jobs' ? [id] : []));
  if (ids.includes('*')) return allJobs(catalog);
  return ids.map((id) => ({ id, status: catalog.get('jobs', id)?.status ?? null }));
}

export function allJobs(catalog: Catalog): readonly JobChange[] {
  return [...catalog.all('jobs').values()].map(({ id, status }) => ({ id, status }));
}
