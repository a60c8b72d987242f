import { Readable } from 'node:stream';
import { AppError, reportError } from '../../core/errors/app-error.ts';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';
import { findMediaFile, type MediaFileNeeds } from '../http/media-files.ts';
import { createRendererFiles } from '../http/renderer-files.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { type ServedFile, serveFileRange } from '../http/serve-file-range.ts';
import { unknownAddress } from '../http/unknown-address.ts';
import type { Logger } from '../logger.ts';
import { isOwnAddress } from './app-scheme.ts';

export interface PageNeeds {
  readonly rendererFolder: string;
  /** Media wait until the library is open; the page itself does not. */
  readonly library: () => Promise<MediaFileNeeds>;
  readonly logger: Logger;
}

/** Answers what the window's page asks for, as the browser's host does: the same files, ranges and policies. */
export function createPageAnswerer(needs: PageNeeds): (request: Request) => Promise<Response> {
  const renderer = createRendererFiles(needs.rendererFolder);

  async function find(url: URL): Promise<ServedFile> {
    if (url.pathname.startsWith('/files/')) return findMedia(url, await needs.library());
    const file = await renderer.find(url.pathname);
    if (file === null) throw unknownAddress();
    return file;
  }

  return async (request) => {
    try {
      if (!isOwnAddress(request.url) || !['GET', 'HEAD'].includes(request.method)) {
        throw unknownAddress();
      }
      return await sendFile(request, await find(new URL(request.url)));
    } catch (error) {
      return refuse(error, request, needs.logger);
    }
  };
}

function findMedia({ pathname, searchParams }: URL, needs: MediaFileNeeds): ServedFile {
  const [, , kind = '', mediaId = '', id = null, ...more] = pathname.split('/');
  if (more.length > 0) throw unknownAddress();
  const download = searchParams.has('download');
  const versioned = searchParams.has('v');
  return findMediaFile({ kind, mediaId, id, download, versioned }, needs);
}

async function sendFile(request: Request, file: ServedFile): Promise<Response> {
  const { status, headers, stream } = await serveFileRange(request, file);
  const body = stream === null ? null : Readable.toWeb(stream);
  return new Response(body, { status, headers: { ...SECURITY_HEADERS, ...headers } });
}

function refuse(error: unknown, request: Request, logger: Logger): Response {
  if (!(error instanceof AppError)) {
    logger.error(`${request.method} ${request.url} failed unexpectedly.`, error);
  }
  const report =
    error instanceof AppError
      ? reportError(error)
      : { code: 'internal/bug' as const, message: 'AVlogue failed unexpectedly.', details: {} };
  return Response.json(report, {
    status: ERROR_CODES[report.code].status,
    headers: SECURITY_HEADERS,
  });
}
