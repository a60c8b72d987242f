import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Contract, contract } from '../../../core/contract/contract.ts';
import {
  startTestEngine,
  startTestHost,
  type TestEngine,
  type TestHost,
} from '../../helpers/engine.ts';
import { rawRequest } from '../../helpers/raw-request.ts';

type Client = ContractRouterClient<Contract>;

const JSON_TYPE = { 'content-type': 'application/json' };

let engine: TestEngine;
let host: TestHost;
let client: Client;

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
  host = await startTestHost(engine, { bodyLimitBytes: 10_000 });
  client = clientFor(host.token);
});

afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
});

function clientFor(token: string): Client {
  const headers = { authorization: `Bearer ${token}` };
  return createORPCClient(new RPCLink({ url: `${host.url}/rpc`, headers }));
}

describe('the contract over /rpc', () => {
  it('answers its client', async () => {
    expect(await client.system.info()).toEqual({
      version: engine.version,
      libraryPath: engine.paths.root,
      host: 'browser',
    });
    expect((await client.media.list({ text: 'nothing like it' })).rows).toEqual([]);
  });

  it('refuses with the declared error, whose data is the report', async () => {
    const error = await failureOf(client.media.get({ id: 'gone' }));
    expect(error).toMatchObject({
      defined: true,
      code: 'REFUSED',
      status: 404,
      data: {
        code: 'catalog/not-found',
        message: expect.stringContaining('gone'),
        details: { collection: 'media', id: 'gone' },
      },
    });
  });

  it('names the field that is not allowed', async () => {
    const error = await failureOf(client.media.list({ limit: 0 }));
    expect(error).toMatchObject({
      status: 400,
      data: { code: 'input/invalid', details: { field: 'limit' } },
    });
  });

  it('refuses a wrong token in a form that its client understands', async () => {
    const error = await failureOf(clientFor('wrong').system.info());
    expect(error).toMatchObject({ status: 401, data: { code: 'access/token-refused' } });
  });

  it('refuses an operation that there is not', async () => {
    const answer = await host.request('/rpc/media/steal', { method: 'POST', headers: JSON_TYPE });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      json: { data: { code: 'input/unknown-address' } },
    });
  });

  it('changes nothing by a link that is only followed', async () => {
    const answer = await host.request('/rpc/jobs/pause');
    expect(answer.status).toBe(400);
    expect(engine.catalog.get('settings', 'settings')?.queuePaused ?? false).toBe(false);
  });

  it('sends events as they happen, and ends them when the host closes', async () => {
    await using other = await startTestHost(engine);
    const listening = createORPCClient<Client>(
      new RPCLink({
        url: `${other.url}/rpc`,
        headers: { authorization: `Bearer ${other.token}` },
      }),
    );
    const events = await listening.system.events();
    engine.events.emit({ type: 'notice', level: 'info', code: 'test', message: 'hello' });
    expect(await events.next()).toMatchObject({ value: { type: 'notice', message: 'hello' } });
    await client.system.updateSettings({ theme: 'dark' });
    expect(await events.next()).toMatchObject({
      value: { type: 'catalog', touched: [{ collection: 'settings', id: 'settings' }] },
    });
    const next = events.next().then(
      ({ done }) => done,
      () => true,
    );
    await other.close();
    expect(await next).toBe(true);
  });
});

