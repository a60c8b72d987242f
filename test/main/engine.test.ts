import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../main/engine.ts';
import { temporaryPathFor } from '../../main/files/temporary-path.ts';
import { clientOf } from '../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../helpers/engine.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { makeTinyAudio, makeTinyVideo } from '../helpers/tiny-media.ts';

async function importTone(engine: TestEngine, convert: boolean): Promise<string> {
  const path = engine.folder.at('tone.mp3');
  await makeTinyAudio(path);
  const { results } = await clientOf(engine).import.paths({ paths: [path], convert });
  const [result] = results;
  if (result?.outcome !== 'imported') throw new Error(JSON.stringify(result));
  return result.mediaId;
}

describe('the engine', () => {
  it('takes a file in, makes what the devices need and tells about it on the way', async () => {
    await using engine = await startTestEngine();
    const client = clientOf(engine);
    const told: string[] = [];
    engine.events.subscribe(({ type }) => told.push(type));
    const mediaId = await importTone(engine, true);
    const [job] = (await client.jobs.list({ mediaId })).rows;
    expect(await engine.queue.settled(job?.id ?? '')).toMatchObject({
      status: 'done',
      error: null,
    });
    const media = await client.media.get({ id: mediaId });
    expect(media.status).toBe('ready');
    expect(media.renditions.map(({ formatId }) => formatId).toSorted()).toEqual(['aac', 'mp3']);
    const { rows } = await client.media.list({});
    expect(rows).toMatchObject([{ id: mediaId, status: 'ready' }]);
    expect(rows[0]?.coveredDevices).toBe(rows[0]?.enabledDevices);
    expect((await client.jobs.log({ id: job?.id ?? '' })).runs.length).toBeGreaterThan(0);
    expect(told).toEqual(
      expect.arrayContaining(['catalog', 'import-progress', 'rendition-ready', 'media-ready']),
    );

    const { id: targetId } = await client.publish.saveTarget({
      id: null,
      name: 'Site',
      kind: 'folder',
      path: engine.folder.at('site'),
      baseUrl: '',
    });
    const published = await client.publish.run({ targetId, mediaIds: [mediaId] });
    expect(published.failed).toEqual([]);
    expect(await readdir(engine.folder.at('site', 'media', media.slug))).toContain('embed.html');
    expect(engine.logged).toEqual([]);
  });

  it('owns its library alone, and lets go of it when it stops', async () => {
    await using engine = await startTestEngine();
    const options = { libraryPath: engine.paths.root, host: 'terminal' as const };
    await expect(createEngine(options)).rejects.toMatchObject({ code: 'catalog/locked' });
    await Promise.all([engine.stop(), engine.stop()]);
    const next = await createEngine(options);
    await next.stop();
  });

  it('finds everything again at the next start', async () => {
    await using folder = await temporaryFolder();
    const libraryPath = folder.at('library');
    let mediaId = '';
    {
      await using first = await startTestEngine({ libraryPath });
      await clientOf(first).jobs.pause();
      mediaId = await importTone(first, true);
      await clientOf(first).system.updateSettings({ theme: 'dark' });
    }
    await using second = await startTestEngine({ libraryPath });
    const client = clientOf(second);
    expect((await client.system.settings()).theme).toBe('dark');
    expect((await client.jobs.state()).paused).toBe(true);
    const { rows } = await client.jobs.list({ mediaId });
    expect(rows).toMatchObject([{ status: 'queued', mediaTitle: 'Tone' }]);
  });

  it('clears away at its start what was left of uploads and removed media', async () => {
    await using folder = await temporaryFolder();
    const incoming = folder.at('library', 'incoming');
    const trash = folder.at('library', 'trash', 'x');
    for (const path of [incoming, trash]) {
      await mkdir(path, { recursive: true });
      await writeFile(`${path}/left-over`, 'x');
    }
    const masters = folder.at('library', 'masters');
    await mkdir(masters);
    await writeFile(`${masters}/clip.mp4`, 'x');
    await writeFile(temporaryPathFor(`${masters}/half.mp4`), 'x');
    await using engine = await startTestEngine({ libraryPath: folder.at('library') });
    expect(await readdir(incoming)).toEqual([]);
    await expect(readdir(engine.paths.trash)).rejects.toThrow();
    await engine.importer.idle();
    // an upload that was not catalogued is nobody's to delete, not even when it is no media
    expect(await readdir(masters)).toEqual(['clip.mp4']);
    const refusals = await clientOf(engine).import.refusals();
    expect(refusals.map(({ path }) => path)).toEqual([`${masters}/clip.mp4`]);
  });

  it('ends a running conversion before its media is removed, and leaves nothing of it', async () => {
    await using engine = await startTestEngine();
    const client = clientOf(engine);
    const path = engine.folder.at('long.mp4');
    await makeTinyVideo(path, { seconds: 60, sizes: '640x360' });
    const running = new Promise<void>((resolve) => {
      engine.events.subscribe((event) => {
        if (event.type === 'job-progress' && event.progress.phase === 'encoding') resolve();
      });
    });
    const { results } = await client.import.paths({ paths: [path], convert: false });
    const [result] = results;
    if (result?.outcome !== 'imported') throw new Error(JSON.stringify(result));
    await client.jobs.enqueue({ mediaIds: [result.mediaId], force: true });
    await running;
    // its poster is made by a process of its own
    await client.import.finish({ ids: [result.mediaId] });
    expect(await readdir(engine.paths.processes)).not.toEqual([]);
    await client.media.remove({ ids: [result.mediaId] });
    expect(await readdir(engine.paths.processes)).toEqual([]);
    expect(await readdir(engine.paths.renditions)).toEqual([]);
    expect((await client.jobs.list({})).total).toBe(0);
    expect((await client.media.list({})).total).toBe(0);
    await engine.importer.idle();
    expect(engine.logged).toEqual([]);
  });

  it('is as quiet when it is stopped while it starts as when it is stopped later', async () => {
    await using engine = await startTestEngine({ started: false });
    const path = engine.folder.at('watched');
    await mkdir(path);
    const record = {
      id: 'w',
      path,
      recursive: true,
      enabled: true,
      polling: 'auto',
      pollSeconds: 30,
      formatSetIds: [],
      convert: true,
      createdAtMs: 0,
    } as const;
    await engine.catalog.commit([{ type: 'put', collection: 'watchFolders', record }]);
    let started = false;
    const starting = engine.start().then(() => {
      started = true;
    });
    await engine.stop();
    expect(started).toBe(true);
    await starting;
    expect(engine.watchFolders.states().get('w')).toMatchObject({ state: 'off' });
    expect(engine.logged).toEqual([]);
  });

  it('ends streams of events when it stops', async () => {
    await using engine = await startTestEngine({ started: false });
    const events = await clientOf(engine).system.events();
    const next = events.next();
    await engine.stop();
    expect(await next).toMatchObject({ done: true });
  });
});

