import { joinUrl, parseBaseUrl } from '../html/url.ts';
import type { SnippetFile } from '../snippet/build-snippet.ts';
import {
  captionName,
  PAGE_NAME,
  POSTER_NAME,
  publishedFolder,
  renditionName,
} from './published-names.ts';

/** The name of a snippet's file in the media's published folder. */
export function publishedName(slug: string, file: SnippetFile): string {
  switch (file.kind) {
    case 'rendition':
      return renditionName(slug, file.rendition);
    case 'caption':
      return captionName(file.caption);
    case 'poster':
      return POSTER_NAME;
  }
}

/**
 * URLs of published files under a base URL; relative to the target's root where it is empty.
 * @throws AppError input/invalid
 */
export function publishedUrls(slug: string, baseUrl: string): (file: SnippetFile) => string {
  const base = parseBaseUrl(baseUrl);
  const folder = publishedFolder(slug);
  return (file) => joinUrl(base, `${folder}/${publishedName(slug, file)}`);
}

/** For a page that stands beside the files. */
export function neighbourUrls(slug: string): (file: SnippetFile) => string {
  return (file) => joinUrl('', publishedName(slug, file));
}

/** Absolute where the base URL is. */
export function publishedPageUrl(slug: string, baseUrl: string): string {
  return joinUrl(parseBaseUrl(baseUrl), `${publishedFolder(slug)}/${PAGE_NAME}`);
}
