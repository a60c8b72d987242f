import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ffmpeg, makeClip } from '../../helpers/make-media.ts';
import { poolBinaries, testPool } from '../../helpers/worker-pool.ts';

const run = promisify(execFile);

describe('looking at files', () => {
  test('what is in a file and its hash come from one trip', async () => {
    await using pool = await testPool();
    const path = await makeClip(pool.folder.at('a clip.mp4'), {
      options: ['-movflags', '+faststart'],
    });
    const { info, sha256 } = await pool.tools.inspect(path);
    expect(info).toMatchObject({
      video: { codec: 'h264', width: 160, height: 90 },
      audio: { codec: 'aac', channels: 2, sampleRateHz: 48000 },
      fastStart: true,
    });
    expect(info.durationSeconds).toBeCloseTo(2, 0);
    const expected = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    expect(sha256).toBe(expected);
    expect(await pool.tools.hash(path)).toBe(expected);
    expect(await pool.tools.probe(path)).toEqual(info);
  });

  test('odd names are read like any other', async () => {
    await using pool = await testPool();
    const clip = await readFile(await makeClip(pool.folder.at('x.mp4'), { seconds: 1 }));
    const names = [
      "it's “quoted” 100% %d.mp4",
      '-y.mp4',
      'line\nbreak.mp4',
      'emoji 🎬.mp4',
      'http:x.mp4',
      `${'n'.repeat(240)}.mp4`,
    ];
    const codecs = names.map(async (name) => {
      await writeFile(pool.folder.at(name), clip);
      return (await pool.tools.probe(pool.folder.at(name))).video?.codec;
    });
    expect(await Promise.all(codecs)).toEqual(names.map(() => 'h264'));
  });

  test('the ffprobe of 2018 that comes with ffprobe-static does as the last resort', async () => {
    const old: unknown = createRequire(import.meta.url)('ffprobe-static');
    await using modern = await testPool();
    await using pool = await testPool({}, { ffprobePath: (old as { path: string }).path });
    const path = await makeClip(pool.folder.at('clip.mp4'));
    const sound = pool.folder.at('sound.ogg');
    await ffmpeg('-f', 'lavfi', '-i', 'sine=duration=1', '-c:a', 'libvorbis', sound);
    for (const file of [path, sound]) {
      const [before, now] = [await pool.tools.probe(file), await modern.tools.probe(file)];
      expect(before.durationSeconds).toBeCloseTo(now.durationSeconds, 1);
      expect(before.video?.codec).toBe(now.video?.codec);
      expect(before.video?.width).toBe(now.video?.width);
      expect(before.audio?.codec).toBe(now.audio?.codec);
    }
  });
});

