import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../../core/contract/contract.ts';
import { buildHostPaths, type Response } from './openapi-host-paths.ts';
import { COMMON_SCHEMAS, schemaRef } from './openapi-schemas.ts';
import { REST_PREFIX } from './refusal-answer.ts';

const TAGS = [
  { name: 'media', description: 'What is in the library, and what would be made of it.' },
  { name: 'import', description: 'Ways into the library.' },
  { name: 'jobs', description: 'Conversions: waiting, running, finished.' },
  { name: 'formats', description: 'Recipes for renditions, and named sets of them.' },
  {
    name: 'devices',
    description: 'What players can play, and which of them are promised a rendition.',
  },
  { name: 'publish', description: 'Folders that a web server can serve as they are.' },
  { name: 'system', description: 'Settings, health and events.' },
];

/** Generated from the contract, so that it cannot differ from what is answered. */
export async function createOpenApiDocument(
  version: string,
): Promise<Readonly<Record<string, unknown>>> {
  const converter = new ZodToJsonSchemaConverter();
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const document = await generator.generate(contract, {
    info: {
      title: 'AVlogue',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Every operation of AVlogue. Send the token of the launch as `Authorization: Bearer TOKEN`. ' +
        'Failures are answered with an error report whose `code` never changes its meaning.',
    },
    servers: [{ url: REST_PREFIX }],
    tags: TAGS,
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    customErrorResponseBodySchema: schemaRef('ErrorReport'),
    commonSchemas: COMMON_SCHEMAS,
  });
  for (const operation of operationsOf(document)) declareLists(operation);
  const failure = describeFailures(document);
  const hostPaths = failure === null ? {} : buildHostPaths(failure);
  return withoutNoise({ ...document, paths: { ...document.paths, ...hostPaths } });
}

/**
 * `readonly` of TypeScript is written as `readOnly`, which in OpenAPI means that nobody may send it: generated clients
 * would leave such fields out of their requests. The bounds of whole numbers are those of JavaScript, and no news.
 */
function withoutNoise<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (isNoise(key, inner) ? undefined : inner)),
  );
}

function isNoise(key: string, value: unknown): boolean {
  if (key === 'readOnly') return value === true;
  if (key === 'minimum') return value === Number.MIN_SAFE_INTEGER;
  return key === 'maximum' && value === Number.MAX_SAFE_INTEGER;
}

/** A list that may come as one value (`queryList`) is plainly a list to clients, one `name=value` for each. */
function declareLists({ parameters = [] }: OpenAPI.OperationObject): void {
  for (const parameter of parameters) {
    if ('$ref' in parameter || parameter.in !== 'query') continue;
    const list = listIn(parameter.schema);
    if (list === null) continue;
    parameter.schema = list;
    parameter.style = 'form';
    parameter.explode = true;
  }
}

type QuerySchema = NonNullable<OpenAPI.ParameterObject['schema']>;

function listIn(schema: QuerySchema | undefined): QuerySchema | null {
  if (schema === undefined || '$ref' in schema) return null;
  for (const one of schema.anyOf ?? []) {
    if (!('$ref' in one) && one.type === 'array' && 'items' in one) return one;
  }
  return null;
}

/** The generator files the one declared error under 500; its status depends on its code. */
function describeFailures(document: OpenAPI.Document): Response | null {
  let failure: Response | null = null;
  for (const operation of operationsOf(document)) {
    const { 500: error, ...responses } = operation.responses ?? {};
    if (error === undefined || '$ref' in error) continue;
    failure = { ...error, description: 'An error report; its code settles the status.' };
    operation.responses = { ...responses, default: failure };
  }
  return failure;
}

function operationsOf(document: OpenAPI.Document): readonly OpenAPI.OperationObject[] {
  return Object.values(document.paths ?? {}).flatMap((path) =>
    [path?.get, path?.put, path?.post, path?.patch, path?.delete].flatMap(
      (operation) => operation ?? [],
    ),
  );
}
