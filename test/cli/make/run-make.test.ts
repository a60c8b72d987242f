import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMake } from '../../../cli/make/run-make.ts';
import { createOutput } from '../../../cli/output.ts';
import { createBoard } from '../../../cli/progress/create-board.ts';
import type { Session } from '../../../cli/session.ts';
import { type Client, clientOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';
import { makeTinyAudio } from '../../helpers/tiny-media.ts';
import { createFakeTerminal } from '../fake-terminal.ts';

let engine: TestEngine;
let client: Client;

beforeAll(async () => {
  engine = await startTestEngine();
  client = clientOf(engine);
});
afterAll(() => engine[Symbol.asyncDispose]());

/** Clients are proxies: they have no keys that could be spread. */
function around<T extends object>(real: T, instead: Readonly<Record<string, unknown>>): T {
  return new Proxy(real, {
    get: (target, key) =>
      typeof key === 'string' && Object.hasOwn(instead, key)
        ? instead[key]
        : Reflect.get(target, key),
  });
}

/** As when another process owns the library: nothing but operations. */
function remoteSession(calls: string[]): Session {
  const { terminal } = createFakeTerminal(engine.paths.root);
  const told = around(client, {
    import: around(client.import, {
      async finish(input: { ids: string[] }) {
        calls.push(`finish ${input.ids.length}`);
        return client.import.finish(input);
      },
    }),
    publish: around(client.publish, {
      async run(input: Parameters<Client['publish']['run']>[0]) {
        const media = await client.media.get({ id: input.mediaIds[0] ?? '' });
        calls.push(`publish ${media.poster === null ? 'without' : 'with'} a poster`);
        return client.publish.run(input);
      },
    }),
  });
  return {
    ...{ client: told, terminal, libraryPath: engine.paths.root, engine: null },
    output: createOutput(terminal, { json: true, quiet: true, color: false }),
    startQueue: async () => {},
    startAll: async () => {},
  };
}

describe('make through a host', () => {
  it('waits for pictures before it publishes, as in its own process', async () => {
    const clip = engine.folder.at('song.mp3');
    await makeTinyAudio(clip);
    const calls: string[] = [];
    const session = remoteSession(calls);
    const wishes = {
      ...{ paths: [clip], to: engine.folder.at('site'), formats: null, sets: null },
      ...{ force: false, baseUrl: undefined, language: undefined },
    };
    const board = createBoard(session.terminal, session.output);
    const { media } = await runMake(session, wishes, board);
    expect(media).toMatchObject([{ status: 'done', slug: 'song' }]);
    expect(calls).toEqual(['finish 1', 'publish with a poster']);
    expect(existsSync(engine.folder.at('site', 'media', 'song', 'poster.jpg'))).toBe(true);
  });
});
