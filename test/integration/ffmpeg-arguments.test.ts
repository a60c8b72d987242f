import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCodecString } from '../../core/codecs/codec-strings.ts';
import { CONTAINERS, type Container } from '../../core/codecs/containers.ts';
import { buildMimeTypeOf, readCodecStrings } from '../../core/containers/read-codec-strings.ts';
import { buildConversionArguments } from '../../core/ffmpeg/build-conversion-arguments.ts';
import { parseEncoders } from '../../core/ffmpeg/parse-encoders.ts';
import { parseFilters } from '../../core/ffmpeg/parse-filters.ts';
import { BUILT_IN_FORMATS } from '../../core/formats/built-in-formats.ts';
import type { MediaInfo, VideoTrack } from '../../core/model/media-info.ts';
import type { Output } from '../../core/model/plan.ts';
import { shapeOutput } from '../../core/planning/shape-output.ts';
import { planRequest } from '../core/planning/sample-masters.ts';
import { type TemporaryFolder, temporaryFolder } from '../helpers/temporary-folder.ts';
import { type MasterName, makeCoveredSound, makeMaster, turnPicture } from './make-masters.ts';
import { probeFile, withByteSource } from './probe-file.ts';
import { runToolOrThrow } from './run-tool.ts';

let folder: TemporaryFolder;
let encoders: ReadonlySet<string>;
let filters: ReadonlySet<string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  encoders = parseEncoders((await runToolOrThrow('ffmpeg', ['-hide_banner', '-encoders'])).stdout);
  filters = parseFilters((await runToolOrThrow('ffmpeg', ['-hide_banner', '-filters'])).stdout);
});

afterAll(() => folder[Symbol.asyncDispose]());

/** What each format makes of the master, none left out for being alike. */
function outputsFor(
  info: MediaInfo,
  formatIds: readonly string[],
  forceEncoding: boolean,
): readonly Output[] {
  return formatIds.map((id) => {
    const format = BUILT_IN_FORMATS.find((candidate) => candidate.id === id);
    if (format === undefined) throw new Error(`no format ${id}`);
    const shaped = shapeOutput(format, planRequest({ info, encoders, forceEncoding }));
    if (shaped.made === null) throw new Error(`${id}: ${JSON.stringify(shaped.refused)}`);
    return shaped.made.output;
  });
}

interface Made {
  readonly output: Output;
  readonly path: string;
  readonly info: MediaInfo;
}

/** All formats in one FFmpeg process, as a conversion group would be. */
async function convert(
  masterPath: string,
  formatIds: readonly string[],
  { forceEncoding = true } = {},
): Promise<readonly Made[]> {
  const info = await probeFile(masterPath);
  const outputs = outputsFor(info, formatIds, forceEncoding);
  const targets = outputs.map((output, index) => ({
    output,
    path: folder.at(`.avlogue-${Math.random().toString(16).slice(2)}-${index}.tmp`),
  }));
  const capabilities = { filters };
  const argv = buildConversionArguments({
    masterPath,
    info,
    outputs: targets,
    encoderThreads: 2,
    capabilities,
  });
  await runToolOrThrow('ffmpeg', argv);
  return Promise.all(
    targets.map(async ({ output, path }) => ({ output, path, info: await probeFile(path) })),
  );
}

function expectPlannedPicture({ output, info }: Made, master: MediaInfo): void {
  const { video } = output;
  if (video?.mode !== 'encode') throw new Error('not encoded');
  const made = info.video;
  const frameRate = video.frameRate ?? master.video?.frameRate ?? 0;
  expect(made).toMatchObject({
    codec: video.codec,
    width: video.width,
    height: video.height,
    codedWidth: video.width,
    codedHeight: video.height,
    rotation: 0,
    sampleAspectRatio: { numerator: 1, denominator: 1 },
    pixelFormat: 'yuv420p',
    interlaced: false,
    dynamicRange: 'sdr',
    alpha: false,
  });
  expect(Math.abs((made?.frameRate ?? 0) - frameRate) / frameRate).toBeLessThan(0.06);
  if (video.codec === 'h264' || video.codec === 'hevc') {
    const scale = video.codec === 'h264' ? 10 : 30;
    if (video.level !== null) {
      expect(made?.level).toBeLessThanOrEqual(Math.round(Number(video.level) * scale));
    }
    expect(made?.color).toMatchObject({ primaries: 'bt709', transfer: 'bt709', matrix: 'bt709' });
  }
}

