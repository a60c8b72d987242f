import { join } from 'node:path';
import { offeredDevices, offeredFormatSets } from '../../core/catalog/offer.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import type { Media } from '../../core/model/media.ts';
import { promisedDevices } from '../../core/planning/cover-devices.ts';
import { buildEmbedPage } from '../../core/publishing/build-embed-page.ts';
import { buildManifest } from '../../core/publishing/build-manifest.ts';
import {
  type PublicationContent,
  publishedRenditions,
} from '../../core/publishing/publication-content.ts';
import {
  captionName,
  MANIFEST_NAME,
  PAGE_NAME,
  POSTER_NAME,
  publishedFolder,
  renditionName,
} from '../../core/publishing/published-names.ts';
import { parseSnippetOptions } from '../../core/snippet/parse-options.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { settingsOf } from '../planner.ts';

/** One file of a publication and what it is made of. */
export interface Piece {
  /** Relative to the target's root, with `/`. */
  readonly file: string;
  readonly from:
    | { readonly kind: 'copy'; readonly path: string }
    | { readonly kind: 'text'; readonly text: string };
}

export interface GatheredPublication {
  readonly media: Media;
  /** What is referred to comes before what refers to it. */
  readonly pieces: readonly Piece[];
}

export interface GatheringNeeds {
  readonly catalog: Catalog;
  readonly paths: LibraryPaths;
}

/** @throws AppError catalog/not-found, publish/nothing-ready, snippet/nothing-matches, input/invalid */
export function gatherPublication(
  { catalog, paths }: GatheringNeeds,
  target: PublishTarget,
  request: { readonly mediaId: string; readonly options: Partial<SnippetOptions> },
): GatheredPublication {
  const media = publishable(catalog, request.mediaId);
  const options = parseSnippetOptions(request.options);
  const content: PublicationContent = {
    media,
    language: options.language ?? target.language,
    options,
    formatSets: offeredFormatSets(catalog.all('formatSets').values()),
    devices: promisedDevices({
      kind: media.kind,
      devices: offeredDevices(
        catalog.all('devices').values(),
        settingsOf(catalog).disabledDeviceIds,
      ),
    }),
    baseUrl: target.baseUrl,
  };
  return { media, pieces: [...copies(content, paths), ...texts(content)] };
}

function publishable(catalog: Catalog, mediaId: string): Media {
  const media = catalog.get('media', mediaId);
  if (media === undefined)
    throw new AppError('catalog/not-found', `There is no media ${mediaId} in the library.`, {
      details: { mediaId },
    });
  if (media.renditions.length === 0)
    throw new AppError(
      'publish/nothing-ready',
      `“${media.title}” has no rendition to publish yet. Convert it first.`,
      { details: { mediaId, title: media.title } },
    );
  return media;
}

function copies(content: PublicationContent, paths: LibraryPaths): readonly Piece[] {
  const { media } = content;
  const copy = (name: string, file: string): Piece => ({
    file: `${publishedFolder(media.slug)}/${name}`,
    from: { kind: 'copy', path: join(paths.root, ...file.split('/')) },
  });
  return [
    ...publishedRenditions(content).map((rendition) =>
      copy(renditionName(media.slug, rendition), rendition.file),
    ),
    ...media.captions.map((caption) => copy(captionName(caption), caption.file)),
    ...(media.poster === null ? [] : [copy(POSTER_NAME, media.poster.file)]),
  ];
}

function texts(content: PublicationContent): readonly Piece[] {
  const folder = publishedFolder(content.media.slug);
  const manifest = `${JSON.stringify(buildManifest(content), null, 2)}\n`;
  return [
    { file: `${folder}/${MANIFEST_NAME}`, from: { kind: 'text', text: manifest } },
    { file: `${folder}/${PAGE_NAME}`, from: { kind: 'text', text: buildEmbedPage(content) } },
  ];
}
