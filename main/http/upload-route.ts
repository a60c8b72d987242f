import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ImportResult, importOptionsSchema } from '../../core/contract/import.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Engine } from '../engine.ts';
import { parseInput } from '../operations/parse-input.ts';
import { requireFormatSets } from '../operations/require-formats.ts';
import { createUploadReceiver } from './receive-upload.ts';

const list = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .transform((ids) => ids.flatMap((id) => id.split(',')).filter((id) => id !== ''));

const querySchema = z.object({
  name: z.string().min(1).max(1000),
  formatSetIds: list.optional(),
  convert: z.enum(['true', 'false']).optional(),
});

type UploadEngine = Pick<Engine, 'catalog' | 'paths' | 'ids' | 'importer'>;

/** `PUT /upload?name=clip.mov` with the file as body, for browsers, which have no paths. */
export function addUploadRoute(
  server: FastifyInstance,
  engine: UploadEngine,
  limitBytes: number,
): void {
  const { catalog, paths, ids, importer } = engine;
  const receiver = createUploadReceiver({ paths, limitBytes, nextName: () => ids.next() });
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.put('/upload', async (request, reply) => {
      const { name, formatSetIds, convert } = parseInput(querySchema, request.query);
      try {
        requireFormatSets(formatSetIds ?? [], catalog);
        const path = await receiver.receive({
          body: request.raw,
          name,
          announcedBytes: announcedBytesOf(request),
        });
        const options = importOptionsSchema.parse({
          formatSetIds,
          convert: convert === undefined ? null : convert === 'true',
        });
        return asSent(await importUpload(importer, path, options), name);
      } catch (error) {
        // whatever of the body is still on its way is not waited for
        reply.header('connection', 'close');
        throw error;
      }
    });
  });
}

/** The importer takes away what is in the library already or is no media. */
async function importUpload(
  importer: UploadEngine['importer'],
  path: string,
  options: z.infer<typeof importOptionsSchema>,
): Promise<ImportResult> {
  const source = { ...options, watchFolderId: null, ownedByLibrary: true };
  const { results } = await importer.importPaths([path], source);
  const [result] = results;
  if (result === undefined) throw new Error(`The importer gave no result for ${path}.`);
  return result;
}

/** Whoever sent a file knows it by its name only; where it lay until it was refused tells them nothing. */
function asSent(result: ImportResult, name: string): ImportResult {
  if (result.outcome !== 'refused') return result;
  const { path, error } = result;
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    return typeof value === 'string' ? value.replaceAll(path, name) : value;
  };
  const details = Object.entries(error.details).map(([key, value]) => [key, renamed(value)]);
  return {
    ...result,
    path: name,
    error: {
      ...error,
      message: error.message.replaceAll(path, name),
      details: Object.fromEntries(details),
    },
  };
}

function announcedBytesOf({ headers }: FastifyRequest): number | null {
  const length = headers['content-length'];
  if (length === undefined) {
    if (headers['transfer-encoding'] !== undefined) return null;
    throw new AppError('input/invalid', 'The request has no body. Send the file as its body.');
  }
  return Number(length);
}
