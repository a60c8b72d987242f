import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namesIn } from '../../helpers/conversions.ts';
import { ffmpeg, makeClip } from '../../helpers/make-media.ts';
import { type TestPool, testPool } from '../../helpers/worker-pool.ts';

let pool: TestPool;
let posters: string;

beforeAll(async () => {
  pool = await testPool();
  posters = pool.folder.at('posters');
});

afterAll(() => pool[Symbol.asyncDispose]());

async function makePoster(masterPath: string, name: string, atSeconds: number | null = null) {
  const info = await pool.tools.probe(masterPath);
  const target = pool.folder.at('posters', name);
  const poster = await pool.tools.makePoster({ masterPath, info, target, atSeconds });
  return { poster, target, bytes: await readFile(target) };
}

/** Mean brightness of a picture, 0 to 255. */
async function brightness(path: string): Promise<number> {
  const grey = `${path}.raw`;
  await ffmpeg('-i', path, '-vf', 'scale=1:1', '-pix_fmt', 'gray', '-f', 'rawvideo', grey);
  return (await readFile(grey))[0] ?? 0;
}

test('a film that begins in the dark gets a poster that is not black', async () => {
  const master = pool.folder.at('dark.mp4');
  await ffmpeg(
    ...['-f', 'lavfi', '-i', 'color=black:s=160x90:r=10:d=2'],
    ...['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=10:d=2'],
    ...['-filter_complex', '[0][1]concat=n=2:v=1', '-pix_fmt', 'yuv420p', master],
  );
  const { poster, target, bytes } = await makePoster(master, 'a.jpg');
  expect(poster).toMatchObject({
    source: 'frame',
    width: 160,
    height: 90,
    sizeBytes: bytes.length,
  });
  expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(await brightness(target)).toBeGreaterThan(40);
});

test('a film that is black throughout still gets a poster', async () => {
  const master = pool.folder.at('black.mp4');
  await ffmpeg('-f', 'lavfi', '-i', 'color=black:s=64x64:r=10:d=1', '-pix_fmt', 'yuv420p', master);
  expect((await makePoster(master, 'b.jpg')).poster.source).toBe('frame');
});

test('the frame at a chosen position is taken', async () => {
  const clip = await makeClip(pool.folder.at('clip.mp4'));
  const { poster } = await makePoster(clip, 'c.jpg', 1);
  expect(poster).toMatchObject({ source: 'frame', atSeconds: 1 });
});

test('sound with a cover gets its cover, sound without one a waveform', async () => {
  const picture = pool.folder.at('cover.png');
  await ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=120x120', '-frames:v', '1', picture);
  const plain = pool.folder.at('plain.mp3');
  await ffmpeg('-f', 'lavfi', '-i', 'sine=duration=1', plain);
  const covered = pool.folder.at('covered.mp3');
  await ffmpeg('-i', plain, '-i', picture, '-map', '0', '-map', '1', '-c', 'copy', covered);
  expect((await makePoster(covered, 'd.jpg')).poster).toMatchObject({
    source: 'cover-art',
    width: 120,
    height: 120,
    atSeconds: null,
  });
  expect((await makePoster(plain, 'e.jpg')).poster).toMatchObject({
    source: 'waveform',
    atSeconds: null,
  });
});

test('a poster that cannot be made leaves nothing', async () => {
  const clip = await makeClip(pool.folder.at('gone.mp4'));
  const info = await pool.tools.probe(clip);
  const target = pool.folder.at('never', 'x.jpg');
  const masterPath = pool.folder.at('missing.mp4');
  await expect(
    pool.tools.makePoster({ masterPath, info, target, atSeconds: null }),
  ).rejects.toMatchObject({ code: 'import/not-found' });
  expect(await namesIn(pool.folder.at('never'))).toEqual([]);
  expect((await namesIn(posters)).filter((name) => name.startsWith('.avlogue'))).toEqual([]);
});

test('a text track becomes WebVTT in UTF-8', async () => {
  const text = pool.folder.at('text.srt');
  await writeFile(text, '1\n00:00:00,000 --> 00:00:01,000\nGrüße, 世界\n');
  const clip = await makeClip(pool.folder.at('plain.mp4'));
  const master = pool.folder.at('captioned.mp4');
  await ffmpeg(
    '-i',
    clip,
    '-i',
    text,
    '-map',
    '0',
    '-map',
    '1',
    '-c',
    'copy',
    '-c:s',
    'mov_text',
    master,
  );
  const { subtitles } = await pool.tools.probe(master);
  const target = pool.folder.at('captions', 'one.vtt');
  const trackIndex = subtitles[0]?.index ?? -1;
  const size = await pool.tools.extractCaption({ masterPath: master, trackIndex, target });
  const written = await readFile(target);
  expect(size).toBe(written.length);
  expect(written.toString('utf8')).toMatch(/^WEBVTT\n/);
  expect(written.toString('utf8')).toContain('Grüße, 世界');
  await expect(
    pool.tools.extractCaption({
      masterPath: master,
      trackIndex: 99,
      target: pool.folder.at('captions', 'no.vtt'),
    }),
  ).rejects.toMatchObject({ name: 'AppError' });
  expect(await namesIn(pool.folder.at('captions'))).toEqual(['one.vtt']);
});
