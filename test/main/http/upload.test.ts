import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploadReceiver } from '../../../main/http/receive-upload.ts';
import {
  startTestEngine,
  startTestHost,
  type TestEngine,
  type TestHost,
} from '../../helpers/engine.ts';
import { rawRequest } from '../../helpers/raw-request.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { copyAsOther, makeTinyVideo } from '../../helpers/tiny-media.ts';

const LIMIT_BYTES = 1_000_000;

let engine: TestEngine;
let host: TestHost;
let clip: Buffer;

beforeAll(async () => {
  engine = await startTestEngine();
  await engine.queue.pause();
  host = await startTestHost(engine, { uploadLimitBytes: LIMIT_BYTES });
  const path = engine.folder.at('clip.mp4');
  await makeTinyVideo(path);
  clip = await readFile(path);
});

afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
});

async function upload(name: string, body: Uint8Array<ArrayBuffer> | string) {
  const path = `/upload?name=${encodeURIComponent(name)}`;
  const answer = await host.request(path, { method: 'PUT', body });
  return { status: answer.status, result: await answer.json() };
}

async function uploaded(): Promise<readonly string[]> {
  return (await readdir(engine.paths.masters).catch(() => [])).toSorted();
}

async function otherClip(mark: string): Promise<Buffer<ArrayBuffer>> {
  const path = engine.folder.at(`${mark}.mp4`);
  await copyAsOther(engine.folder.at('clip.mp4'), path, mark);
  return Buffer.from(await readFile(path));
}

describe('an upload', () => {
  it('becomes a master that the library owns', async () => {
    const { status, result } = await upload('../Ferien: 1.mp4', Buffer.from(clip));
    expect(status).toBe(200);
    expect(result).toMatchObject({ outcome: 'imported', mediaId: expect.any(String) });
    const media = engine.catalog.get('media', result.mediaId);
    expect(media?.master).toMatchObject({ ownedByLibrary: true, sizeBytes: clip.length });
    expect(basename(media?.master.path ?? '')).toBe('Ferien 1.mp4');
    expect(await readFile(media?.master.path ?? '')).toEqual(clip);
    expect(await readdir(engine.paths.incoming)).toEqual([]);
  });

  it('of content that is there already leaves no second copy', async () => {
    const before = await uploaded();
    const first = await upload('one.mp4', Buffer.from(clip));
    expect(first.result).toMatchObject({ outcome: 'duplicate' });
    expect(await uploaded()).toEqual(before);
  });

  it('of a name that is taken gets another', async () => {
    const one = await otherClip('same-name-1');
    const two = await otherClip('same-name-2');
    const results = await Promise.all([upload('twin.mp4', one), upload('twin.mp4', two)]);
    expect(results.map(({ result }) => result.outcome)).toEqual(['imported', 'imported']);
    expect((await uploaded()).filter((name) => name.startsWith('twin'))).toEqual([
      'twin-2.mp4',
      'twin.mp4',
    ]);
  });

  it('of something else is refused with its reason and does not stay', async () => {
    const before = await uploaded();
    for (const name of ['letter.mp4', 'captions.srt']) {
      const { status, result } = await upload(name, 'Dear reader, this is text.');
      expect(status).toBe(200);
      expect(result).toMatchObject({
        outcome: 'refused',
        path: name,
        error: { code: 'import/not-media', message: expect.stringContaining(`“${name}”`) },
      });
      expect(JSON.stringify(result)).not.toContain(engine.paths.masters);
    }
    expect(await uploaded()).toEqual(before);
    expect(engine.catalog.all('refusals').size).toBe(0);
  });

  it('over the limit is refused, whether it tells its length or not', async () => {
    const before = await uploaded();
    const headers = { authorization: `Bearer ${host.token}` };
    for (const extra of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await rawRequest(host.port, {
        method: 'PUT',
        path: '/upload?name=big.mp4',
        headers: { ...headers, ...extra },
        body: 'x'.repeat(LIMIT_BYTES + 1),
      });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.body)).toMatchObject({
        code: 'input/too-large',
        details: { limitBytes: LIMIT_BYTES },
      });
    }
    expect(await readdir(engine.paths.incoming)).toEqual([]);
    expect(await uploaded()).toEqual(before);
  });

  it.each([
    ['without a name', '/upload', 'name'],
    ['with an empty name', '/upload?name=', 'name'],
    ['with a wish that there is not', '/upload?name=a.mp4&convert=perhaps', 'convert'],
    ['with a set that there is not', '/upload?name=a.mp4&formatSetIds=no-such-set', 'formatSetIds'],
  ])('%s is refused with the field', async (_what, path, field) => {
    const answer = await host.request(path, { method: 'PUT', body: 'x' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'input/invalid', details: { field } });
  });

  it('that breaks off leaves nothing', async () => {
    const before = await uploaded();
    const socket = connect({ host: '127.0.0.1', port: host.port });
    await once(socket, 'connect');
    socket.write(
      [
        'PUT /upload?name=broken.mp4 HTTP/1.1',
        `Host: 127.0.0.1:${host.port}`,
        `Authorization: Bearer ${host.token}`,
        'Content-Length: 500000',
        '',
        'the beginning',
      ].join('\r\n'),
    );
    await until(async () => (await readdir(engine.paths.incoming)).length > 0);
    socket.destroy();
    await until(async () => (await readdir(engine.paths.incoming)).length === 0);
    expect(await uploaded()).toEqual(before);
    expect(engine.logged).toEqual([]);
  });
});

