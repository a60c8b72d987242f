import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createOpenApiDocument } from '../../../main/http/openapi-document.ts';

const operationSchema = z.object({ parameters: z.array(z.record(z.string(), z.unknown())) });
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
    ]);
    for (const { parameter } of lists)
      expect(parameter).toMatchObject({
        schema: { type: 'array', items: { type: 'string' } },
        style: 'form',
        explode: true,
      });
    expect(JSON.stringify(paths)).not.toContain('deepObject');
  });
});
