import { containerFacts } from '../codecs/containers.ts';
import type { Caption, Rendition } from '../model/media.ts';

/** Names in a media's published folder besides its renditions and captions. */
export const POSTER_NAME = 'poster.jpg';
export const MANIFEST_NAME = 'manifest.json';
export const PAGE_NAME = 'embed.html';
/** Names in the target's root. */
export const INDEX_NAME = 'index.json';
export const GALLERY_NAME = 'index.html';
export const MEDIA_FOLDER = 'media';

/** Windows opens a device for these, whatever stands behind the first dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/;

/** Slugs and ids are lower case and hold nothing that a file system or a URL would escape; only Windows' device names are left. */
function safeName(name: string): string {
  return name.replace(RESERVED, '$1_');
}

/** Relative to the target's root, without a trailing slash. */
export function publishedFolder(slug: string): string {
  return `${MEDIA_FOLDER}/${safeName(slug)}`;
}

/** Relative to the media's folder. Carries the slug, so that a downloaded file says what it is. */
export function renditionName(slug: string, rendition: Rendition): string {
  const { extension } = containerFacts(rendition.container);
  return safeName(`${slug}-${rendition.formatId}.${extension}`);
}

export function captionName(caption: Caption): string {
  return safeName(`${caption.id}.vtt`);
}
