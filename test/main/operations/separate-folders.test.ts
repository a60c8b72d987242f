import { mkdir, symlink } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';

let engine: TestEngine;
let client: Client;
let at: TestEngine['folder']['at'];

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
  client = clientOf(engine);
  at = engine.folder.at;
  await mkdir(at('site', 'media'), { recursive: true });
  await mkdir(at('inbox'));
  await symlink(at('site'), at('link'));
  await symlink(at('inbox'), at('way'));
  await symlink(engine.paths.root, at('shelf'));
});

afterAll(() => engine[Symbol.asyncDispose]());

beforeEach(async () => {
  for (const { id } of await client.publish.targets()) await client.publish.removeTarget({ id });
  for (const { id } of await client.import.watchFolders())
    await client.import.removeWatchFolder({ id });
});

function publishInto(path: string, id: string | null = null) {
  return client.publish.saveTarget({ id, name: 'Site', kind: 'folder', path, baseUrl: '' });
}

function watch(path: string) {
  return client.import.saveWatchFolder({
    ...{ id: null, path, recursive: true, enabled: false, polling: 'auto' },
    ...{ pollSeconds: 5, formatSetIds: [], convert: false },
  });
}

describe('a publish target', () => {
  it.each([
    ['the same folder', ['site'], 'catalog/conflict'],
    ['the same by another spelling', ['inbox', '..', 'site', '.'], 'catalog/conflict'],
    ['the same through a link', ['link'], 'catalog/conflict'],
    ['in it', ['site', 'deep', 'down'], 'publish/folders-overlap'],
    ['in it through a link', ['link', 'new'], 'publish/folders-overlap'],
  ])('is refused beside another one: %s', async (_how, way, code) => {
    const target = await publishInto(at('site'));
    const refusal = await refusalOf(publishInto(`${at('site')}/../${way.join('/')}`));
    expect(refusal).toMatchObject({ code, details: { field: 'path', id: target.id } });
    expect(refusal.message).toContain(at('site'));
    expect(refusal.message).toContain('“Site”');
  });

  it('is refused around another one', async () => {
    await publishInto(at('site', 'deep'));
    expect(await refusalOf(publishInto(at('site')))).toMatchObject({
      code: 'publish/folders-overlap',
      message: expect.stringContaining(at('site', 'deep')),
    });
  });

  it('may be saved again, and stand beside one whose name begins alike', async () => {
    const { id } = await publishInto(at('site'));
    expect(await publishInto(`${at('site')}/`, id)).toMatchObject({ id, path: at('site') });
    expect(await publishInto(at('site-two'))).toMatchObject({ path: at('site-two') });
  });

  it('is saved once for a folder, however many ask at the same time', async () => {
    const asked = [at('site'), at('link'), at('site')].map((path) => publishInto(path));
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await client.publish.targets()).toMatchObject([{ path: at('site') }]);
  });

  it('and a watched folder where its media stand are not both saved at the same time', async () => {
    const asked = [publishInto(at('site')), watch(at('site', 'media'))];
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('that gets another folder has published there what stands there', async () => {
    const { id } = await publishInto(at('site'));
    const record = { id: `${id}.m1`, targetId: id, mediaId: 'm1', slug: 'clip', files: [] };
    await engine.catalog.commit([
      { type: 'put', collection: 'publications', record: { ...record, publishedAtMs: 1 } },
    ]);
    await publishInto(at('site', '.'), id);
    expect(await client.publish.publications({ targetId: id })).toHaveLength(1);
    expect(await publishInto(at('site-two'), id)).toMatchObject({ path: at('site-two') });
    expect(await client.publish.publications({ targetId: id })).toEqual([]);
  });

  it('is refused in the library or around it when it is saved', async () => {
    for (const path of [engine.paths.root, at('library', 'x'), at('shelf', 'x'), at('.')])
      expect(await refusalOf(publishInto(path))).toMatchObject({ code: 'input/invalid' });
  });

  it('is refused when media would stand around a watched folder, and fine within one', async () => {
    await watch(at('site', 'media', 'inbox'));
    expect(await refusalOf(publishInto(at('link')))).toMatchObject({
      code: 'publish/folders-overlap',
      message: expect.stringContaining(at('site', 'media', 'inbox')),
    });
    await watch(at('inbox'));
    expect(await publishInto(at('inbox', 'site'))).toMatchObject({ path: at('inbox', 'site') });
  });
});

describe('a watched folder', () => {
  it('is refused twice, whatever its spelling, and kept as it is meant', async () => {
    expect(await watch(`${at('inbox')}/../inbox/`)).toMatchObject({ path: at('inbox') });
    expect(await refusalOf(watch(at('way')))).toMatchObject({
      code: 'catalog/conflict',
      message: expect.stringContaining(at('inbox')),
    });
  });

  it('is saved once, however many ask at the same time', async () => {
    const settled = await Promise.allSettled([watch(at('inbox')), watch(at('way'))]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused in the library, and where media are published', async () => {
    expect(await refusalOf(watch(at('shelf', 'masters')))).toMatchObject({ code: 'input/invalid' });
    await publishInto(at('site'));
    for (const path of [at('site', 'media'), at('link', 'media', 'film')])
      expect(await refusalOf(watch(path))).toMatchObject({ code: 'publish/folders-overlap' });
    expect(await watch(at('site', 'masters'))).toMatchObject({ path: at('site', 'masters') });
  });
});
