import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createOpenApiDocument } from '../../../main/http/openapi-document.ts';

const operationSchema = z.object({ parameters: z.array(z.record(z.string(), z.unknown())) });
const namedSchema = z.object({
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

describe('the document of the API', () => {
  it('declares lists of a query as lists, one value after the other', async () => {
    const { paths } = documentSchema.parse(await createOpenApiDocument('1.0.0'));
    const parameters = Object.entries(paths).flatMap(([path, operations]) =>
      Object.values(operations).flatMap((operation) => {
        const { data } = operationSchema.safeParse(operation);
        return (data?.parameters ?? []).map((parameter) => ({ parameter, path }));
      }),
    );
    const lists = parameters.filter(({ parameter }) => /"array"/.test(JSON.stringify(parameter)));
    expect(lists.map(({ path, parameter }) => `${path} ${parameter.name}`)).toEqual([
      '/media statuses',
      '/media/{id}/plan formatIds',
      '/media/{id}/plan formatSetIds',
      '/jobs statuses',
      '/upload formatSetIds',
    ]);
    for (const { parameter } of lists)
      expect(parameter).toMatchObject({
        schema: { type: 'array', items: { type: 'string' } },
        style: 'form',
        explode: true,
      });
    expect(JSON.stringify(paths)).not.toContain('deepObject');
  });

  it('names what clients get a type for, and every reference leads to one', async () => {
    const text = JSON.stringify(await createOpenApiDocument('1.0.0'));
    const { components } = namedSchema.parse(JSON.parse(text));
    const names = new Set(Object.keys(components.schemas));
    const used = new Set(
      Array.from(text.matchAll(/"#\/components\/schemas\/(\w+)"/g), ([, name]) => name),
    );
    expect(used).toEqual(names);
    expect(names).toContain('Media');
    expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });

  it('tells what an upload is answered with, and what the files are', async () => {
    const { paths } = documentSchema.parse(await createOpenApiDocument('1.0.0'));
    const answer = { schema: { $ref: '#/components/schemas/ImportResult' } };
    expect(paths['/upload']?.put).toMatchObject({
      responses: { 200: { content: { 'application/json': answer } } },
    });
    expect(paths['/files/poster/{mediaId}']?.get).toMatchObject({
      responses: { 200: { content: { 'image/jpeg': {} } }, 206: {}, 304: {}, 416: {} },
    });
    expect(paths['/media/{id}']?.get).toMatchObject({
      responses: {
        200: {
          content: { 'application/json': { schema: { $ref: expect.stringContaining('Media') } } },
        },
        default: {
          content: {
            'application/json': { schema: { $ref: expect.stringContaining('ErrorReport') } },
          },
        },
      },
    });
  });
});
