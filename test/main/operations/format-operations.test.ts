import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../../core/model/format.ts';
import { type Client, clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';

let engine: TestEngine;
let client: Client;
let own: Format;

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
  client = clientOf(engine);
  own = await client.formats.duplicate({ id: 'h264-720p', name: 'My 720p' });
});

afterAll(() => engine[Symbol.asyncDispose]());

async function format(id: string) {
  return (await client.formats.list()).find((one) => one.id === id);
}

describe('formats', () => {
  it('are copied to be changed, each copy with a name of its own', async () => {
    expect(own).toMatchObject({ id: 'h264-720p-copy', name: 'My 720p', builtIn: false });
    const again = await client.formats.duplicate({ id: 'h264-720p' });
    expect(again.id).toBe('h264-720p-copy-2');
    const changed = await client.formats.save({ ...again, description: 'For the kiosk.' });
    expect(await format(again.id)).toMatchObject({ ...changed, description: 'For the kiosk.' });
    await client.formats.remove({ id: again.id });
    expect(await format(again.id)).toBeUndefined();
  });

  it('do not change or go when they are built in', async () => {
    const builtIn = await format('h264-720p');
    if (builtIn === undefined) throw new Error('not there');
    for (const call of [client.formats.save(builtIn), client.formats.remove({ id: builtIn.id })]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'format/built-in' });
    }
  });

  it('are refused with the field and the reason when they contradict themselves', async () => {
    const broken = { ...own, container: 'webm' as const };
    const report = await refusalOf(client.formats.save(broken));
    expect(report.code).toBe('format/invalid');
    const { problems } = await client.formats.validate({ format: { ...broken, builtIn: false } });
    expect(report.details).toMatchObject({ field: problems[0]?.field, problems });
    expect(await format(own.id)).toMatchObject({ container: 'mp4' });
  });

  it('are judged while one types, down to text that is no format at all', async () => {
    const good = await client.formats.validate({ format: own });
    expect(good.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(good.command).toMatch(/^ffmpeg .*MASTER\.mov.*libx264.*h264-720p-copy\.mp4/);
    const bad = await client.formats.validate({ format: { name: '' } });
    expect(bad.command).toBeNull();
    expect(bad.problems.map(({ field }) => field)).toContain('container');
  });

  it('stay while a set holds them', async () => {
    const set = {
      id: 'kiosk',
      name: 'Kiosk',
      description: '',
      kind: 'video' as const,
      formatIds: [own.id],
    };
    await client.formatSets.save(set);
    expect(await refusalOf(client.formats.remove({ id: own.id }))).toMatchObject({
      code: 'format/in-use',
      message: expect.stringContaining('Kiosk'),
    });
    await client.formatSets.remove({ id: set.id });
  });
});

describe('format sets', () => {
  const set = {
    id: 'kiosk',
    name: 'Kiosk',
    description: '',
    kind: 'video' as const,
    formatIds: ['h264-480p'],
  };

  it('hold formats that there are, of their own kind', async () => {
    for (const formatIds of [['gone'], ['mp3']]) {
      expect(await refusalOf(client.formatSets.save({ ...set, formatIds }))).toMatchObject({
        code: 'format/invalid',
        details: { field: 'formatIds.0' },
      });
    }
    expect(await client.formatSets.save(set)).toEqual({ ...set, builtIn: false });
  });

  it('do not change or go when they are built in', async () => {
    const builtIn = { ...set, id: 'web-video' };
    for (const call of [
      client.formatSets.save(builtIn),
      client.formatSets.remove({ id: builtIn.id }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'format/built-in' });
    }
  });

  it('stay while the settings or a watch folder use them', async () => {
    await client.formatSets.save(set);
    await client.system.updateSettings({ videoFormatSetId: set.id });
    expect(await refusalOf(client.formatSets.remove({ id: set.id }))).toMatchObject({
      code: 'format/in-use',
      details: { users: ['the settings'] },
    });
    await client.system.updateSettings({ videoFormatSetId: 'web-video' });
    const folder = await client.import.saveWatchFolder({
      id: null,
      path: engine.folder.at('watched'),
      recursive: false,
      enabled: false,
      polling: 'auto',
      pollSeconds: 5,
      formatSetIds: [set.id],
      convert: false,
    });
    expect(await refusalOf(client.formatSets.remove({ id: set.id }))).toMatchObject({
      details: { users: [`the watch folder ${folder.path}`] },
    });
    await client.import.removeWatchFolder({ id: folder.id });
    await client.formatSets.remove({ id: set.id });
    expect((await client.formatSets.list()).map(({ id }) => id)).not.toContain(set.id);
  });
});

describe('a formats file', () => {
  it('holds own formats and sets, and those that were asked for', async () => {
    await client.formatSets.save({
      id: 'mixed',
      name: 'Mixed',
      description: '',
      kind: 'video',
      formatIds: [own.id, 'h264-480p'],
    });
    const all = await client.formats.export({});
    expect(all).toMatchObject({ avlogue: 'formats', version: 1 });
    expect(all.formats.map(({ id }) => id)).toEqual([own.id]);
    expect(all.formatSets.map(({ id }) => id)).toEqual(['mixed']);
    const one = await client.formats.export({ formatIds: ['h264-480p'] });
    expect(one.formats.map(({ id }) => id)).toEqual(['h264-480p']);
    expect(one.formatSets).toEqual([]);
    const ofSet = await client.formats.export({ formatSetIds: ['mixed'] });
    expect(ofSet.formats.map(({ id }) => id)).toEqual([own.id]);
    expect(ofSet.formatSets.map(({ id }) => id)).toEqual(['mixed']);
    await client.formatSets.remove({ id: 'mixed' });
  });

  it('comes in again, and changes nothing where all of it is there', async () => {
    const file = await client.formats.export({});
    const json = JSON.stringify(file);
    const nothingNew = await client.formats.import({ json });
    expect(nothingNew).toMatchObject({ formatIds: [], formatSetIds: [] });
    await client.formats.remove({ id: own.id });
    const { formatIds } = await client.formats.import({ json });
    expect(formatIds).toHaveLength(1);
    expect(await format(formatIds[0] ?? '')).toMatchObject({ name: own.name, builtIn: false });
  });

  it.each(['', 'no json', '{}', '[]'])('is not read from %j', async (json) => {
    expect(await refusalOf(client.formats.import({ json }))).toMatchObject({
      code: 'format/import-unreadable',
    });
  });
});
