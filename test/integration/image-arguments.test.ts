import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCaptionArguments } from '../../core/ffmpeg/build-caption-arguments.ts';
import { buildImageAttempts, type ImageAttempt } from '../../core/ffmpeg/build-image-arguments.ts';
import { parseFilters } from '../../core/ffmpeg/parse-filters.ts';
import { type TemporaryFolder, temporaryFolder } from '../helpers/temporary-folder.ts';
import { makeCoveredSound, makeMaster } from './make-masters.ts';
import { probeFile } from './probe-file.ts';
import { runToolOrThrow } from './run-tool.ts';

let folder: TemporaryFolder;
let filters: ReadonlySet<string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  filters = parseFilters((await runToolOrThrow('ffmpeg', ['-hide_banner', '-filters'])).stdout);
});

afterAll(() => folder[Symbol.asyncDispose]());

const QUIET = ['-y', '-loglevel', 'error'];

interface Picture {
  readonly attempt: ImageAttempt;
  readonly width: number;
  readonly height: number;
  readonly brightness: number;
}

/** The first attempt that gives bytes, as the worker takes it. */
async function takePicture(masterPath: string, atSeconds: number | null = null): Promise<Picture> {
  const info = await probeFile(masterPath);
  const target = folder.at('.avlogue-%03d-picture.tmp');
  const request = { masterPath, info, target, atSeconds, capabilities: { filters } };
  for (const attempt of buildImageAttempts(request)) {
    await runToolOrThrow('ffmpeg', attempt.argv);
    const bytes = await readFile(target).catch(() => Buffer.alloc(0));
    if (bytes.length > 0) return { attempt, ...(await measure(target)) };
  }
  throw new Error('no picture');
}

async function measure(path: string) {
  const argv = [
    '-v',
    'error',
    '-f',
    'mjpeg',
    '-show_entries',
    'stream=width,height',
    '-of',
    'csv=p=0',
  ];
  const { stdout } = await runToolOrThrow('ffprobe', [...argv, path]);
  const [width = 0, height = 0] = stdout.trim().split(',').map(Number);
  const raw = folder.at('one.gray');
  const one = ['-vf', 'scale=1:1:flags=area', '-pix_fmt', 'gray', '-f', 'rawvideo', raw];
  await runToolOrThrow('ffmpeg', [...QUIET, '-f', 'mjpeg', '-i', path, ...one]);
  return { width, height, brightness: (await readFile(raw))[0] ?? 0 };
}

describe('pictures of masters', () => {
  test('a rotated picture stands upright', async () => {
    const master = await makeMaster('portrait-rotated.mp4', folder.at('phone.mp4'));
    expect(await takePicture(master)).toMatchObject({ width: 180, height: 320 });
  });

  test('oblong pixels become square', async () => {
    const master = await makeMaster('anamorphic.mp4', folder.at('anamorphic.mp4'));
    expect(await takePicture(master)).toMatchObject({ width: 256, height: 144 });
  });

  test('an HDR picture is as bright as an SDR one', async () => {
    const master = await makeMaster('hdr-grey.mkv', folder.at('hdr-grey.mkv'));
    const { brightness } = await takePicture(master);
    expect(brightness).toBeGreaterThan(140);
    expect(brightness).toBeLessThan(250);
  });

  test('a large picture is made smaller, 1280 on its longer side', async () => {
    const master = folder.at('large.mp4');
    const source = ['-f', 'lavfi', '-i', 'testsrc2=s=1600x1000:r=10:d=0.3'];
    await runToolOrThrow('ffmpeg', [...QUIET, ...source, '-preset', 'ultrafast', master]);
    expect(await takePicture(master)).toMatchObject({ width: 1280, height: 800 });
  });

  test('black at the chosen place is passed over', async () => {
    const master = folder.at('fade.mp4');
    const black = 'color=black:s=160x90:r=10:d=12';
    const lit = `${black},drawbox=t=fill:color=white:enable='gt(t,8)'`;
    await runToolOrThrow('ffmpeg', [
      ...QUIET,
      '-f',
      'lavfi',
      '-i',
      lit,
      '-pix_fmt',
      'yuv420p',
      master,
    ]);
    const picture = await takePicture(master);
    expect(picture.brightness).toBeGreaterThan(200);
    expect(picture.attempt.atSeconds).toBeGreaterThan(4);
  });

  test('a wholly black master still gives a picture', async () => {
    const master = folder.at('black.mp4');
    const black = ['-f', 'lavfi', '-i', 'color=black:s=160x90:r=10:d=2', '-pix_fmt', 'yuv420p'];
    await runToolOrThrow('ffmpeg', [...QUIET, ...black, master]);
    expect((await takePicture(master)).brightness).toBeLessThan(24);
  });

  test('a person’s choice is the frame at that second', async () => {
    const master = folder.at('steps.mp4');
    const steps =
      "color=black:s=160x90:r=10:d=3,drawbox=t=fill:color=white:enable='between(t,1,1.95)'";
    await runToolOrThrow('ffmpeg', [
      ...QUIET,
      '-f',
      'lavfi',
      '-i',
      steps,
      '-pix_fmt',
      'yuv420p',
      master,
    ]);
    expect((await takePicture(master, 1.5)).brightness).toBeGreaterThan(230);
    expect((await takePicture(master, 2.5)).brightness).toBeLessThan(24);
    // past the end the first frame is better than none
    expect((await takePicture(master, 99)).attempt.atSeconds).toBe(0);
  });

  test('sound shows its cover', async () => {
    const master = await makeCoveredSound(folder.at('covered.mp3'));
    const picture = await takePicture(master);
    expect(picture.attempt.source).toBe('cover-art');
    expect(picture).toMatchObject({ width: 200, height: 200 });
  });

  test.for([
    ['short', 2],
    ['long', 1_000],
  ] as const)('%s sound without a cover shows its waveform', async ([name, seconds]) => {
    const master = folder.at(`${name}.wav`);
    const tone = `sine=300:d=${seconds}:sample_rate=8000`;
    await runToolOrThrow('ffmpeg', [...QUIET, '-f', 'lavfi', '-i', tone, master]);
    const picture = await takePicture(master);
    expect(picture.attempt.source).toBe('waveform');
    expect(picture).toMatchObject({ width: 1280, height: 320 });
    expect(picture.brightness).toBeGreaterThan(120);
    expect(picture.brightness).toBeLessThan(243);
  });
});

test('a text track becomes WebVTT in UTF-8', async () => {
  const text = folder.at('words.srt');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(text, '1\n00:00:00,200 --> 00:00:00,900\nGrüße, <i>Welt</i> — 你好\n');
  const master = folder.at('words.mkv');
  const source = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=10:d=1', '-i', text];
  await runToolOrThrow('ffmpeg', [...QUIET, ...source, '-metadata:s:s:0', 'language=ger', master]);
  const info = await probeFile(master);
  expect(info.subtitles).toMatchObject([{ isText: true, language: 'deu' }]);
  const target = folder.at('.avlogue-caption.tmp');
  const trackIndex = info.subtitles[0]?.index ?? -1;
  await runToolOrThrow('ffmpeg', buildCaptionArguments({ masterPath: master, trackIndex, target }));
  const written = await readFile(target, 'utf8');
  expect(written).toMatch(/^WEBVTT\n/);
  expect(written).toContain('Grüße, <i>Welt</i> — 你好');
});
