import { uniqueSlug } from '../import/slugs.ts';
import type { Media } from '../model/media.ts';

/**
 * After a damaged journal two media may hold one slug. The older one keeps it; the others come back with a
 * number behind it. In an undamaged catalog there are none.
 */
export function repairSlugs(media: Iterable<Media>): readonly Media[] {
  const all = [...media].toSorted(
    (a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1),
  );
  const taken = new Set(all.map(({ slug }) => slug));
  const kept = new Set<string>();
  return all.flatMap((one) => {
    if (!kept.has(one.slug)) {
      kept.add(one.slug);
      return [];
    }
    const slug = uniqueSlug(one.slug, (slug) => taken.has(slug));
    taken.add(slug);
    return [{ ...one, slug }];
  });
}
