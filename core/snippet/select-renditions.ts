import { AppError } from '../errors/app-error.ts';
import type { FormatSet } from '../model/format.ts';
import type { Media, Rendition } from '../model/media.ts';
import { webRank } from '../planning/source-order.ts';
import type { SnippetOptions } from './snippet-options.ts';

export type RenditionFilter = Pick<
  SnippetOptions,
  'formatIds' | 'formatSetIds' | 'bitrateBps' | 'minBitrateBps' | 'maxBitrateBps'
>;

export type SelectableMedia = Pick<Media, 'title' | 'master' | 'renditions'>;

/**
 * The renditions that pass the filters, browser or not: what is published.
 * @throws AppError snippet/nothing-matches, input/invalid for an unknown format set
 */
export function selectRenditions(
  media: SelectableMedia,
  filter: RenditionFilter,
  formatSets: readonly FormatSet[],
): readonly Rendition[] {
  const wanted = wantedFormatIds(filter, formatSets);
  const passing = standingRenditions(media).filter(
    (rendition) =>
      (wanted === null || wanted.has(rendition.formatId)) &&
      rendition.bitrateBps >= (filter.minBitrateBps ?? 0) &&
      rendition.bitrateBps <= (filter.maxBitrateBps ?? Number.POSITIVE_INFINITY),
  );
  const chosen = filter.bitrateBps === null ? passing : nearest(passing, filter.bitrateBps);
  if (chosen.length === 0) throw nothingMatches(media, 'No rendition passes the chosen filters');
  return chosen;
}

/** Of the selected: files that browsers open, and others only where their format was named. */
export function selectSources(
  media: SelectableMedia,
  filter: RenditionFilter,
  formatSets: readonly FormatSet[],
): readonly Rendition[] {
  const sources = selectRenditions(media, filter, formatSets).filter(
    (rendition) => webRank(rendition) === 0 || filter.formatIds.includes(rendition.formatId),
  );
  if (sources.length === 0) throw nothingMatches(media, 'Browsers open none of the files');
  return sources;
}

/** Files of an earlier master show something else, so they stand only while there is none of the present one. */
function standingRenditions({ renditions, master }: SelectableMedia): readonly Rendition[] {
  const present = renditions.filter(({ masterSha256 }) => masterSha256 === master.sha256);
  const standing = present.length > 0 ? present : renditions;
  return [...new Map(standing.map((rendition) => [rendition.formatId, rendition])).values()];
}

function wantedFormatIds(
  { formatIds, formatSetIds }: RenditionFilter,
  formatSets: readonly FormatSet[],
): ReadonlySet<string> | null {
  if (formatIds.length === 0 && formatSetIds.length === 0) return null;
  const ofSets = formatSetIds.flatMap((id) => {
    const set = formatSets.find((candidate) => candidate.id === id);
    if (set === undefined) throw unknownSet(id);
    return set.formatIds;
  });
  return new Set([...formatIds, ...ofSets]);
}

/** One for each codec; of two that are equally near, the smaller. */
function nearest(renditions: readonly Rendition[], bitrateBps: number): readonly Rendition[] {
  const byCodec = Map.groupBy(renditions, ({ video, audio }) => video?.codec ?? audio?.codec);
  return [...byCodec.values()].flatMap((family) =>
    family.toSorted((a, b) => distance(a) - distance(b) || a.bitrateBps - b.bitrateBps).slice(0, 1),
  );

  function distance(rendition: Rendition): number {
    return Math.abs(rendition.bitrateBps - bitrateBps);
  }
}

function nothingMatches({ title, renditions }: SelectableMedia, what: string): AppError {
  return new AppError(
    'snippet/nothing-matches',
    `${what} of “${title}”, which has ${renditions.length} in all. Loosen a filter or convert it to another format.`,
    { details: { formatIds: renditions.map(({ formatId }) => formatId) } },
  );
}

function unknownSet(id: string): AppError {
  return new AppError(
    'input/invalid',
    `There is no format set “${id}”. Choose one of the listed sets.`,
    { details: { field: 'formatSetIds' } },
  );
}
