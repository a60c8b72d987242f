import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';
import { age, copyAsOther, makeTinyVideo } from '../../helpers/tiny-media.ts';

let engine: TestEngine;
let client: Client;

beforeAll(async () => {
  engine = await startTestEngine();
  client = clientOf(engine);
  await client.jobs.pause();
  await makeTinyVideo(engine.folder.at('template.mp4'));
});

afterAll(() => engine[Symbol.asyncDispose]());

async function importClip(name: string): Promise<string> {
  const path = engine.folder.at(name);
  await copyAsOther(engine.folder.at('template.mp4'), path, name);
  const { results } = await client.import.paths({ paths: [path], convert: false });
  const [result] = results;
  if (result?.outcome !== 'imported') throw new Error(JSON.stringify(result));
  return result.mediaId;
}

describe('importing', () => {
  it('gives every file its result and keeps what was refused, to be tried again', async () => {
    const folder = engine.folder.at('mixed');
    await mkdir(folder);
    await copyAsOther(engine.folder.at('template.mp4'), `${folder}/good.mp4`, 'good');
    await writeFile(`${folder}/bad.mp4`, 'this is text');
    await age(`${folder}/bad.mp4`);
    const { results } = await client.import.paths({ paths: [folder], convert: false });
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['imported', 'refused']);

    const [refusal] = await client.import.refusals();
    expect(refusal).toMatchObject({
      path: `${folder}/bad.mp4`,
      error: { code: 'import/not-media' },
    });
    await copyAsOther(engine.folder.at('template.mp4'), `${folder}/bad.mp4`, 'mended');
    const again = await client.import.retryRefusals({ ids: [refusal?.id ?? ''] });
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['imported']);
    expect(await client.import.refusals()).toEqual([]);
    // as the settings say, since trying again asks for nothing else
    const { rows } = await client.jobs.list({});
    await client.jobs.cancel({ ids: rows.map(({ id }) => id) });
    await client.jobs.clearFinished();
  });

  it('needs full paths and sets that there are', async () => {
    expect(await refusalOf(client.import.paths({ paths: ['clip.mp4'] }))).toMatchObject({
      code: 'input/invalid',
      details: { field: 'paths' },
    });
    const call = client.import.paths({ paths: ['/x'], formatSetIds: ['gone'] });
    expect(await refusalOf(call)).toMatchObject({ code: 'input/invalid', details: { id: 'gone' } });
  });
});

describe('watch folders', () => {
  it('are kept, counted and watched until they are removed', async () => {
    const path = engine.folder.at('watched');
    await mkdir(path);
    await copyAsOther(engine.folder.at('template.mp4'), `${path}/clip.mp4`, 'watched');
    const arrived = new Promise<void>((resolve) => {
      engine.events.subscribe(() => {
        if (engine.catalog.mediaByPath(`${path}/clip.mp4`) !== undefined) resolve();
      });
    });
    const input = {
      id: null,
      path,
      recursive: true,
      enabled: true,
      polling: 'auto' as const,
      pollSeconds: 5,
      formatSetIds: [],
      convert: false,
    };
    const { id } = await client.import.saveWatchFolder(input);
    await arrived;
    expect(await client.import.watchFolders()).toMatchObject([{ id, path, mediaCount: 1 }]);
    expect(await refusalOf(client.import.saveWatchFolder(input))).toMatchObject({
      code: 'catalog/conflict',
      details: { field: 'path' },
    });
    const off = await client.import.saveWatchFolder({ ...input, id, enabled: false });
    expect(off).toMatchObject({ id, enabled: false });
    expect(await client.import.watchFolders()).toMatchObject([{ state: 'off' }]);
    await client.import.removeWatchFolder({ id });
    expect(await client.import.watchFolders()).toEqual([]);
    expect(await refusalOf(client.import.removeWatchFolder({ id }))).toMatchObject({
      code: 'catalog/not-found',
    });
  });
});

