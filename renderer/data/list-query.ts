import type { MediaQuery, MediaStatus } from '../../core/catalog/query.ts';
import type { Shelf } from '../state/route.ts';

/** What is asked of the engine, without the window. */
export type ListQuery = Omit<MediaQuery, 'offset' | 'limit'>;

export interface ListWishes {
  readonly shelf: Shelf;
  readonly folderId: string | null;
  readonly status: MediaStatus | null;
  readonly text: string;
  readonly sort: MediaQuery['sort'];
  readonly order: MediaQuery['order'];
}

const ATTENTION: readonly MediaStatus[] = ['failed', 'missing'];

export function buildListQuery(wishes: ListWishes): ListQuery {
  const { shelf, folderId, status, sort, order } = wishes;
  const text = wishes.text.trim();
  const statuses = status !== null ? [status] : shelf === 'attention' ? ATTENTION : null;
  return {
    sort,
    order,
    ...(shelf === 'video' || shelf === 'audio' ? { kind: shelf } : {}),
    ...(statuses === null ? {} : { statuses }),
    ...(folderId === null ? {} : { watchFolderId: folderId }),
    ...(text === '' ? {} : { text }),
  };
}