describe('what cannot be taken', () => {
  async function codeOf(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => 'no error',
      (error: { code: string; message: string }) => error.code,
    );
  }

  test('nothing there, nothing in it, not a file', async () => {
    await using pool = await testPool();
    const { tools, folder } = pool;
    await writeFile(folder.at('empty.mp4'), '');
    await run('mkfifo', [folder.at('pipe.mp4')]);
    expect(await codeOf(tools.probe(folder.at('missing.mp4')))).toBe('import/not-found');
    expect(await codeOf(tools.inspect(folder.at('missing.mp4')))).toBe('import/not-found');
    expect(await codeOf(tools.hash(folder.at('missing.mp4')))).toBe('import/not-found');
    expect(await codeOf(tools.inspect(folder.at('empty.mp4')))).toBe('import/empty-file');
    expect(await codeOf(tools.inspect(folder.path))).toBe('import/not-regular');
    expect(await codeOf(tools.inspect(folder.at('pipe.mp4')))).toBe('import/not-regular');
    expect(await codeOf(tools.hash(folder.at('pipe.mp4')))).toBe('import/not-regular');
  });

  test('text, a picture, and an MP4 without its index', async () => {
    await using pool = await testPool();
    const { tools, folder } = pool;
    await writeFile(folder.at('text.mp4'), 'This is a letter, not a film.\n'.repeat(50));
    await ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'testsrc2=size=64x64',
      '-frames:v',
      '1',
      folder.at('picture.png'),
    );
    await writeFile(folder.at('picture.mp4'), await readFile(folder.at('picture.png')));
    const clip = await readFile(await makeClip(folder.at('clip.mp4')));
    await writeFile(folder.at('cut.mp4'), clip.subarray(0, Math.floor(clip.length / 2)));
    expect(await codeOf(tools.inspect(folder.at('text.mp4')))).toBe('import/not-media');
    expect(await codeOf(tools.inspect(folder.at('picture.mp4')))).toBe('import/not-media');
    expect(await codeOf(tools.inspect(folder.at('cut.mp4')))).toBe('import/truncated');
  });

  test('a playlist in disguise', async () => {
    await using pool = await testPool();
    const { tools, folder } = pool;
    await makeClip(folder.at('secret.mp4'), { seconds: 1 });
    await writeFile(
      folder.at('hls.mp4'),
      `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:${folder.at('secret.mp4')}\n#EXT-X-ENDLIST\n`,
    );
    await writeFile(
      folder.at('concat.avi'),
      `ffconcat version 1.0\nfile '${folder.at('secret.mp4')}'\n`,
    );
    expect(await codeOf(tools.inspect(folder.at('hls.mp4')))).toBe('import/playlist-refused');
    expect(await codeOf(tools.inspect(folder.at('concat.avi')))).toBe('import/playlist-refused');
  });

  test('what FFmpeg has no decoder for, and sound alone beside a picture that it has one for', async () => {
    const binaries = await poolBinaries();
    const without = (...codecs: string[]) => ({
      ...binaries,
      decodable: binaries.decodable.difference(new Set(codecs)),
    });
    await using blind = await testPool({ binaries: () => without('h264') });
    await using deaf = await testPool({ binaries: () => without('aac') });
    const path = await makeClip(deaf.folder.at('clip.mp4'));
    expect(await codeOf(blind.tools.probe(path))).toBe('import/undecodable');
    expect((await deaf.tools.probe(path)).audio).toBeNull();
  });

  test('without ffprobe there is a clear error, and hashing goes on', async () => {
    await using pool = await testPool({
      binaries: () => ({ ffmpeg: null, ffprobe: null, filters: new Set(), decodable: new Set() }),
    });
    await writeFile(pool.folder.at('a'), 'abc');
    expect(await codeOf(pool.tools.probe(pool.folder.at('a')))).toBe('conversion/ffmpeg-missing');
    expect(await pool.tools.hash(pool.folder.at('a'))).toMatch(/^ba7816bf/);
    await using gone = await testPool({
      binaries: () => ({
        ffmpeg: '/no/ffmpeg',
        ffprobe: '/no/ffprobe',
        filters: new Set(),
        decodable: new Set(),
      }),
    });
    expect(await codeOf(gone.tools.probe(pool.folder.at('a')))).toBe('conversion/ffmpeg-missing');
  });
});

describe('the pool', () => {
  test('a hash is given up when asked', async () => {
    await using pool = await testPool();
    const big = pool.folder.at('big');
    await run('truncate', ['-s', '20G', big]);
    const abort = new AbortController();
    const hashing = pool.tools.hash(big, abort.signal);
    await pool.tools.hash(await makeClip(pool.folder.at('clip.mp4'), { seconds: 1 }));
    const started = performance.now();
    abort.abort();
    await expect(hashing).rejects.toMatchObject({ code: 'conversion/cancelled' });
    expect(performance.now() - started).toBeLessThan(2900);
  });

  test('closing ends what runs, and refuses what comes after', async () => {
    const pool = await testPool();
    const big = pool.folder.at('big');
    await run('truncate', ['-s', '20G', big]);
    const hashes = Array.from({ length: 8 }, () => pool.tools.hash(big));
    const outcomes = Promise.allSettled(hashes);
    await pool.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'conversion/cancelled' },
      });
    }
    await expect(pool.tools.hash(big)).rejects.toMatchObject({ code: 'conversion/cancelled' });
    await pool.folder[Symbol.asyncDispose]();
  });

  test('an ffprobe that crashes or hangs costs its own task only', async () => {
    await using pool = await testPool();
    const crashing = pool.folder.at('ffprobe');
    await writeFile(crashing, '#!/bin/sh\nkill -SEGV $$\n');
    await chmod(crashing, 0o755);
    const real = await testPool();
    const path = await makeClip(pool.folder.at('clip.mp4'), { seconds: 1 });
    await using broken = await testPool({
      binaries: () => ({
        ffmpeg: '/bin/true',
        ffprobe: crashing,
        filters: new Set(),
        decodable: new Set(),
      }),
    });
    await expect(broken.tools.probe(path)).rejects.toMatchObject({ name: 'AppError' });
    expect((await real.tools.probe(path)).video?.codec).toBe('h264');
    await real[Symbol.asyncDispose]();
  });

  test('an idle pool lets the program end by itself', async () => {
    await using pool = await testPool();
    const file = pool.folder.at('a');
    await writeFile(file, 'abc');
    const program = `
      const { createWorkerPool } = await import(${JSON.stringify(new URL('../../../main/conversion/pool.ts', import.meta.url).href)});
      const pool = createWorkerPool({ binaries: () => { throw new Error('unused') }, processesFolder: ${JSON.stringify(pool.folder.at('p'))}, parallelJobs: 1 });
      console.log(await pool.tools.hash(${JSON.stringify(file)}));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 8000,
    });
    expect(stdout).toMatch(/^ba7816bf/);
  });
});
