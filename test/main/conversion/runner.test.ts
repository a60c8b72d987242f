import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRunning } from '../../../main/conversion/process-state.ts';
import { namesIn, requestFor, startConversion } from '../../helpers/conversions.ts';
import { ffmpeg, makeClip } from '../../helpers/make-media.ts';
import { builtInFormat, smallFormat } from '../../helpers/plan-outputs.ts';
import { poolBinaries, type TestPool, testPool } from '../../helpers/worker-pool.ts';

const SMALL = [smallFormat('h264-720p', 128, 72), smallFormat('h264-360p', 64, 36)];
const FIRST = SMALL.slice(0, 1);

let pool: TestPool;
/** Two seconds, 320×180. */
let clip: string;

beforeAll(async () => {
  pool = await testPool();
  clip = await makeClip(pool.folder.at('a clip.mp4'), { size: '320x180' });
});

afterAll(() => pool[Symbol.asyncDispose]());

/** A program in place of FFmpeg; the real one is `$REAL`, its last output `$OUT`. */
async function poolWithFfmpeg(
  script: string,
  options: { stallMs?: number } = {},
): Promise<TestPool> {
  const binaries = await poolBinaries();
  let path = '';
  const broken = await testPool({ ...options, binaries: () => ({ ...binaries, ffmpeg: path }) });
  path = broken.folder.at('fake-ffmpeg');
  const head = `REAL=${binaries.ffmpeg}\nfor last in "$@"; do :; done; OUT=$(echo "$last" | cut -c6-)`;
  await writeFile(path, `#!/bin/sh\n${head}\n${script}\n`);
  await chmod(path, 0o755);
  return broken;
}

/** Long enough to be caught in the act. */
function longClip(): Promise<string> {
  return makeClip(pool.folder.at('long.mp4'), { size: '640x360', rate: 30, seconds: 12 });
}

