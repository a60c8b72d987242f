import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mediaQuerySchema } from '../../core/catalog/query.ts';
import {
  startTestEngine,
  startTestHost,
  type TestEngine,
  type TestHost,
} from '../helpers/engine.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

const run = promisify(execFile);
const page = join(import.meta.dirname, '..', '..', 'docs', 'api.md');

let engine: TestEngine;
let host: TestHost;

beforeAll(async () => {
  engine = await startTestEngine();
  host = await startTestHost(engine);
});

afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
});

/** The one JavaScript block of the page, as somebody would copy it. */
async function runExample(file: string): Promise<{ stdout: string; stderr: string }> {
  const [, program] = /^```js\n([\s\S]*?)^```/m.exec(await readFile(page, 'utf8')) ?? [];
  const path = engine.folder.at('embed-when-ready.mjs');
  await writeFile(path, program ?? '');
  return run(process.execPath, [path, engine.paths.root, file]);
}

it('the program in docs/api.md waits until its file is ready and prints the embed code', async () => {
  const file = engine.folder.at('harbour.mp4');
  await makeTinyVideo(file);
  const first = await runExample(file);
  expect(first.stderr).toContain('%');
  const [media] = engine.catalog.query(mediaQuerySchema.parse({})).rows;
  expect(media).toMatchObject({ slug: 'harbour', status: 'ready' });
  expect(first.stdout).toContain('\tvideo\tHarbour\n');
  expect(first.stdout).toContain('src="https://media.example.org/media/harbour/harbour-');

  const again = await runExample(file);
  expect(again.stderr).toBe('');
  expect(again.stdout).toContain('ready\tvideo\tHarbour\n');
  expect(again.stdout).toContain('</video>');
});

it('the program in docs/api.md ends with the error of a file that is refused', async () => {
  const file = engine.folder.at('notes.txt');
  await writeFile(file, 'no media at all');
  await expect(runExample(file)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('import/not-media'),
  });
});

it('what docs/api.md calls by hand is there', async () => {
  const blocks = (await readFile(page, 'utf8')).match(/^```sh\n[\s\S]*?^```/gm) ?? [];
  const calls = blocks.join('\n').replaceAll('\\\n', '').match(CALL) ?? [];
  const { paths } = JSON.parse(await (await host.request('/api/v1/openapi.json')).text());
  const known = Object.entries<object>(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path.replaceAll(/\{\w+\}/g, '*')}`),
  );
  expect(calls.length).toBeGreaterThan(10);
  for (const call of calls) expect(known).toContain(operationOf(call));
});

/** `api PATH …`, up to the end of its last line. */
const CALL = /(?<=^|\| )api [^(\n]*(?:\n {2}.*)?/gm;

function operationOf(call: string): string {
  const [, path = ''] = /^api '?([^' ?]+)/.exec(call) ?? [];
  const given = /-X (\w+)/.exec(call)?.[1] ?? (call.includes('--json') ? 'POST' : 'GET');
  const [, body] = /--json '([^']+)'/.exec(call) ?? [];
  if (body !== undefined) JSON.parse(body);
  const generic = path.replace(/[A-Z]+_ID|h264-480p/, '*');
  return `${given.toLowerCase()} /${generic}`;
}
