import { chmod, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine } from '../../../main/operations/doctor.ts';
import { type Client, clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';

let engine: TestEngine;
let client: Client;

beforeAll(async () => {
  engine = await startTestEngine();
  client = clientOf(engine);
});

afterAll(() => engine[Symbol.asyncDispose]());

describe('settings', () => {
  it('begin with what suits most, and change field by field', async () => {
    const before = await client.system.settings();
    expect(before).toMatchObject({ theme: 'system', convertOnImport: true });
    const after = await client.system.updateSettings({ theme: 'dark', parallelJobs: 3 });
    expect(after).toEqual({ ...before, theme: 'dark', parallelJobs: 3 });
    expect((await client.system.doctor()).parallelJobs).toBe(3);
  });

  it('pause and resume the queue', async () => {
    await client.system.updateSettings({ queuePaused: true });
    expect((await client.jobs.state()).paused).toBe(true);
    await client.jobs.resume();
    expect((await client.system.settings()).queuePaused).toBe(false);
  });

  it('keep what is changed by several at once', async () => {
    const before = await client.system.settings();
    await Promise.all([
      client.jobs.pause(),
      client.system.updateSettings({ theme: 'high-contrast' }),
      client.system.updateSettings({ convertOnImport: false }),
    ]);
    expect(await client.system.settings()).toEqual({
      ...before,
      queuePaused: true,
      theme: 'high-contrast',
      convertOnImport: false,
    });
    await client.jobs.resume();
  });

  it.each([
    ['parallelJobs', { parallelJobs: 0 }],
    ['theme', { theme: 'pink' as 'dark' }],
    ['formatSetIds', { videoFormatSetId: 'gone' }],
    ['audioFormatSetId', { audioFormatSetId: 'web-video' }],
    ['ffmpegPath', { ffmpegPath: 'ffmpeg' }],
    ['ffprobePath', { ffprobePath: '/usr/bin/ff\0probe' }],
  ])('refuse a wrong value and name %s', async (field, fields) => {
    const before = await client.system.settings();
    expect(await refusalOf(client.system.updateSettings(fields))).toMatchObject({
      code: 'input/invalid',
      details: { field },
    });
    expect(await client.system.settings()).toEqual(before);
  });

  it('choose another FFmpeg at once', async () => {
    const found = (await client.system.doctor()).ffmpeg.chosen;
    const own = engine.folder.at('my ffmpeg');
    await writeFile(own, `#!/bin/sh\nexec '${found}' "$@"\n`);
    await chmod(own, 0o755);
    await client.system.updateSettings({ ffmpegPath: own });
    expect((await client.system.doctor()).ffmpeg).toMatchObject({ chosen: own });
    await client.system.updateSettings({ ffmpegPath: null });
    expect((await client.system.doctor()).ffmpeg.chosen).toBe(found);
  });
});

describe('the doctor', () => {
  it('tells what was found and whether it works', async () => {
    const report = await client.system.doctor();
    expect(report).toMatchObject({
      version: engine.version,
      nodeVersion: process.versions.node,
      libraryPath: engine.paths.root,
      ffprobe: { chosen: expect.any(String) },
      encoders: expect.arrayContaining(['libx264', 'aac']),
      processors: expect.any(Number),
      catalog: { mediaCount: 0, notices: [] },
    });
    expect(report.freeBytes).toBeGreaterThan(0);
    expect(report.checks.map(({ name }) => name)).toEqual([
      'FFmpeg',
      'ffprobe',
      'Formats',
      'Library',
      'Free space',
      'Catalog',
    ]);
    expect(report.checks.find(({ name }) => name === 'Library')).toMatchObject({ ok: true });
  });

  it('says what is missing on a machine without FFmpeg', async () => {
    const none = { chosen: null, version: null, candidates: [] };
    const nothing: ReadonlySet<string> = new Set();
    const report = await examine({
      ...engine,
      binaries: () => ({
        ffmpeg: none,
        ffprobe: none,
        encoders: nothing,
        filters: nothing,
        decodable: nothing,
      }),
      limits: () => ({ parallelJobs: 1, encoderThreads: 1 }),
    });
    expect(report.unavailableFormats.find(({ formatId }) => formatId === 'av1-720p')).toEqual({
      formatId: 'av1-720p',
      encoders: expect.arrayContaining(['libsvtav1', 'libaom-av1']),
    });
    const failing = report.checks.filter(({ ok }) => !ok).map(({ name }) => name);
    expect(failing).toEqual(expect.arrayContaining(['FFmpeg', 'ffprobe', 'Formats']));
  });
});

describe('a backup', () => {
  it('is a whole copy of the catalog in the library', async () => {
    await client.system.updateSettings({ theme: 'light' });
    const { file } = await client.system.backup();
    expect(file.startsWith(engine.paths.backups)).toBe(true);
    expect(await readFile(file, 'utf8')).toContain('"light"');
  });
});

describe('a defect', () => {
  it('goes to the log, and leaves without its cause', async () => {
    await using broken = await startTestEngine({ started: false });
    const { catalog } = broken;
    catalog.query = () => {
      throw new TypeError('secret inner state');
    };
    const report = await refusalOf(clientOf(broken).media.list({}));
    expect(report.code).toBe('internal/bug');
    expect(JSON.stringify(report)).not.toContain('secret');
    expect(broken.logged.join()).toContain('media.list');
    expect(broken.logged.join()).toContain('secret inner state');
  });
});