describe('plans in the catalog', () => {
  it('follow formats, sets, devices and settings, but not the theme', async () => {
    await using engine = await startTestEngine();
    const client = clientOf(engine);
    const mediaId = await importTone(engine, false);
    await engine.importer.idle();
    const planned = async () => {
      await engine.replanner.idle();
      return (await client.media.get({ id: mediaId })).planned.map(({ formatId }) => formatId);
    };
    expect(await planned()).toEqual(['aac', 'mp3']);

    await client.system.updateSettings({ audioFormatSetId: 'web-audio-opus' });
    expect(await planned()).toEqual(['opus', 'aac', 'mp3']);

    await client.system.updateSettings({ audioFormatSetId: 'audio-archive' });
    expect(await planned()).toEqual(['mp3']);
    const basis = await readFile(engine.paths.planBasis, 'utf8');
    const before = engine.catalog.get('media', mediaId);
    await client.system.updateSettings({ theme: 'dark' });
    await planned();
    expect(engine.catalog.get('media', mediaId)).toBe(before);
    expect(await readFile(engine.paths.planBasis, 'utf8')).toBe(basis);
  });

  it('are those of the library when a removed media comes back, and else its own', async () => {
    await using engine = await startTestEngine();
    const client = clientOf(engine);
    const mediaId = await importTone(engine, false);
    await engine.importer.idle();
    await engine.replanner.idle();
    const fields = { planned: [{ formatId: 'opus', fingerprint: 'made once' }] };
    await engine.catalog.commit([{ type: 'patch', collection: 'media', id: mediaId, fields }]);
    const planned = () =>
      engine.catalog.get('media', mediaId)?.planned.map(({ formatId }) => formatId);

    const first = await client.media.remove({ ids: [mediaId] });
    await client.media.undoRemove(first);
    expect(planned()).toEqual(['opus']);

    const second = await client.media.remove({ ids: [mediaId] });
    await client.system.updateSettings({ audioFormatSetId: 'audio-archive' });
    await engine.replanner.idle();
    await client.media.undoRemove(second);
    expect(planned()).toEqual(['mp3']);
  });

  it('are made anew at the start when something changed meanwhile', async () => {
    await using folder = await temporaryFolder();
    const libraryPath = folder.at('library');
    let mediaId = '';
    {
      await using first = await startTestEngine({ libraryPath });
      mediaId = await importTone(first, false);
      await first.importer.idle();
      await first.replanner.idle();
      const fields = { planned: [] };
      await first.catalog.commit([{ type: 'patch', collection: 'media', id: mediaId, fields }]);
      await writeFile(first.paths.planBasis, 'of an older version');
    }
    await using second = await startTestEngine({ libraryPath });
    await second.replanner.idle();
    expect(second.catalog.get('media', mediaId)?.planned).toHaveLength(2);
  });
});
