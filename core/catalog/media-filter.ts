import { foldWords } from './fold-text.ts';
import { type MediaEntry, searchText } from './media-entry.ts';
import type { MediaQuery } from './query.ts';

export type MediaFilter = (entry: MediaEntry) => boolean;

type Conditions = Pick<MediaQuery, 'kind' | 'statuses' | 'watchFolderId' | 'text'>;

/** Two queries with the same key pass the same media; null: all of them. */
export function filterKey(query: Conditions): string | null {
  const { kind, watchFolderId } = query;
  const words = query.text === undefined ? [] : foldWords(query.text);
  const statuses = query.statuses === undefined ? null : [...new Set(query.statuses)].toSorted();
  if (
    kind === undefined &&
    watchFolderId === undefined &&
    words.length === 0 &&
    statuses === null
  ) {
    return null;
  }
  return JSON.stringify([kind ?? null, statuses, watchFolderId ?? null, words]);
}

/** The cheap conditions come first; the words are looked for in what is left. */
export function createFilter({ kind, statuses, watchFolderId, text }: Conditions): MediaFilter {
  const wanted = statuses === undefined ? null : new Set(statuses);
  const words = text === undefined ? [] : foldWords(text);
  return (entry) =>
    (kind === undefined || entry.kind === kind) &&
    (wanted === null || wanted.has(entry.status)) &&
    (watchFolderId === undefined || entry.watchFolderId === watchFolderId) &&
    (words.length === 0 || holdsAll(searchText(entry), words));
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}
