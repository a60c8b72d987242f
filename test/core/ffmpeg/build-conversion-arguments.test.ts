import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildConversionArguments } from '../../../core/ffmpeg/build-conversion-arguments.ts';
import { frameRateText } from '../../../core/ffmpeg/frame-rate-text.ts';
import { mostReferenceFrames } from '../../../core/ffmpeg/h264-reference-frames.ts';
import { spreadThreads } from '../../../core/ffmpeg/thread-budget.ts';
import type { MediaInfo } from '../../../core/model/media-info.ts';
import type { Output } from '../../../core/model/plan.ts';
import { planMedia } from '../../../core/planning/plan-media.ts';
import { generatedCase, requestFor } from '../planning/generated-masters.ts';
import { audioTrack, mediaInfo, videoTrack } from '../planning/sample-masters.ts';

type EncodedVideo = Extract<NonNullable<Output['video']>, { mode: 'encode' }>;

const H264: EncodedVideo = {
  mode: 'encode',
  codec: 'h264',
  encoder: 'libx264',
  width: 1280,
  height: 720,
  scaledWidth: 1280,
  scaledHeight: 720,
  frameRate: null,
  rate: { mode: 'quality', quality: 22, maxBitrateBps: 4_000_000 },
  profile: 'high',
  level: '3.1',
  effort: 'medium',
  keyFrameSeconds: 2,
  extraParameters: [],
};

const output = (video: Partial<EncodedVideo> = {}, changes: Partial<Output> = {}): Output => ({
  formatId: 'x',
  formatName: 'X',
  decision: 'encode',
  container: 'mp4',
  video: { ...H264, ...video },
  audio: null,
  fingerprint: '',
  ...changes,
});

const ALL_FILTERS = new Set([
  'zscale',
  'tonemap',
  'lutrgb',
  'colorspace',
  'setparams',
  'bwdif',
  'yadif',
]);

function argvFor(
  outputs: readonly Output[],
  info: MediaInfo = mediaInfo(),
  filters: ReadonlySet<string> = ALL_FILTERS,
): readonly string[] {
  return buildConversionArguments({
    masterPath: '/clips/-odd name.mp4',
    info,
    outputs: outputs.map((one, index) => ({ output: one, path: `/out/${index}.tmp` })),
    encoderThreads: 4,
    capabilities: { filters },
  });
}

const graphOf = (argv: readonly string[]) => argv[argv.indexOf('-filter_complex') + 1] ?? '';
const valueAfter = (argv: readonly string[], name: string) => argv[argv.indexOf(name) + 1];

describe('the command', () => {
  test('guards its input, names muxers and never takes a path for an option', () => {
    const argv = argvFor([output()]);
    expect(valueAfter(argv, '-i')).toBe('file:/clips/-odd name.mp4');
    expect(valueAfter(argv, '-protocol_whitelist')).toBe('file,pipe');
    expect(valueAfter(argv, '-format_whitelist')?.split(',')).not.toContain('hls');
    expect(argv.indexOf('-format_whitelist')).toBeLessThan(argv.indexOf('-i'));
    expect(argv.slice(-3)).toEqual(['-f', 'mp4', 'file:/out/0.tmp']);
  });

  test('decodes once for all outputs and mixes like sound once', () => {
    const audio = {
      mode: 'encode',
      codec: 'aac',
      encoder: 'aac',
      bitrateBps: 128_000,
      channels: 2,
      sampleRateHz: 48_000,
      extraParameters: [],
    } as const;
    const argv = argvFor([output({}, { audio }), output({ width: 640, height: 360 }, { audio })]);
    expect(argv.filter((word) => word === '-i')).toHaveLength(1);
    const graph = graphOf(argv);
    expect(graph.match(/\[0:0\]/g)).toHaveLength(1);
    expect(graph.match(/aresample/g)).toHaveLength(1);
    expect(graph).toContain('asplit=2[a0][a1]');
  });

  test('copies decode nothing', () => {
    const copy = output(
      {},
      {
        decision: 'copy',
        video: { mode: 'copy', codec: 'hevc' },
        audio: { mode: 'copy', codec: 'aac' },
      },
    );
    const argv = argvFor([copy]);
    expect(argv).not.toContain('-filter_complex');
    expect(argv.join(' ')).toContain('-map 0:0 -c:v copy -map 0:1 -c:a copy -tag:v hvc1');
  });

  test('says rate, level, key frames and fast start as planned', () => {
    const argv = argvFor([output({ frameRate: 30000 / 1001 })]).join(' ');
    expect(argv).toContain('-crf 22 -maxrate:v 4000000 -bufsize:v 8000000');
    expect(argv).toContain('-profile:v high -level:v 3.1');
    expect(argv).toContain('-r:v 30000/1001');
    expect(argv).toContain('-g:v 60');
    expect(argv).toContain('-movflags +faststart');
    const average = argvFor([output({ rate: { mode: 'bitrate', bitrateBps: 1_000_000 } })]);
    expect(average.join(' ')).toContain('-b:v 1000000 -maxrate:v 2000000');
  });

  test('a low level bounds buffer and reference frames', () => {
    const argv = argvFor([
      output({
        level: '1.3',
        profile: 'baseline',
        effort: 'slow',
        width: 352,
        height: 288,
        rate: { mode: 'quality', quality: 23, maxBitrateBps: 700_000 },
      }),
    ]).join(' ');
    expect(argv).toContain('-bufsize:v 768000');
    expect(mostReferenceFrames('4.0', 1920, 1080)).toBe(4);
    const large = argvFor([output({ level: '4.0', effort: 'slow', width: 1920, height: 1080 })]);
    expect(valueAfter(large, '-refs:v')).toBe('4');
  });

  test('private metadata stays behind, raw parameters pass the allow-list only', () => {
    const extraParameters = ['-tune', 'film', '-i', '/etc/passwd', '-x264-params', 'stats=/tmp/x'];
    const argv = argvFor([output({ extraParameters })]);
    expect(argv.join(' ')).toContain('-map_metadata -1 -map_metadata:s -1');
    expect(argv.join(' ')).toContain('-tune film');
    expect(argv.join(' ')).not.toMatch(/passwd|stats=/);
  });
});

