import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../core/model/media.ts';
import { findMediaFile } from '../../../main/http/media-files.ts';
import {
  startTestEngine,
  startTestHost,
  type TestEngine,
  type TestHost,
} from '../../helpers/engine.ts';
import { makeTinyVideo } from '../../helpers/tiny-media.ts';

let engine: TestEngine;
let host: TestHost;
let media: Media;
let master: Buffer;

const RENDITION = Buffer.from('0123456789'.repeat(1000));

beforeAll(async () => {
  engine = await startTestEngine();
  await engine.queue.pause();
  host = await startTestHost(engine);
  const path = engine.folder.at('Zürich "1".mp4');
  await makeTinyVideo(path);
  master = await readFile(path);
  const { results } = await engine.importer.importPaths([path], {
    formatSetIds: [],
    convert: false,
    watchFolderId: null,
    ownedByLibrary: false,
  });
  const [result] = results;
  if (result?.outcome !== 'imported') throw new Error(JSON.stringify(result));
  await engine.importer.idle();
  await addFiles(result.mediaId);
});

afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
});

async function addFiles(id: string): Promise<void> {
  const imported = engine.catalog.get('media', id);
  if (imported === undefined) throw new Error('not imported');
  await mkdir(`${engine.paths.renditions}/${id}`, { recursive: true });
  await mkdir(`${engine.paths.captions}/${id}`, { recursive: true });
  await writeFile(`${engine.paths.renditions}/${id}/h264-480p.mp4`, RENDITION);
  await writeFile(`${engine.paths.captions}/${id}/de.vtt`, 'WEBVTT\n');
  media = {
    ...imported,
    captions: [
      {
        id: 'de',
        file: `captions/${id}/de.vtt`,
        kind: 'subtitles',
        language: 'de',
        label: 'Deutsch',
        isDefault: false,
        sizeBytes: 7,
      },
    ],
    renditions: [rendition('good', `renditions/${id}/h264-480p.mp4`)],
  };
  await engine.catalog.commit([{ type: 'put', collection: 'media', record: media }]);
}

function rendition(id: string, file: string): Media['renditions'][number] {
  return {
    id,
    formatId: 'h264-480p',
    formatName: 'H.264 480p',
    recipeFingerprint: 'x',
    masterSha256: '0'.repeat(64),
    decision: 'encode',
    file,
    container: 'mp4',
    mimeType: 'video/mp4; codecs="avc1.64001f, mp4a.40.2"',
    codecStrings: ['avc1.64001f', 'mp4a.40.2'],
    durationSeconds: 1,
    sizeBytes: RENDITION.length,
    bitrateBps: 1000,
    video: null,
    audio: null,
    fastStart: true,
    createdAtMs: 0,
  };
}

describe('files of the library', () => {
  it('are renditions, in parts, under their exact type', async () => {
    const path = `/files/rendition/${media.id}/good`;
    const part = await host.request(path, { headers: { range: 'bytes=5000-5009' } });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe('0123456789');
    expect(part.headers.get('content-range')).toBe('bytes 5000-5009/10000');
    expect(part.headers.get('content-type')).toBe('video/mp4; codecs="avc1.64001f, mp4a.40.2"');
    expect(part.headers.get('content-disposition')).toContain('inline');
    expect(part.headers.get('cache-control')).toBe('private, no-cache');

    const head = await host.request(path, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe('10000');
    const etag = head.headers.get('etag') ?? '';
    const again = await host.request(path, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const beyond = await host.request(path, { headers: { range: 'bytes=10000-' } });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe('bytes */10000');
  });

  it('are masters, whose names can be anything', async () => {
    const answer = await host.request(`/files/master/${media.id}?download`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(master);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Z_rich _1_.mp4"; filename*=UTF-8''Z%C3%BCrich%20%221%22.mp4`,
    );
  });

  it('are posters, which may be kept under their versioned address', async () => {
    const answer = await host.request(`/files/poster/${media.id}?v=1`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const plain = await host.request(`/files/poster/${media.id}`);
    expect(plain.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('are captions', async () => {
    const answer = await host.request(`/files/caption/${media.id}/de`);
    expect(await answer.text()).toBe('WEBVTT\n');
    expect(answer.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
  });

  it.each(['master/gone', 'rendition/ID/gone', 'rendition/ID', 'master/ID/good', 'thing/ID'])(
    'are not “%s”',
    async (address) => {
      const answer = await host.request(`/files/${address.replace('ID', media.id)}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'catalog/not-found' });
    },
  );

  it('are never outside of it, whatever the catalog says', async () => {
    const bent = { ...media, renditions: [rendition('outside', '../secret.txt')] };
    const catalog = { ...engine.catalog, get: (() => bent) as typeof engine.catalog.get };
    const address = { kind: 'rendition', mediaId: media.id, id: 'outside' };
    const find = () =>
      findMediaFile(
        { ...address, download: false, versioned: false },
        { catalog, paths: engine.paths },
      );
    expect(find).toThrow('outside of the library');
  });

  it('are missed with a code when they are gone', async () => {
    await using other = await startTestHost(engine);
    const path = `${engine.paths.captions}/${media.id}/de.vtt`;
    await rm(path);
    const gone = await other.request(`/files/caption/${media.id}/de`);
    expect(gone.status).toBe(404);
    expect(await gone.json()).toMatchObject({ code: 'import/not-found' });
    await symlink('nowhere', path);
    expect((await other.request(`/files/caption/${media.id}/de`)).status).toBe(404);
  });

  it('let go of their file when the player leaves', async () => {
    const leaving = new AbortController();
    const answer = await host.request(`/files/rendition/${media.id}/good`, {
      signal: leaving.signal,
    });
    leaving.abort();
    await expect(answer.text()).rejects.toThrow();
    expect((await host.request(`/files/rendition/${media.id}/good`)).status).toBe(200);
    expect(engine.logged).toEqual([]);
  });
});