function expectPlannedSound({ output, info }: Made): void {
  const { audio } = output;
  expect(info.audio?.codec ?? null).toBe(audio?.codec ?? null);
  if (audio?.mode !== 'encode') return;
  expect(info.audio).toMatchObject({ channels: audio.channels, sampleRateHz: audio.sampleRateHz });
}

async function expectCodecStrings({ output, path, info }: Made): Promise<void> {
  const { codecStrings, fastStart } = await withByteSource(path, (source) =>
    readCodecStrings(source, output.container, {
      videoCodec: info.video?.codec ?? null,
      audioCodec: info.audio?.codec ?? null,
    }),
  );
  const withStrings: readonly Container[] = ['mp4', 'm4a', '3gp', 'webm', 'ogg', 'ogv', 'opus'];
  if (withStrings.includes(output.container)) {
    expect(codecStrings).toHaveLength([info.video, info.audio].filter((t) => t !== null).length);
  }
  for (const text of codecStrings) expect(parseCodecString(text), text).not.toBeNull();
  if (CONTAINERS[output.container].fastStart) expect(fastStart).toBe(true);
  expect(
    buildMimeTypeOf(output.container, codecStrings, output.video === null ? 'audio' : 'video'),
  ).toMatch(/^(video|audio)\/[\w-]+/);
}

const RUNGS = ['h264-1080p', 'h264-480p', 'h264-360p'];

type Trait = Partial<VideoTrack>;

const PICTURES: readonly (readonly [MasterName, Trait, readonly string[]])[] = [
  ['plain.mp4', { frameRate: 25 }, [...RUNGS, 'avi-mpeg4', 'flv-h264', '3gp-h264', 'mkv-h264']],
  ['portrait-rotated.mp4', { rotation: 270, width: 180, height: 320 }, [...RUNGS, 'webm-vp8']],
  ['anamorphic.mp4', { width: 256, height: 144 }, [...RUNGS, 'ogv-theora']],
  ['odd.mkv', { width: 321, height: 181, chroma: '4:4:4' }, [...RUNGS, 'vp9-360p']],
  ['interlaced.mpg', { interlaced: true, fieldOrder: 'top-first' }, RUNGS],
  ['uneven.mp4', { variableFrameRate: true }, [...RUNGS, 'vp9-480p']],
  ['still-screen.mp4', { frameRate: 30, variableFrameRate: true }, [...RUNGS, 'vp9-480p']],
  ['ten-bit.mkv', { bitDepth: 10, dynamicRange: 'sdr' }, [...RUNGS, 'hevc-720p']],
  ['hdr.mkv', { bitDepth: 10, dynamicRange: 'pq' }, [...RUNGS, 'av1-480p']],
  ['surround.mkv', {}, [...RUNGS, 'mkv-h264']],
  ['mute.mp4', {}, RUNGS],
  ['slow.mp4', { frameRate: 12.5, variableFrameRate: false }, RUNGS],
  ['full-range.avi', { codec: 'mjpeg' }, RUNGS],
  ['screen.mkv', { chroma: 'rgb' }, RUNGS],
  ['ntsc.mov', { frameRate: 30000 / 1001, variableFrameRate: false }, RUNGS],
];

describe('pictures come out as planned', () => {
  test.for(PICTURES)('%s, %j, in %j', async ([name, trait, formatIds]) => {
    const master = await makeMaster(name, folder.at(name));
    const info = await probeFile(master);
    expect(info.video).toMatchObject(trait);
    const made = await convert(master, formatIds);
    expect(made).toHaveLength(formatIds.length);
    for (const file of made) {
      expectPlannedPicture(file, info);
      expectPlannedSound(file);
      await expectCodecStrings(file);
      expect(Math.abs(file.info.durationSeconds - info.durationSeconds)).toBeLessThan(0.25);
    }
  });
});

const LOSSY_SOUND = [
  'mp3',
  'mp3-64-mono',
  'aac',
  'opus',
  'opus-ogg',
  'opus-32-mono',
  'ogg-vorbis',
  'aac-adts',
  'ac3',
];
const LOSSLESS_SOUND = ['flac', 'wav', 'wav-float', 'aiff'];