describe('the picture', () => {
  test('of interlaced, HDR and odd-coloured masters gets its filters, by what this FFmpeg has', () => {
    const interlaced = mediaInfo({
      video: videoTrack({ interlaced: true, fieldOrder: 'bottom-first' }),
    });
    expect(graphOf(argvFor([output()], interlaced))).toContain(
      'bwdif=mode=send_frame:parity=bff:deint=all',
    );
    expect(graphOf(argvFor([output()], interlaced, new Set(['yadif'])))).toContain('yadif=');
    const hdr = mediaInfo({ video: videoTrack({ dynamicRange: 'pq', bitDepth: 10 }) });
    const graph = graphOf(argvFor([output(), output({ scaledWidth: 640, width: 640 })], hdr));
    expect(graph.match(/hable/g)).toHaveLength(1);
    expect(graph.indexOf('hable')).toBeLessThan(graph.indexOf('split=2'));
    expect(graphOf(argvFor([output()], hdr, new Set(['lutrgb'])))).toContain('lutrgb=');
    const standard = mediaInfo({
      video: videoTrack({
        color: { primaries: null, transfer: null, matrix: 'bt470bg', range: null },
      }),
    });
    expect(graphOf(argvFor([output()], standard))).toContain('ispace=bt470bg');
    expect(graphOf(argvFor([output()], standard, new Set()))).toContain('in_color_matrix=bt470');
    expect(graphOf(argvFor([output()]))).not.toMatch(/colorspace=ispace|color_matrix|bwdif|fps=/);
  });

  test('is cut only where the fit cuts', () => {
    expect(graphOf(argvFor([output({ scaledHeight: 960 })]))).toContain('crop=1280:720');
    expect(graphOf(argvFor([output()]))).not.toContain('crop');
  });
});

test('every encoder of every plan is told what it must be, whatever the master', () => {
  fc.assert(
    fc.property(generatedCase, (generated) => {
      const request = requestFor(generated);
      const outputs = planMedia(request)
        .formats.map((decision) => decision.output)
        .filter((one) => one !== null);
      if (outputs.length === 0) return;
      const argv = argvFor(outputs, request.info);
      expect(
        argv.every(
          (word) => typeof word === 'string' && !/undefined|NaN|\[object|Infinity/.test(word),
        ),
      ).toBe(true);
      expect(argv.filter((word) => word === '-f')).toHaveLength(outputs.length);
      for (const [index, word] of argv.entries()) {
        if (word === '-map') expect(argv[index + 1]).toMatch(/^(\[[va]\d+\]|0:\d+)$/);
        if (/^-(b|maxrate|bufsize):[va]$/.test(word))
          expect(Number(argv[index + 1])).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200, seed: 20261124 },
  );
});

test('frame rates are written as FFmpeg reads them exactly', () => {
  expect(
    [24000 / 1001, 29.97, 60000 / 1001, 25, 12.5, 23.976, 30, 14.985].map(frameRateText),
  ).toEqual([
    '24000/1001',
    '30000/1001',
    '60000/1001',
    '25',
    '12.5',
    '24000/1001',
    '30',
    '15000/1001',
  ]);
});

test('threads are spread by pixels, and no encoder is left short while two are to be had', () => {
  const rungs = [H264, { ...H264, width: 640, height: 360 }];
  expect(spreadThreads(1, rungs)).toEqual([1, 1]);
  expect(spreadThreads(2, rungs)).toEqual([3, 3]);
  const [large = 0, small = 0] = spreadThreads(8, rungs);
  expect(large).toBeGreaterThan(small);
  expect(small).toBeGreaterThanOrEqual(3);
  expect(spreadThreads(4, [])).toEqual([]);
});

test('sound alone is mapped without a picture and keeps its chapters', () => {
  const chapters = [{ startSeconds: 0, endSeconds: 1, title: 'One' }];
  const info = mediaInfo({ video: null, audio: audioTrack({ language: 'deu' }), chapters });
  const audio = {
    mode: 'encode',
    codec: 'mp3',
    encoder: 'libmp3lame',
    bitrateBps: 128_000,
    channels: 2,
    sampleRateHz: 44_100,
    extraParameters: [],
  } as const;
  const argv = argvFor([output({}, { container: 'mp3', video: null, audio })], info).join(' ');
  expect(argv).toContain('-map_chapters 0');
  expect(argv).toContain('-metadata:s:a:0 language=deu');
  expect(argv).not.toContain('-c:v');
});
