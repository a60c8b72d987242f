import { z } from 'zod';
import { CONTAINER_NAMES, containerFacts } from '../codecs/containers.ts';

const NAME = '[a-z0-9][a-z0-9._-]*';
const MADE = CONTAINER_NAMES.map((name) => containerFacts(name).extension).join('|');

/**
 * Where AVlogue puts what it makes, and where alone a catalog may say that it lies. A library may come from a
 * stranger: what its catalog names is published, moved and removed, and must not lead to anything else on the disk.
 * The first three are relative to the library's folder, the last to a publish target's root, all with `/`.
 */
export const FILE_PLACES = {
  rendition: new RegExp(`^renditions/${NAME}/${NAME}\\.(${MADE})$`),
  caption: new RegExp(`^captions/${NAME}/${NAME}\\.vtt$`),
  poster: new RegExp(`^posters/${NAME}\\.jpg$`),
  published: new RegExp(
    `^media/${NAME}/(${NAME}\\.(${MADE}|vtt|jpg)|manifest\\.json|embed\\.html)$`,
  ),
} as const;

export function placeSchema(place: keyof typeof FILE_PLACES) {
  return z.string().regex(FILE_PLACES[place], 'no place that AVlogue writes to');
}
