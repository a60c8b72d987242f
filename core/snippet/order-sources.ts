import { playableFromRendition } from '../devices/playable.ts';
import type { Rendition } from '../model/media.ts';
import { sourceOf, sourceOrder, webRank } from '../planning/source-order.ts';

export interface OrderedSource {
  readonly rendition: Rendition;
  /** CSS pixels of the viewport from which this one is meant; null: for all. */
  readonly minWidth: number | null;
}

/**
 * In the order in which browsers shall try them. With media queries, a file is loaded from the width
 * on which the next smaller one of its codec would have to be enlarged; the last of each codec is for all.
 */
export function orderSources(
  renditions: readonly Rendition[],
  mediaQueries: boolean,
): readonly OrderedSource[] {
  const ordered = renditions.toSorted((a, b) => sourceOrder(asSource(a), asSource(b)));
  if (!mediaQueries) return ordered.map((rendition) => ({ rendition, minWidth: null }));
  const families = Map.groupBy(
    ordered,
    (rendition) => `${webRank(rendition)} ${rendition.video?.codec}`,
  );
  return [...families.values()].flatMap(withMinWidths);
}

/** What most players of any age play: small H.264 in MP4; MP3, then AAC. */
export function mostUniversal(sources: readonly OrderedSource[]): Rendition | null {
  const renditions = sources.map(({ rendition }) => rendition);
  const usual = renditions.findLast(
    ({ container, video, audio }) =>
      (container === 'mp4' && video?.codec === 'h264') ||
      (video === null && audio?.codec === 'mp3'),
  );
  const aac = renditions.find(({ video, audio }) => video === null && audio?.codec === 'aac');
  return usual ?? aac ?? renditions.at(-1) ?? null;
}

function asSource(rendition: Rendition) {
  const { container } = rendition;
  return sourceOf(rendition.formatId, { ...playableFromRendition(rendition), container });
}

/** Largest first; thresholds fall strictly, so that none hides behind the one before it. */
function withMinWidths(family: readonly Rendition[]): readonly OrderedSource[] {
  const sources: OrderedSource[] = [];
  let above = 0;
  for (const [index, rendition] of [...family.entries()].toReversed()) {
    const smaller = family[index + 1]?.video;
    const minWidth = smaller ? Math.max(smaller.width, above) + 1 : null;
    above = minWidth ?? 0;
    sources.unshift({ rendition, minWidth });
  }
  return sources;
}
