import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownTarget, withTargetForFolder } from '../../../cli/library/publish-target.ts';
import { type Client, clientOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';
import { createFakeTerminal } from '../fake-terminal.ts';

let engine: TestEngine;
let client: Client;

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
  client = clientOf(engine);
  for (const place of ['one', 'other']) {
    const folder = { name: 'site', kind: 'folder', baseUrl: '' } as const;
    await client.publish.saveTarget({ ...folder, id: null, path: engine.folder.at(place, 'site') });
  }
});
afterAll(() => engine[Symbol.asyncDispose]());

function standingIn(...names: readonly string[]) {
  const { terminal } = createFakeTerminal(engine.paths.root);
  return { client, terminal: { ...terminal, workingFolder: engine.folder.at(...names) } };
}

describe('a known publish target', () => {
  it('is the folder that the key names from here, before another of that name', async () => {
    const { path } = await knownTarget(standingIn('other'), 'site');
    expect(path).toBe(engine.folder.at('other', 'site'));
  });

  it('is not guessed among several of a name', async () => {
    await expect(knownTarget(standingIn(), 'site')).rejects.toMatchObject({
      code: 'input/invalid',
      message: expect.stringContaining(engine.folder.at('other', 'site')),
    });
  });
});

describe('a target that is only looked at', () => {
  it('is forgotten again, also when looking at it fails', async () => {
    const before = await client.publish.targets();
    const looking = withTargetForFolder(standingIn(), 'new', async ({ path }) => {
      expect(await client.publish.targets()).toHaveLength(3);
      throw new Error(`no ${path}`);
    });
    await expect(looking).rejects.toThrow(`no ${engine.folder.at('new')}`);
    expect(await client.publish.targets()).toEqual(before);
  });
});
