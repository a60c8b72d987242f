import { AppError } from '../../core/errors/app-error.ts';
import type { Media } from '../../core/model/media.ts';
import { plannedOf } from '../../core/planning/outstanding-outputs.ts';
import type { OperationNeeds } from './needs.ts';
import { requireFormatSets } from './require-formats.ts';

export interface MediaFields {
  readonly title?: string | undefined;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
  readonly formatSetIds?: readonly string[] | undefined;
}

type ChangeNeeds = Pick<OperationNeeds, 'catalog' | 'planner' | 'clock'>;

/** @throws AppError catalog/conflict for a slug that is taken, input/invalid for unknown sets */
export async function changeMedia(
  media: Media,
  { title, slug, description, formatSetIds }: MediaFields,
  { catalog, planner, clock }: ChangeNeeds,
): Promise<void> {
  if (slug !== undefined) requireFreeSlug(slug, media, catalog);
  if (formatSetIds !== undefined) requireFormatSets(formatSetIds, catalog);
  const sets = formatSetIds === undefined ? {} : planSets(media, formatSetIds, planner);
  await catalog.commit([
    {
      type: 'patch',
      collection: 'media',
      id: media.id,
      fields: {
        ...(title === undefined ? {} : { title, titleSource: 'user' as const }),
        ...(slug === undefined ? {} : { slug }),
        ...(description === undefined ? {} : { description }),
        ...sets,
        updatedAtMs: clock.now(),
      },
    },
  ]);
}

/** Other sets want other renditions: the plan goes along in the same change. */
export function planSets(
  media: Media,
  formatSetIds: readonly string[],
  planner: OperationNeeds['planner'],
): Pick<Media, 'formatSetIds' | 'planned'> {
  const plan = planner.planMedia({ ...media, formatSetIds });
  return { formatSetIds, planned: plannedOf(plan) };
}

function requireFreeSlug(slug: string, media: Media, catalog: OperationNeeds['catalog']): void {
  const holder = catalog.mediaBySlug(slug);
  if (holder === undefined || holder.id === media.id) return;
  throw new AppError(
    'catalog/conflict',
    `The address “${slug}” is taken by “${holder.title}”. Choose another.`,
    { details: { field: 'slug', mediaId: holder.id } },
  );
}
