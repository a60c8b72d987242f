import type { OpenAPI } from '@orpc/openapi';
import { schemaRef } from './openapi-schemas.ts';

type Operation = OpenAPI.OperationObject;

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

/** The failure that operations of the contract are described with. */
export type Response = NonNullable<Operation['responses']>[string];

/** What is streamed and therefore no operation of the contract; these stand at the host's root. */
export function buildHostPaths(failure: Response): Readonly<Record<string, object>> {
  return {
    '/upload': { servers: [{ url: '/' }], put: uploadOperation(failure) },
    ...Object.fromEntries(FILES.map((file) => [file.path, filePath(file, failure)])),
  };
}

interface FileRow {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly string[];
  readonly types: readonly string[];
}

const FILES: readonly FileRow[] = [
  {
    path: '/files/master/{mediaId}',
    operationId: 'files.master',
    summary: 'The master as it came',
    parameters: ['mediaId'],
    types: ['video/*', 'audio/*'],
  },
  {
    path: '/files/poster/{mediaId}',
    operationId: 'files.poster',
    summary: 'The poster, a JPEG',
    parameters: ['mediaId'],
    types: ['image/jpeg'],
  },
  {
    path: '/files/rendition/{mediaId}/{renditionId}',
    operationId: 'files.rendition',
    summary: 'A rendition',
    parameters: ['mediaId', 'renditionId'],
    types: ['video/*', 'audio/*'],
  },
  {
    path: '/files/caption/{mediaId}/{captionId}',
    operationId: 'files.caption',
    summary: 'A text track, as WebVTT',
    parameters: ['mediaId', 'captionId'],
    types: ['text/vtt'],
  },
];

function uploadOperation(failure: Response): Operation {
  return {
    operationId: 'files.upload',
    summary: 'Import a file by sending it; the library keeps it as a master of its own',
    tags: ['import'],
    parameters: [
      {
        name: 'name',
        in: 'query',
        required: true,
        description: 'What the file is called',
        schema: { type: 'string', minLength: 1, maxLength: 1000 },
        example: 'clip.mov',
      },
      {
        name: 'formatSetIds',
        in: 'query',
        description: 'Left out: the library’s default set of its kind',
        schema: { type: 'array', items: { type: 'string' } },
        style: 'form',
        explode: true,
      },
      {
        name: 'convert',
        in: 'query',
        description: 'Left out: as the settings say',
        schema: { type: 'boolean' },
      },
    ],
    requestBody: { required: true, content: { 'application/octet-stream': BYTES } },
    responses: {
      200: {
        description:
          'As a result of `POST /import`: imported, duplicate, refused, …; read `outcome`',
        content: { 'application/json': { schema: schemaRef('ImportResult') } },
      },
      default: failure,
    },
  };
}

function filePath({ operationId, summary, parameters, types }: FileRow, failure: Response) {
  const content = Object.fromEntries(types.map((type) => [type, BYTES]));
  const get: Operation = {
    operationId,
    summary: `${summary}; Range requests are answered`,
    tags: ['media'],
    parameters: [
      ...parameters.map((name) => ({
        name,
        in: 'path' as const,
        required: true,
        schema: { type: 'string' as const },
      })),
      {
        name: 'download',
        in: 'query',
        description: 'With any value, also an empty one: a browser saves the file',
        allowEmptyValue: true,
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: { description: 'The whole file, with an `ETag`', content },
      206: { description: 'The range that was asked for', content },
      304: { description: 'Unchanged since the `ETag` in `If-None-Match`' },
      416: { description: 'The range lies beyond the end' },
      default: failure,
    },
  };
  return { servers: [{ url: '/' }], get };
}
