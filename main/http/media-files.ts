import { basename, extname, resolve, sep } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { Media } from '../../core/model/media.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { buildContentDisposition } from './content-disposition.ts';
import { mimeTypeOfMaster } from './master-mime-type.ts';
import { FILE_POLICY } from './security-headers.ts';
import type { ServedFile } from './serve-file-range.ts';

export interface MediaFileNeeds {
  readonly catalog: Catalog;
  readonly paths: LibraryPaths;
}

/** `/files/<kind>/<mediaId>[/<id>]` */
export interface MediaFileAddress {
  readonly kind: string;
  readonly mediaId: string;
  /** Of the rendition or caption. */
  readonly id: string | null;
  readonly download: boolean;
  /** The address changes with the content (`?v=…`), so that it may be kept for good. */
  readonly versioned: boolean;
}

const KEEP = 'private, max-age=31536000, immutable';
const ASK_AGAIN = 'private, no-cache';

/**
 * Looks an address up in the catalog. Its parts are only compared, never made part of a path.
 * @throws AppError catalog/not-found, access/path-refused
 */
export function findMediaFile(address: MediaFileAddress, needs: MediaFileNeeds): ServedFile {
  const media = needs.catalog.get('media', address.mediaId);
  const found = media === undefined ? null : findIn(media, address, needs.paths);
  if (media === undefined || found === null) {
    throw new AppError('catalog/not-found', 'There is no such file in the library.');
  }
  return {
    path: found.path,
    mimeType: found.mimeType,
    headers: {
      'content-security-policy': FILE_POLICY,
      'cache-control': address.versioned ? KEEP : ASK_AGAIN,
      'content-disposition': buildContentDisposition(
        address.download ? 'attachment' : 'inline',
        found.fileName,
      ),
    },
  };
}

interface FoundFile {
  readonly path: string;
  readonly mimeType: string;
  readonly fileName: string;
}

function findIn(
  media: Media,
  { kind, id }: MediaFileAddress,
  paths: LibraryPaths,
): FoundFile | null {
  switch (kind) {
    case 'master':
      return id === null ? masterFile(media) : null;
    case 'poster':
      return id === null ? posterFile(media, paths) : null;
    case 'rendition':
      return renditionFile(media, id, paths);
    case 'caption':
      return captionFile(media, id, paths);
    default:
      return null;
  }
}

function masterFile({ master }: Media): FoundFile {
  return {
    path: master.path,
    mimeType: mimeTypeOfMaster(master.path),
    fileName: basename(master.path),
  };
}

function posterFile({ poster, slug }: Media, paths: LibraryPaths): FoundFile | null {
  if (poster === null) return null;
  return { path: inLibrary(paths, poster.file), mimeType: 'image/jpeg', fileName: `${slug}.jpg` };
}

function renditionFile(media: Media, id: string | null, paths: LibraryPaths): FoundFile | null {
  const rendition = media.renditions.find((one) => one.id === id);
  if (rendition === undefined) return null;
  return {
    path: inLibrary(paths, rendition.file),
    mimeType: rendition.mimeType,
    fileName: `${media.slug}-${rendition.formatId}${extname(rendition.file)}`,
  };
}

function captionFile(media: Media, id: string | null, paths: LibraryPaths): FoundFile | null {
  const caption = media.captions.find((one) => one.id === id);
  if (caption === undefined) return null;
  return {
    path: inLibrary(paths, caption.file),
    mimeType: 'text/vtt; charset=utf-8',
    fileName: `${media.slug}-${caption.id}.vtt`,
  };
}

/** A catalog mended by hand must not open the rest of the disk. */
function inLibrary(paths: LibraryPaths, file: string): string {
  const path = resolve(paths.root, file);
  if (path.startsWith(resolve(paths.root) + sep)) return path;
  throw new AppError('access/path-refused', 'The catalog names a file outside of the library.');
}