describe('a conversion', () => {
  test('makes all outputs of a group in one run, measured and under their final names', async () => {
    const request = await requestFor(pool, clip, SMALL);
    const conversion = startConversion(pool, request);
    const { renditions, run } = await conversion.result;
    expect(renditions).toHaveLength(2);
    for (const [index, rendition] of renditions.entries()) {
      const output = request.outputs[index];
      expect(rendition).toMatchObject({
        formatId: output?.formatId,
        recipeFingerprint: output?.fingerprint,
        masterSha256: request.masterSha256,
        decision: 'encode',
        container: 'mp4',
        path: join(request.targetFolder, `${output?.formatId}.mp4`),
        video: { codec: 'h264', height: index === 0 ? 72 : 36 },
        audio: { codec: 'aac', channels: 2 },
        fastStart: true,
      });
      expect(rendition.mimeType).toMatch(/^video\/mp4; codecs="avc1\.[0-9A-F]{6}, mp4a\.40\.2"$/i);
      expect(rendition.durationSeconds).toBeCloseTo(2, 0);
      expect((await stat(rendition.path)).size).toBe(rendition.sizeBytes);
    }
    expect(await namesIn(request.targetFolder)).toEqual(['h264-360p-36.mp4', 'h264-720p-72.mp4']);
    expect(await namesIn(pool.folder.at('processes'))).toEqual([]);
    expect(run).toMatchObject({ outcome: 'done', argv: expect.arrayContaining(['-progress']) });
    expect(run.command).toContain('ffmpeg');
    expect(conversion.runs).toEqual([run]);
  });

  test('tells its progress from preparing to verifying, never backwards', async () => {
    const conversion = startConversion(pool, await requestFor(pool, clip, FIRST));
    await conversion.result;
    const phases = [...new Set(conversion.progress.map(({ phase }) => phase))];
    expect(phases[0]).toBe('preparing');
    expect(phases).toContain('encoding');
    expect(phases.at(-1)).toBe('verifying');
    const fractions = conversion.progress.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });

  test('copies what conforms', async () => {
    const request = await requestFor(pool, clip, [builtInFormat('h264-360p')], false);
    const conversion = startConversion(pool, request);
    const { renditions } = await conversion.result;
    expect(renditions[0]).toMatchObject({
      decision: 'copy',
      fastStart: true,
      video: { width: 320, height: 180 },
    });
    expect(conversion.progress.some(({ phase }) => phase === 'copying')).toBe(true);
  });

  test('into every video container is verified and typed', async () => {
    const types = {
      'webm-vp8': /^video\/webm; codecs="vp8, (opus|vorbis)"$/,
      'vp9-360p': /^video\/webm; codecs="vp09[0-9.]+, opus"$/,
      'mkv-h264': /^video\/x-matroska; codecs="avc1/,
      'avi-mpeg4': /^video\/x-msvideo/,
      'ogv-theora': /^video\/ogg; codecs="theora, vorbis"$/,
      '3gp-h264': /^video\/3gpp; codecs="avc1/,
      'flv-h264': /^video\/x-flv/,
    };
    const master = await makeClip(pool.folder.at('qcif.mp4'), { seconds: 1, size: '176x144' });
    const request = await requestFor(pool, master, Object.keys(types).map(builtInFormat));
    const { renditions } = await startConversion(pool, request).result;
    for (const [index, type] of Object.values(types).entries()) {
      expect(renditions[index]?.mimeType).toMatch(type);
    }
  });

  test('of sound makes every audio format of its group', async () => {
    const master = pool.folder.at('sound.wav');
    await ffmpeg('-f', 'lavfi', '-i', 'sine=sample_rate=48000:duration=1', '-ac', '2', master);
    const ids = ['mp3', 'aac', 'opus', 'opus-ogg', 'flac', 'wav'];
    ids.push('wav-float', 'aiff', 'ogg-vorbis', 'aac-adts', 'ac3');
    const request = await requestFor(pool, master, ids.map(builtInFormat));
    const { renditions } = await startConversion(pool, request).result;
    expect(renditions.map(({ formatId }) => formatId)).toEqual(ids);
    expect(renditions[0]).toMatchObject({ mimeType: 'audio/mpeg', video: null });
    expect(renditions[1]?.mimeType).toBe('audio/mp4; codecs="mp4a.40.2"');
  });

  test('gives way to everything else, with all of its threads', async () => {
    const request = await requestFor(pool, await longClip(), [smallFormat('h264-720p', 480, 270)]);
    const conversion = startConversion(pool, request);
    const pid = await conversion.underWay;
    const threads = (await readdir(`/proc/${pid}/task`)).map(Number);
    expect(threads.length).toBeGreaterThan(2);
    const own = getPriority(process.pid);
    expect(threads.map((thread) => getPriority(thread))).toEqual(
      threads.map(() => Math.max(own, constants.priority.PRIORITY_BELOW_NORMAL)),
    );
    conversion.cancel();
    await expect(conversion.result).rejects.toMatchObject({ code: 'conversion/cancelled' });
  });

  test('halts and goes on', async () => {
    const request = await requestFor(pool, await longClip(), [smallFormat('h264-720p', 480, 270)]);
    const conversion = startConversion(pool, request);
    const pid = await conversion.underWay;
    const state = async (): Promise<string | undefined> =>
      /\) (\w)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8'))?.[1];
    await pool.runner.setPaused(true);
    await expect.poll(state).toBe('T');
    const told = conversion.progress.length;
    await pool.runner.setPaused(false);
    await expect.poll(() => conversion.progress.length, { timeout: 10_000 }).toBeGreaterThan(told);
    conversion.cancel();
    await expect(conversion.result).rejects.toMatchObject({ code: 'conversion/cancelled' });
  });
});