describe('jobs', () => {
  it('wait in their order, move, and end when they are cancelled', async () => {
    const ids = [
      await importClip('one.mp4'),
      await importClip('two.mp4'),
      await importClip('three.mp4'),
    ];
    const { jobIds, skipped } = await client.jobs.enqueue({ mediaIds: ids });
    expect({ jobs: jobIds.length, skipped }).toEqual({ jobs: 3, skipped: [] });
    const order = async () =>
      (await client.jobs.list({ statuses: ['queued'] })).rows.map(({ mediaTitle }) => mediaTitle);
    expect(await order()).toEqual(['One', 'Two', 'Three']);
    await client.jobs.move({ id: jobIds[2] ?? '', beforeId: jobIds[0] ?? '' });
    expect(await order()).toEqual(['Three', 'One', 'Two']);
    expect((await client.jobs.state()).counts).toMatchObject({ queued: 3, running: 0 });
    expect(await client.jobs.log({ id: jobIds[0] ?? '' })).toEqual({ runs: [] });

    expect(await client.jobs.cancel({ ids: jobIds.slice(0, 2) })).toEqual({ cancelled: 2 });
    const window = await client.jobs.list({ offset: 1, limit: 1 });
    expect(window).toMatchObject({ total: 3, rows: [{ status: 'cancelled' }] });
    expect((await client.jobs.retry({ ids: [...jobIds] })).jobIds).toHaveLength(2);
    await client.jobs.cancel({ ids: [...jobIds] });
    expect((await client.jobs.clearFinished()).removed).toBeGreaterThanOrEqual(3);
    expect((await client.jobs.list({})).total).toBe(0);
  });

  it('remember the sets that were chosen for them', async () => {
    const id = await importClip('sets.mp4');
    const formatSetIds = ['web-video-vp9', 'web-audio'];
    await client.jobs.enqueue({ mediaIds: [id], formatSetIds });
    const media = await client.media.get({ id });
    expect(media.formatSetIds).toEqual(['web-video-vp9']);
    expect(media.planned.map(({ formatId }) => formatId)).toContain('vp9-720p');
    await client.media.remove({ ids: [id] });
  });

  it.each([
    ['a media', { mediaIds: ['gone'] }, 'catalog/not-found'],
    ['a format', { mediaIds: ['gone'], formatIds: ['gone'] }, 'input/invalid'],
  ])('are refused for %s that there is not', async (_what, input, code) => {
    expect(await refusalOf(client.jobs.enqueue(input))).toMatchObject({ code });
  });
});

describe('publish targets', () => {
  it('are kept, one for each folder, and forgotten without touching files', async () => {
    const input = {
      id: null,
      name: 'Site',
      kind: 'folder' as const,
      path: engine.folder.at('a', 'site'),
      baseUrl: '',
    };
    const target = await client.publish.saveTarget(input);
    expect(await client.publish.targets()).toMatchObject([
      { id: target.id, publicationCount: 0, writable: true },
    ]);
    expect(await refusalOf(client.publish.saveTarget({ ...input, name: 'Twin' }))).toMatchObject({
      code: 'catalog/conflict',
      message: expect.stringContaining('Site'),
    });
    const renamed = await client.publish.saveTarget({
      ...target,
      baseUrl: 'https://example.org/av///',
    });
    expect(renamed).toEqual({ ...target, baseUrl: 'https://example.org/av' });
    for (const baseUrl of ['https://example.org/av?x=1', 'https://example.org/av/#top']) {
      expect(await refusalOf(client.publish.saveTarget({ ...target, baseUrl }))).toMatchObject({
        code: 'input/invalid',
        details: { field: 'baseUrl' },
      });
    }
    await client.publish.removeTarget({ id: target.id });
    expect(await client.publish.targets()).toEqual([]);
    for (const call of [
      client.publish.removeTarget({ id: target.id }),
      client.publish.preview({ targetId: target.id, mediaIds: ['x'] }),
      client.publish.run({ targetId: target.id, mediaIds: ['x'] }),
      client.publish.unpublish({ targetId: target.id, mediaIds: ['x'] }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'catalog/not-found' });
    }
  });
});
