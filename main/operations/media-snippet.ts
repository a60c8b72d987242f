import { posterUrl } from '../../core/catalog/media-row.ts';
import type { Media } from '../../core/model/media.ts';
import { publishedUrls } from '../../core/publishing/published-urls.ts';
import {
  buildSnippet,
  type SnippetFile,
  type SnippetRequest,
} from '../../core/snippet/build-snippet.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { captionUrl, renditionUrl } from './media-detail.ts';
import { allFormatSets } from './require-formats.ts';
import { requireRecord } from './require-record.ts';

export interface MediaSnippet {
  readonly html: string;
  /** The same, with the host's own URLs, to be looked at before it is published. */
  readonly previewHtml: string;
  readonly formatIds: readonly string[];
}

/** @throws AppError snippet/nothing-matches, input/invalid, catalog/not-found */
export function buildMediaSnippet(
  media: Media,
  { options, targetId }: { readonly options: SnippetOptions; readonly targetId: string | null },
  catalog: Catalog,
): MediaSnippet {
  const target = targetId === null ? null : requireRecord(catalog, 'publishTargets', targetId);
  const baseUrl = options.baseUrl ?? target?.baseUrl ?? '';
  const language = options.language ?? target?.language ?? null;
  const request: Omit<SnippetRequest, 'urlOf'> = {
    media,
    formatSets: allFormatSets(catalog),
    options: { ...options, language },
  };
  const published = buildSnippet({ ...request, urlOf: publishedUrls(media.slug, baseUrl) });
  const preview = buildSnippet({ ...request, urlOf: (file) => hostUrl(media, file) });
  return { ...published, previewHtml: preview.html };
}

function hostUrl(media: Media, file: SnippetFile): string {
  switch (file.kind) {
    case 'rendition':
      return renditionUrl(media.id, file.rendition.id);
    case 'caption':
      return captionUrl(media.id, file.caption.id);
    case 'poster':
      return posterUrl(media) ?? '';
  }
}