describe('sound comes out as planned', () => {
  test.for(['sound.wav', 'surround.flac'] as const)('%s in every sound format', async (name) => {
    const master = await makeMaster(name, folder.at(name));
    const formatIds = [...LOSSY_SOUND, ...LOSSLESS_SOUND];
    const made = await convert(master, formatIds);
    expect(made.map(({ output }) => output.formatId).toSorted()).toEqual(formatIds.toSorted());
    for (const file of made) {
      expect(file.info.video).toBeNull();
      expectPlannedSound(file);
      await expectCodecStrings(file);
    }
  });

  test.for([
    ['covered.mp3', 'libmp3lame', ['mp3', 'aac', 'opus']],
    ['covered.flac', 'flac', ['flac', 'mp3', 'aac']],
    ['covered.m4a', 'aac', ['mp3', 'aac']],
  ] as const)(
    'a cover in %s is no video; it comes along, as title and artist do, but not the place',
    async ([name, codec, formatIds]) => {
      const master = await makeCoveredSound(folder.at(name), codec);
      const info = await probeFile(master);
      expect(info.video).toBeNull();
      expect(info.coverArtIndex).not.toBeNull();
      const made = await convert(master, formatIds);
      expect(made).toHaveLength(formatIds.length);
      for (const { info: result, output, path } of made) {
        expect(result.video).toBeNull();
        expect(result.tags).toMatchObject({
          title: 'A “title” with = and spaces',
          artist: 'Someone',
        });
        expect(result.coverArtIndex === null).toBe(output.container === 'webm');
        const { stdout } = await runToolOrThrow('ffprobe', [
          '-v',
          'error',
          '-show_format',
          '-show_streams',
          path,
        ]);
        expect(stdout).not.toMatch(/52\.52/);
      }
    },
  );
});

