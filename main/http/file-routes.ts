import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headerReaderOf } from './header-reader.ts';
import { findMediaFile, type MediaFileNeeds } from './media-files.ts';
import { type ServedFile, serveFileRange } from './serve-file-range.ts';

interface FileRoute {
  readonly Params: { readonly kind: string; readonly mediaId: string; readonly id?: string };
  readonly Querystring: { readonly download?: string; readonly v?: string };
}

/** Masters, posters, renditions and captions, as players ask for them. */
export function addFileRoutes(server: FastifyInstance, needs: MediaFileNeeds): void {
  for (const url of ['/files/:kind/:mediaId', '/files/:kind/:mediaId/:id']) {
    server.route<FileRoute>({
      method: ['GET', 'HEAD'],
      url,
      handler: (request, reply) => {
        const { kind, mediaId, id = null } = request.params;
        const download = request.query.download !== undefined;
        const versioned = request.query.v !== undefined;
        const address = { kind, mediaId, id, download, versioned };
        return sendFile(request, reply, findMediaFile(address, needs));
      },
    });
  }
}

/** Fastify ends the stream when the connection closes, and the stream its file. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ServedFile,
): Promise<FastifyReply> {
  const headers = headerReaderOf(request.headers);
  const answer = await serveFileRange({ method: request.method, headers }, file);
  reply.status(answer.status).headers(answer.headers);
  return answer.stream === null ? reply.send() : reply.send(answer.stream);
}