describe('receiving', () => {
  it('says so when the disk is full', async () => {
    await using folder = await temporaryFolder();
    const body = new PassThrough();
    const receiver = createUploadReceiver({
      paths: { incoming: folder.at('incoming'), masters: folder.at('masters') },
      limitBytes: 100,
      nextName: () => 'upload',
    });
    const received = receiver.receive({ body, name: 'clip.mp4', announcedBytes: null });
    body.write('x');
    body.destroy(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    await expect(received).rejects.toMatchObject({
      code: 'import/disk-full',
      message: expect.stringContaining('clip.mp4'),
    });
    expect(await readdir(folder.at('incoming'))).toEqual([]);
    expect(await readdir(folder.at('masters'))).toEqual([]);
  });

  it('says so when its folder cannot be written, and leaves nothing', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('masters'), 'in the way');
    const body = new PassThrough();
    const receiver = createUploadReceiver({
      paths: { incoming: folder.at('incoming'), masters: folder.at('masters') },
      limitBytes: 100,
      nextName: () => 'upload',
    });
    body.end('new');
    await expect(
      receiver.receive({ body, name: 'clip.mp4', announcedBytes: 3 }),
    ).rejects.toMatchObject({
      code: 'import/library-unwritable',
      message: expect.stringContaining(folder.at('masters')),
    });
  });

  it('leaves nothing of a file that cannot get its name', async () => {
    await using folder = await temporaryFolder();
    const paths = { incoming: folder.at('incoming'), masters: folder.at('masters') };
    const receiver = createUploadReceiver({ paths, limitBytes: 100, nextName: () => 'upload' });
    const body = new PassThrough();
    const received = receiver.receive({ body, name: 'clip.mp4', announcedBytes: null });
    body.write('x');
    await until(async () => (await readdir(paths.incoming).catch(() => [])).length > 0);
    await rm(paths.masters, { recursive: true });
    body.end('y');
    await expect(received).rejects.toMatchObject({ code: 'import/library-unwritable' });
    expect(await readdir(paths.incoming)).toEqual([]);
  });

  it('never replaces a file that stands there', async () => {
    await using folder = await temporaryFolder();
    const receiver = createUploadReceiver({
      paths: { incoming: folder.at('incoming'), masters: folder.path },
      limitBytes: 100,
      nextName: () => 'upload',
    });
    await writeFile(folder.at('clip.mp4'), 'old');
    const body = new PassThrough();
    body.end('new');
    const path = await receiver.receive({ body, name: 'clip.mp4', announcedBytes: 3 });
    expect(path).toBe(folder.at('clip-2.mp4'));
    expect(await readFile(folder.at('clip.mp4'), 'utf8')).toBe('old');
    expect(await readFile(path, 'utf8')).toBe('new');
  });
});

/** The host works on in its own time; a folder tells nobody when it changes. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate);
}
