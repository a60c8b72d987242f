import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { AppError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import {
  type FileValidators,
  type HeaderReader,
  isNotModified,
  mayUseRange,
  validatorsOf,
} from './file-validators.ts';
import { type ByteRange, parseRange } from './parse-range.ts';

/** What a `Request` of fetch and of Electron's `protocol.handle` has, and Fastify's can be given. */
export interface FileRequest {
  readonly method: string;
  readonly headers: HeaderReader;
}

export interface ServedFile {
  /** Absolute, from the catalog and never from an address. */
  readonly path: string;
  readonly mimeType: string;
  /** More headers, such as Content-Disposition and Cache-Control. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FileAnswer {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** null: no body. Whoever takes the answer must read the stream to its end or destroy it. */
  readonly stream: Readable | null;
}

/**
 * Answers GET and HEAD with one file or one range of it, for every host: without ranges no player can seek.
 * @throws AppError import/not-found, import/no-permission
 */
export async function serveFileRange(request: FileRequest, file: ServedFile): Promise<FileAnswer> {
  const handle = await openFile(file.path);
  try {
    const { size, mtimeMs } = await handle.stat();
    const validators = validatorsOf({ sizeBytes: size, modifiedMs: mtimeMs });
    return await answer({ request, file, handle, size, validators });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

interface OpenedFile {
  readonly request: FileRequest;
  readonly file: ServedFile;
  readonly handle: FileHandle;
  readonly size: number;
  readonly validators: FileValidators;
}

async function answer(opened: OpenedFile): Promise<FileAnswer> {
  const { request, handle, size, validators } = opened;
  const headers = commonHeaders(opened);
  if (isNotModified(request.headers, validators)) return bodyless(handle, { status: 304, headers });
  const wanted = mayUseRange(request.headers, validators) ? request.headers.get('range') : null;
  const range = parseRange(wanted, size);
  switch (range.kind) {
    case 'unsatisfiable':
      return bodyless(handle, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' },
      });
    case 'whole':
      return send(opened, { status: 200, headers, range: { first: 0, last: size - 1 } });
    case 'part': {
      const { first, last } = range.range;
      const partly = { ...headers, 'content-range': `bytes ${first}-${last}/${size}` };
      return send(opened, { status: 206, headers: partly, range: range.range });
    }
  }
}

function commonHeaders({ file, validators }: OpenedFile): Record<string, string> {
  return {
    'accept-ranges': 'bytes',
    'content-type': file.mimeType,
    etag: validators.etag,
    'last-modified': validators.lastModified,
    ...file.headers,
  };
}

async function bodyless(
  handle: FileHandle,
  reply: Omit<FileAnswer, 'stream'>,
): Promise<FileAnswer> {
  await handle.close();
  return { ...reply, stream: null };
}

function send(
  { request, handle }: OpenedFile,
  reply: Omit<FileAnswer, 'stream'> & { readonly range: ByteRange },
): FileAnswer | Promise<FileAnswer> {
  const { first, last } = reply.range;
  const length = last - first + 1;
  const headers = { ...reply.headers, 'content-length': String(length) };
  const { status } = reply;
  if (request.method === 'HEAD' || length === 0) return bodyless(handle, { status, headers });
  return { status, headers, stream: handle.createReadStream({ start: first, end: last }) };
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new AppError('import/not-found', `The file ${path} is not there any more.`, {
        cause: error,
      });
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new AppError('import/no-permission', `The file ${path} may not be read.`, {
        cause: error,
      });
    }
    throw error;
  }
}
