import { z } from 'zod';
import { mediaKindSchema } from '../model/scalars.ts';
import { DEFAULT_SITE_LANGUAGE, siteLanguageSchema } from '../model/site-language.ts';
import { MANIFEST_NAME, PAGE_NAME, POSTER_NAME, publishedFolder } from './published-names.ts';

/** `index.json` of a publish target: what the gallery shows. Names of files are relative to the root. */
export const publishedIndexSchema = z.object({
  avlogue: z.literal('index'),
  version: z.literal(1),
  title: z.string(),
  /** Of the gallery's words. */
  language: siteLanguageSchema.default(DEFAULT_SITE_LANGUAGE),
  media: z
    .array(
      z.object({
        slug: z.string(),
        kind: mediaKindSchema,
        title: z.string(),
        description: z.string(),
        durationSeconds: z.number(),
        /** ISO 8601, UTC. */
        addedAt: z.string(),
        poster: z.string().nullable(),
        page: z.string(),
        manifest: z.string(),
      }),
    )
    .readonly(),
});

export type PublishedIndex = Readonly<z.infer<typeof publishedIndexSchema>>;
export type IndexEntry = PublishedIndex['media'][number];

/** What is known of a published media, from the catalog or from its manifest. */
export type IndexedMedia = Pick<
  IndexEntry,
  'slug' | 'kind' | 'title' | 'description' | 'durationSeconds' | 'addedAt'
> & { readonly hasPoster: boolean };

/** Newest first; the slug settles ties, so that the same media give the same index. Of one slug the last counts. */
export function buildIndex(
  { title, language }: Pick<PublishedIndex, 'title' | 'language'>,
  media: readonly IndexedMedia[],
): PublishedIndex {
  const bySlug = new Map(media.map((each) => [each.slug, each]));
  const sorted = [...bySlug.values()].toSorted(
    (a, b) => compare(b.addedAt, a.addedAt) || compare(a.slug, b.slug),
  );
  return { avlogue: 'index', version: 1, title, language, media: sorted.map(entryOf) };
}

function entryOf({ hasPoster, ...media }: IndexedMedia): IndexEntry {
  const folder = publishedFolder(media.slug);
  return {
    ...media,
    poster: hasPoster ? `${folder}/${POSTER_NAME}` : null,
    page: `${folder}/${PAGE_NAME}`,
    manifest: `${folder}/${MANIFEST_NAME}`,
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
