import type { Media } from '../../core/model/media.ts';

/** What a person writes of a media. */
export type Words = Pick<Media, 'title' | 'slug' | 'description'>;

/** Of what was typed, that which differs from what stands. */
export function changedWords(typed: Partial<Words>, standing: Words): Partial<Words> {
  return {
    ...(typed.title === undefined || typed.title === standing.title ? {} : { title: typed.title }),
    ...(typed.slug === undefined || typed.slug === standing.slug ? {} : { slug: typed.slug }),
    ...(typed.description === undefined || typed.description === standing.description
      ? {}
      : { description: typed.description }),
  };
}
