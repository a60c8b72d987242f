import type { Media, Rendition } from '../model/media.ts';
import type { Plan } from '../model/plan.ts';
import { isCurrent, type Planned, plannedOf } from '../planning/outstanding-outputs.ts';

export interface MergedRenditions {
  readonly renditions: readonly Rendition[];
  /** Files of replaced renditions that no rendition uses any more, relative to the library. */
  readonly obsoleteFiles: readonly string[];
}

/** A new rendition takes the place of the old one of its format; formats no longer planned keep theirs. */
export function mergeRenditions(
  old: readonly Rendition[],
  made: readonly Rendition[],
): MergedRenditions {
  const byFormat = new Map(old.map((rendition) => [rendition.formatId, rendition]));
  for (const rendition of made) byFormat.set(rendition.formatId, rendition);
  const renditions = [...byFormat.values()];
  const used = new Set(renditions.map(({ file }) => file));
  const obsoleteFiles = old.map(({ file }) => file).filter((file) => !used.has(file));
  return { renditions, obsoleteFiles };
}

/**
 * What is to be kept with the media as wanted. A job for single formats does not make those outdated that
 * stand beside them.
 */
export function plannedAfter(
  plan: Plan,
  media: Pick<Media, 'planned' | 'renditions' | 'master'>,
  onlySomeFormats: boolean,
): readonly Planned[] {
  const planned = plannedOf(plan);
  if (!onlySomeFormats) return planned;
  const kept = media.planned.filter(
    (old) =>
      !planned.some(({ formatId }) => formatId === old.formatId) &&
      media.renditions.some((rendition) => isCurrent(rendition, [old], media.master.sha256)),
  );
  return [...planned, ...kept];
}

/** Whether each device that the plan looks after has its rendition now. */
export function coversAll(plan: Plan, media: Pick<Media, 'renditions' | 'master'>): boolean {
  const planned = plannedOf(plan);
  const standing = new Set(
    media.renditions
      .filter((rendition) => isCurrent(rendition, planned, media.master.sha256))
      .map(({ formatId }) => formatId),
  );
  return plan.coverage.every(({ format }) => format !== null && standing.has(format));
}
