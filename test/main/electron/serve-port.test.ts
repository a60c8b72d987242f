import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessagePortMain } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../core/model/engine-event.ts';
import { isKnownPath } from '../../../main/electron/known-paths.ts';
import { createPathGate } from '../../../main/electron/path-gate.ts';
import { createPathGrants } from '../../../main/electron/path-grants.ts';
import { createPortServer } from '../../../main/electron/serve-port.ts';
import { type Client, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
});

afterAll(() => engine[Symbol.asyncDispose]());

interface Connection extends Disposable {
  readonly client: Client;
  readonly grants: ReturnType<typeof createPathGrants>;
  readonly asked: readonly string[];
}

/** Both ends of a real channel: the engine's router at one, the page's client at the other. */
function connect(answer = false): Connection {
  const grants = createPathGrants();
  const asked: string[] = [];
  const gate = createPathGate({
    grants,
    isKnown: (named) => isKnownPath(engine.catalog, named),
    ask: async ({ path }) => {
      asked.push(path);
      return answer;
    },
  });
  const { port1, port2 } = new MessageChannel();
  createPortServer(engine.router, gate).serve(asElectrons(port1));
  port2.start();
  return {
    grants,
    asked,
    client: createORPCClient(new RPCLink({ port: port2 })),
    [Symbol.dispose]: () => port2.close(),
  };
}

/** Node's port has what Electron's has; the double of Electron's own is used in the end-to-end tests. */
function asElectrons(port: MessagePort): MessagePortMain {
  return port as unknown as MessagePortMain;
}

describe('the engine over a port', () => {
  it('answers operations as over HTTP', async () => {
    using connection = connect();
    const { libraryPath } = await connection.client.system.info();
    expect(libraryPath).toBe(engine.paths.root);
  });

  it('streams events', async () => {
    using connection = connect();
    const { client } = connection;
    const events = await client.system.events();
    const first = events.next();
    const notice: EngineEvent = { type: 'notice', level: 'info', code: 'x', message: 'Hello.' };
    engine.events.emit(notice);
    expect((await first).value).toEqual(notice);
    await events.return?.();
  });

  it('refuses an unknown operation with an error', async () => {
    using connection = connect();
    const unknown = connection.client as unknown as { shell: { run(): Promise<unknown> } };
    await expect(unknown.shell.run()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a malformed argument with an error that names the field', async () => {
    using connection = connect();
    const { media } = connection.client as unknown as {
      media: { get(input: object): Promise<unknown> };
    };
    const report = await refusalOf(media.get({ id: 7 }));
    expect(report).toMatchObject({ code: 'input/invalid', details: { field: 'id' } });
  });

  it('refuses a path that nobody chose, dropped or allowed', async () => {
    using connection = connect();
    const { client, asked } = connection;
    for (const call of [
      client.import.paths({ paths: ['/etc/passwd'] }),
      client.media.planPath({ path: '/etc/passwd' }),
      client.system.updateSettings({ ffmpegPath: '/tmp/evil' }),
      client.publish.saveTarget({ id: null, name: 'x', kind: 'folder', path: '/srv', baseUrl: '' }),
    ]) {
      expect((await refusalOf(call)).code).toBe('access/path-refused');
    }
    expect(asked).toEqual(['/etc/passwd', '/tmp/evil', '/srv']);
  });

  it('takes a path that was granted, and one that the library uses already', async () => {
    using connection = connect();
    const { client, grants, asked } = connection;
    const path = engine.folder.at('site');
    grants.grant([path]);
    const wish = { name: 'x', kind: 'folder', path, baseUrl: '' } as const;
    const target = await client.publish.saveTarget({ ...wish, id: null });
    expect(isKnownPath(engine.catalog, { path, use: 'publish' })).toBe(true);
    expect(isKnownPath(engine.catalog, { path, use: 'run' })).toBe(false);
    expect(target.path).toBe(path);
    expect(asked).toEqual([]);
  });

  it('takes a typed path that the person allows when asked', async () => {
    using connection = connect(true);
    const { client, asked } = connection;
    const path = engine.folder.at('typed');
    const { results } = await client.import.paths({ paths: [path] });
    expect(results).toMatchObject([{ outcome: 'refused', path }]);
    expect(asked).toEqual([path]);
  });
});