describe('the contract over /api/v1', () => {
  it('takes numbers and lists from the query', async () => {
    const answer = await host.request('/api/v1/media?limit=5&offset=0&kind=video&statuses[]=ready');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ rows: [], total: 0 });
  });

  it('needs no body where nothing is asked', async () => {
    for (const headers of [{}, JSON_TYPE]) {
      const answer = await host.request('/api/v1/jobs/clear-finished', { method: 'POST', headers });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ removed: 0 });
    }
  });

  it('answers failures with the report and the status of its code', async () => {
    const gone = await host.request('/api/v1/media/gone');
    expect(gone.status).toBe(404);
    expect(await gone.json()).toEqual({
      code: 'catalog/not-found',
      message: expect.any(String),
      details: { collection: 'media', id: 'gone' },
    });
    const builtIn = await host.request('/api/v1/formats/h264-720p', { method: 'DELETE' });
    expect(builtIn.status).toBe(409);
    expect(await builtIn.json()).toMatchObject({ code: 'format/built-in' });
  });

  it.each([
    ['DELETE', '/api/v1/media'],
    ['POST', '/upload?name=x.mp4'],
    ['PUT', '/upload/x.mp4'],
    ['DELETE', '/'],
    ['OPTIONS', '/api/v1/media'],
    ['POST', '/nothing'],
  ])('says with the report that nothing answers %s %s', async (method, path) => {
    const answer = await host.request(path, { method });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      code: 'input/unknown-address',
      message: `Nothing answers ${method} at this address.`,
      details: {},
    });
    expect((await fetch(`${host.url}${path}`, { method })).status).toBe(401);
  });

  it('answers with the report what cannot be read as a request', async () => {
    const long = await host.request(`/api/v1/media?text=${'x'.repeat(20_000)}`);
    expect(long.status).toBe(413);
    expect(await long.json()).toMatchObject({ code: 'input/too-large', details: {} });
    const socket = connect({ host: '127.0.0.1', port: host.port });
    socket.end('this is no HTTP\r\n\r\n');
    const answered = await text(socket);
    expect(answered).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(JSON.parse(answered.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      code: 'input/invalid',
    });
  });

  it('gives code to embed without any option', async () => {
    const plain = await host.request('/api/v1/media/gone/snippet', { method: 'POST' });
    expect(await plain.json()).toMatchObject({ code: 'catalog/not-found' });
  });

  it.each([
    ['broken JSON', JSON_TYPE, '{"path":'],
    ['another type', { 'content-type': 'text/plain' }, '{"path":"/x"}'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'path=/x'],
    ['no object', JSON_TYPE, '"x"'],
    ['a path that starts nowhere', JSON_TYPE, '{"path":"clip.mp4"}'],
  ])('refuses %s', async (_what, headers, body) => {
    const answer = await host.request('/api/v1/plan', { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'input/invalid' });
  });

  it('refuses bodies over the limit, whether they tell their length or not', async () => {
    const body = JSON.stringify({ path: '/'.repeat(20_000) });
    const headers = { ...JSON_TYPE, authorization: `Bearer ${host.token}` };
    for (const extra of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await rawRequest(host.port, {
        method: 'POST',
        path: '/api/v1/plan',
        headers: { ...headers, ...extra },
        body,
      });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'input/too-large' });
    }
  });

  it.each(['statuses=failed', 'statuses=failed&statuses=done', 'statuses[]=failed'])(
    'takes a list of a query however it is written: %s',
    async (query) => {
      const answer = await host.request(`/api/v1/jobs?${query}&limit=5`);
      expect([answer.status, await answer.json()]).toEqual([200, { rows: [], total: 0 }]);
      const media = await host.request(`/api/v1/media?${query.replaceAll('done', 'new')}`);
      expect(media.status).toBe(200);
    },
  );

  it('refuses a list of a query that holds an unknown word', async () => {
    const answer = await host.request('/api/v1/jobs?statuses=sleeping');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ details: { field: 'statuses' } });
  });

  it('sends events as server-sent events', async () => {
    const leaving = new AbortController();
    const answer = await host.request('/api/v1/events', { signal: leaving.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    engine.events.emit({ type: 'notice', level: 'info', code: 'test', message: 'over sse' });
    let received = '';
    for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      received += piece;
      if (received.includes('over sse')) break;
    }
    expect(received).toMatch(/^data: .*"over sse"/m);
    leaving.abort();
  });

  it('is described by a document that holds every operation', async () => {
    const answer = await host.request('/api/v1/openapi.json');
    const document = await answer.json();
    expect(document.openapi).toMatch(/^3\.1/);
    const described: readonly Described[] = Object.values<object>(document.paths).flatMap((path) =>
      Object.entries(path).flatMap(([key, value]) => (key === 'servers' ? [] : [value])),
    );
    const operations = Object.entries(contract).flatMap(([section, all]) =>
      Object.keys(all).map((name) => `${section}.${name}`),
    );
    const streamed = ['upload', 'master', 'poster', 'rendition', 'caption'];
    expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(
      [...operations, ...streamed.map((name) => `files.${name}`)].toSorted(),
    );
    for (const { summary, responses } of described) {
      expect(summary).not.toBe('');
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', 'default']));
      expect(Object.keys(responses)).not.toContain('500');
    }
    expect(JSON.stringify(document)).not.toContain('"not":{}');
    // in OpenAPI this would forbid to send the field
    expect(JSON.stringify(document)).not.toContain('"readOnly":true');
    const lists = described.flatMap(({ parameters = [] }) => parameters.filter(holdsList));
    expect(lists.map(({ name }) => name).toSorted()).toEqual([
      'formatIds',
      'formatSetIds',
      'formatSetIds',
      'statuses',
      'statuses',
    ]);
    expect(lists.map(({ style }) => style)).not.toContain('deepObject');
  });
});

interface Parameter {
  readonly name: string;
  readonly style?: string;
}

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: object;
  readonly parameters?: readonly Parameter[];
}

function holdsList(parameter: Parameter): boolean {
  return JSON.stringify(parameter).includes('"array"');
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ORPCError);
  return error;
}
