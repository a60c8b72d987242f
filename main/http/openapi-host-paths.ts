import type { OpenAPI } from '@orpc/openapi';

type Operation = OpenAPI.OperationObject;
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
}

const FILES: readonly FileRow[] = [
  {
    path: '/files/master/{mediaId}',
    operationId: 'files.master',
    summary: 'The master as it came',
    parameters: ['mediaId'],
  },
  {
    path: '/files/poster/{mediaId}',
    operationId: 'files.poster',
    summary: 'The poster, a JPEG',
    parameters: ['mediaId'],
  },
  {
    path: '/files/rendition/{mediaId}/{renditionId}',
    operationId: 'files.rendition',
    summary: 'A rendition',
    parameters: ['mediaId', 'renditionId'],
  },
  {
    path: '/files/caption/{mediaId}/{captionId}',
    operationId: 'files.caption',
    summary: 'A text track, as WebVTT',
    parameters: ['mediaId', 'captionId'],
  },
];

function uploadOperation(failure: Response): Operation {
  return {
    operationId: 'files.upload',
    summary: 'Import a file by sending it; the library keeps it as a master of its own',
    tags: ['import'],
    parameters: [
      { name: 'name', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'formatSetIds', in: 'query', schema: { type: 'string' } },
      { name: 'convert', in: 'query', schema: { type: 'boolean' } },
    ],
    requestBody: { required: true, content: { 'application/octet-stream': {} } },
    responses: {
      200: {
        description: 'As a result of `POST /import`: imported, duplicate, refused, …',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      default: failure,
    },
  };
}

function filePath({ operationId, summary, parameters }: FileRow, failure: Response) {
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
      { name: 'download', in: 'query', schema: { type: 'string' } },
    ],
    responses: {
      200: { description: 'The whole file' },
      206: { description: 'The range that was asked for' },
      416: { description: 'The range lies beyond the end' },
      default: failure,
    },
  };
  return { servers: [{ url: '/' }], get };
}