describe('what a viewer sees and hears stays what it is', () => {
  test('colours of BT.601 and of RGB masters are converted, not only tagged', async () => {
    for (const [name, matrix, pixels] of [
      ['sd.mp4', 'smpte170m', 'yuv420p'],
      ['rgb.mkv', 'gbr', 'gbrp'],
      ['full.mp4', 'bt709', 'yuvj420p'],
    ] as const) {
      const master = folder.at(name);
      const range = pixels === 'yuvj420p' ? 'pc' : 'tv';
      const into =
        matrix === 'gbr'
          ? 'format=gbrp'
          : `scale=out_color_matrix=${matrix}:out_range=${range},format=${pixels},setparams=colorspace=${matrix}:range=${range}`;
      const encoder =
        matrix === 'gbr' ? ['-c:v', 'ffv1'] : ['-c:v', 'libx264', '-colorspace', matrix];
      const source = ['-f', 'lavfi', '-i', 'color=0xe03020:s=160x90:r=25:d=0.4,format=gbrp'];
      const argv = ['-y', '-loglevel', 'error', ...source, '-vf', into, ...encoder];
      await runToolOrThrow('ffmpeg', [...argv, master]);
      const [made] = await convert(master, ['h264-480p']);
      expect(made?.info.video?.color.range ?? 'tv').toBe('tv');
      const shown = await meanColor(made?.path ?? '');
      expect(Math.abs(shown.red - 0xe0), name).toBeLessThan(8);
      expect(Math.abs(shown.green - 0x30), name).toBeLessThan(8);
      expect(Math.abs(shown.blue - 0x20), name).toBeLessThan(8);
    }
  });

  test('a rotated picture is turned the way a player would turn it', async () => {
    const level = folder.at('level.mp4');
    const corner = 'color=blue:s=160x90:r=25:d=0.4,drawbox=x=0:y=0:w=40:h=40:color=red:t=fill';
    const quiet = ['-y', '-loglevel', 'error'];
    await runToolOrThrow('ffmpeg', [
      ...quiet,
      '-f',
      'lavfi',
      '-i',
      corner,
      '-pix_fmt',
      'yuv420p',
      level,
    ]);
    const turned = level;
    await turnPicture(turned, 90);
    expect((await probeFile(turned)).video?.rotation).toBe(90);
    const [made] = await convert(turned, ['h264-480p']);
    expect(made?.info.video).toMatchObject({ width: 90, height: 160, rotation: 0 });
    const topRight = await meanColor(made?.path ?? '', 'crop=20:20:iw-20:0');
    expect(topRight.red).toBeGreaterThan(180);
  });

  test.for(['h264-480p', 'vp9-360p', 'avi-mpeg4', 'flv-h264'])(
    'sound that starts late still starts late in %s',
    async (formatId) => {
      const master = folder.at('late.mkv');
      const sources = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=1.5'];
      const late = ['-itsoffset', '0.5', '-f', 'lavfi', '-i', 'sine=1000:d=1'];
      const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'flac'];
      await runToolOrThrow('ffmpeg', [
        '-y',
        '-loglevel',
        'error',
        ...sources,
        ...late,
        ...coded,
        master,
      ]);
      const [made] = await convert(master, [formatId]);
      expect(Math.abs((await firstSoundSeconds(made?.path ?? '')) - 0.5)).toBeLessThan(0.04);
    },
  );

  test('beside a copied picture late sound stays late', async () => {
    const master = folder.at('late-copy.mkv');
    const sources = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=1.5'];
    const late = ['-itsoffset', '0.5', '-f', 'lavfi', '-i', 'sine=1000:d=1'];
    const coded = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'flac'];
    await runToolOrThrow('ffmpeg', [
      '-y',
      '-loglevel',
      'error',
      ...sources,
      ...late,
      ...coded,
      master,
    ]);
    const [made] = await convert(master, ['h264-1080p'], { forceEncoding: false });
    expect([made?.output.video?.mode, made?.output.audio?.mode]).toEqual(['copy', 'encode']);
    expect(Math.abs((await firstSoundSeconds(made?.path ?? '')) - 0.5)).toBeLessThan(0.04);
  });

  test('a transport stream is copied into MP4 with its tables in the right place', async () => {
    const plain = await makeMaster('plain.mp4', folder.at('for-transport.mp4'));
    const master = folder.at('broadcast.ts');
    await runToolOrThrow('ffmpeg', ['-y', '-loglevel', 'error', '-i', plain, '-c', 'copy', master]);
    const [made] = await convert(master, ['h264-1080p'], { forceEncoding: false });
    expect(made?.output.decision).toBe('copy');
    expect(made?.info.video?.tag).toBe('avc1');
    expect(Math.abs((made?.info.durationSeconds ?? 0) - 1)).toBeLessThan(0.15);
    await expectCodecStrings(made as Made);
  });

  test('what conforms is copied, byte for byte in its streams', async () => {
    const master = await makeMaster('plain.mp4', folder.at('conforming.mp4'));
    const [made] = await convert(master, ['h264-1080p'], { forceEncoding: false });
    expect(made?.output.decision).toBe('copy');
    expect(await streamHash(made?.path ?? '')).toBe(await streamHash(master));
    await expectCodecStrings(made as Made);
  });

  test('HDR becomes a picture of usual brightness, with and without zscale', async () => {
    const master = await makeMaster('hdr-grey.mkv', folder.at('hdr-grey.mkv'));
    const all = filters;
    const [linear] = await convert(master, ['h264-480p']);
    filters = new Set([...all].filter((name) => name !== 'zscale'));
    const [table] = await convert(master, ['h264-480p']);
    filters = all;
    for (const made of [linear, table]) {
      // reference white, 203 nits, is a light grey in SDR
      const { red, green, blue } = await meanColor(made?.path ?? '');
      expect(red).toBeGreaterThan(140);
      expect(red).toBeLessThan(250);
      expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(6);
    }
  });
});

/** As a player shows it: by the file's own tags. */
async function meanColor(path: string, filter = 'null') {
  const raw = `${path}.rgb`;
  const chain = `${filter},scale=in_color_matrix=bt709:in_range=tv,format=rgb24,scale=1:1:flags=area`;
  const argv = ['-y', '-loglevel', 'error', '-i', path, '-frames:v', '1', '-vf', chain];
  await runToolOrThrow('ffmpeg', [...argv, '-pix_fmt', 'rgb24', '-f', 'rawvideo', raw]);
  const [red = 0, green = 0, blue = 0] = await readFile(raw);
  return { red, green, blue };
}

async function firstSoundSeconds(path: string): Promise<number> {
  const argv = [
    '-hide_banner',
    '-i',
    path,
    '-af',
    'silencedetect=noise=-40dB:d=0.1',
    '-f',
    'null',
    '-',
  ];
  const { stderr } = await runToolOrThrow('ffmpeg', argv);
  return Number(/silence_end: ([\d.]+)/.exec(stderr)?.[1] ?? 0);
}

async function streamHash(path: string): Promise<string> {
  const argv = [
    '-loglevel',
    'error',
    '-i',
    path,
    '-map',
    '0',
    '-c',
    'copy',
    '-f',
    'streamhash',
    '-',
  ];
  return (await runToolOrThrow('ffmpeg', argv)).stdout;
}