describe('a conversion that fails', () => {
  test('names the code, the formats and the last lines, keeps its log and leaves nothing', async () => {
    await using broken = await poolWithFfmpeg('echo "[error] the sky is falling" >&2; exit 3');
    const request = await requestFor(pool, clip, SMALL);
    const conversion = startConversion(broken, request);
    await expect(conversion.result).rejects.toMatchObject({
      name: 'AppError',
      code: 'conversion/ffmpeg-failed',
      details: {
        formatIds: ['h264-720p-72', 'h264-360p-36'],
        exitCode: 3,
        lines: [expect.stringContaining('the sky is falling')],
      },
    });
    expect(conversion.runs).toMatchObject([
      { outcome: 'failed', lines: [expect.stringContaining('sky')] },
    ]);
    expect(await namesIn(request.targetFolder)).toEqual([]);
  });

  test('leaves what stood under the final name alone', async () => {
    await using broken = await poolWithFfmpeg('exit 1');
    const request = await requestFor(pool, clip, FIRST);
    await mkdir(request.targetFolder);
    await writeFile(join(request.targetFolder, 'h264-720p-72.mp4'), 'before');
    await expect(startConversion(broken, request).result).rejects.toThrow();
    expect(await namesIn(request.targetFolder)).toEqual(['h264-720p-72.mp4']);
    expect(await readFile(join(request.targetFolder, 'h264-720p-72.mp4'), 'utf8')).toBe('before');
  });

  test('because FFmpeg was killed from outside says so and leaves nothing', async () => {
    const request = await requestFor(pool, await longClip(), [smallFormat('h264-720p', 480, 270)]);
    const conversion = startConversion(pool, request);
    const pid = await conversion.underWay;
    process.kill(pid, 'SIGKILL');
    await expect(conversion.result).rejects.toMatchObject({
      code: 'conversion/ffmpeg-failed',
      details: { signal: 'SIGKILL' },
    });
    expect(conversion.runs).toMatchObject([{ outcome: 'failed' }]);
    expect(conversion.runs[0]?.lines.length).toBeGreaterThan(0);
    expect(isRunning(pid)).toBe(false);
    expect(await namesIn(request.targetFolder)).toEqual([]);
    expect(await namesIn(pool.folder.at('processes'))).toEqual([]);
  });

  test.each([
    ['writes nothing and says that all is well', 'echo progress=end; exit 0'],
    ['loses the end of a file without a word', '"$REAL" "$@"; truncate -s -100 "$OUT"; exit 0'],
    [
      'makes less than the master holds',
      '"$REAL" -v error -y -f lavfi -i testsrc2=s=128x72:d=1 -f lavfi -i sine=d=1 -ac 2 -c:a aac -movflags +faststart -f mp4 "file:$OUT"; echo out_time_us=2000000; echo progress=end; exit 0',
    ],
  ])('since FFmpeg %s is found out by looking at the file', async (_, script) => {
    await using broken = await poolWithFfmpeg(script);
    const request = await requestFor(pool, clip, FIRST);
    const conversion = startConversion(broken, request);
    await expect(conversion.result).rejects.toMatchObject({
      code: 'conversion/verification-failed',
      details: { failedFormatIds: ['h264-720p-72'] },
    });
    expect(conversion.runs).toMatchObject([{ outcome: 'failed' }]);
    expect(await namesIn(request.targetFolder)).toEqual([]);
  });

  test('since the master ends before its time says so, and that another try is of no use', async () => {
    const whole = await makeClip(pool.folder.at('whole.mkv'), { seconds: 4 });
    const { size } = await stat(whole);
    await truncate(whole, Math.round(size / 2));
    const request = await requestFor(pool, whole, FIRST);
    await expect(startConversion(pool, request).result).rejects.toMatchObject({
      code: 'conversion/master-damaged',
      message: expect.stringMatching(/^Only [12]\.\d s of 4\.0 s can be read of .+whole\.mkv/),
    });
    expect(await namesIn(request.targetFolder)).toEqual([]);
  });

  test('without progress for too long is ended', async () => {
    await using broken = await poolWithFfmpeg('exec sleep 60', { stallMs: 200 });
    const request = await requestFor(pool, clip, SMALL);
    await expect(startConversion(broken, request).result).rejects.toMatchObject({
      code: 'conversion/stalled',
    });
    expect(await namesIn(request.targetFolder)).toEqual([]);
  });

  test('for want of its master, or because that changed, says which', async () => {
    const master = pool.folder.at('master.mp4');
    await copyFile(clip, master);
    const request = await requestFor(pool, master, FIRST);
    const failure = (on: TestPool): Promise<unknown> =>
      startConversion(on, request).result.catch((error: { code: string }) => error.code);
    await using touching = await poolWithFfmpeg(`touch -d 2030-01-01 '${master}'; "$REAL" "$@"`);
    expect(await failure(touching)).toBe('conversion/master-changed');
    await using removing = await poolWithFfmpeg(`rm '${master}'; "$REAL" "$@"`);
    expect(await failure(removing)).toBe('conversion/master-missing');
    expect(await failure(pool)).toBe('conversion/master-missing');
    await writeFile(master, 'something else');
    await utimes(master, 1, 1);
    expect(await failure(pool)).toBe('conversion/master-changed');
    expect(await namesIn(request.targetFolder)).toEqual([]);
    await rm(master);
  });

  test('where it may not write says so before any work', async () => {
    await writeFile(pool.folder.at('a file'), 'x');
    const request = await requestFor(pool, clip, FIRST);
    const targetFolder = pool.folder.at('a file', 'out');
    const conversion = startConversion(pool, { ...request, targetFolder });
    await expect(conversion.result).rejects.toMatchObject({ code: 'conversion/target-read-only' });
    expect(conversion.runs).toEqual([]);
  });

  test('without FFmpeg is refused', async () => {
    const binaries = await poolBinaries();
    const ffmpegPath = '/no/such/ffmpeg';
    await using broken = await testPool({ binaries: () => ({ ...binaries, ffmpeg: ffmpegPath }) });
    const request = await requestFor(pool, clip, FIRST);
    await expect(startConversion(broken, request).result).rejects.toMatchObject({
      code: 'conversion/ffmpeg-missing',
    });
    expect(await namesIn(request.targetFolder)).toEqual([]);
  });
});
