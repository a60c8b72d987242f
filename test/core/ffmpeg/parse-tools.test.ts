import { describe, expect, test } from 'vitest';
import { languageTag } from '../../../core/ffmpeg/languages.ts';
import { parseEncoders } from '../../../core/ffmpeg/parse-encoders.ts';
import { parseFilters } from '../../../core/ffmpeg/parse-filters.ts';
import { parseLogLine, startsFastStart } from '../../../core/ffmpeg/parse-log-line.ts';
import { createProgressParser } from '../../../core/ffmpeg/parse-progress.ts';
import { parseVersion } from '../../../core/ffmpeg/parse-version.ts';

describe('versions', () => {
  test.for([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026', 5, 1],
    ['ffmpeg version n7.1 Copyright (c) 2000-2024', 7, 1],
    ['ffprobe version 4.0.2-static https://johnvansickle.com/ffmpeg/', 4, 0],
    ['ffmpeg version 8.0-full_build-www.gyan.dev Copyright', 8, 0],
    ['ffmpeg version 6.1.1-3ubuntu5 Copyright', 6, 1],
    ['ffmpeg version N-118000-g1234abcd Copyright', null, null],
    ['ffmpeg version 2025-03-31-git-35c091f4b7-full_build Copyright', null, null],
  ] as const)('%s', ([line, major, minor]) => {
    expect(parseVersion(`${line}\nbuilt with gcc`)).toMatchObject({ major, minor });
  });

  test('a build from git ranks by its libraries', () => {
    const git = parseVersion(
      'ffmpeg version N-118000-g1 Copyright\nlibavutil      59. 39.100 / 59. 39.100\n',
    );
    const old = parseVersion('ffmpeg version 6.1.1 Copyright');
    expect(git?.rank).toBe(7);
    expect(git?.rank).toBeGreaterThan(old?.rank ?? 99);
    expect(parseVersion('ffmpeg version 4.10 x')?.rank).toBeGreaterThan(
      parseVersion('ffmpeg version 4.4 x')?.rank ?? 99,
    );
  });

  test('anything else is no FFmpeg', () => {
    expect(parseVersion('')).toBeNull();
    expect(parseVersion('avconv version 12')).toBeNull();
  });
});

test('encoders are read from the list, without its legend', () => {
  const list = `Encoders:
 V..... = Video
 .F.... = Frame-level multithreading
 ------
 V....D libx264              libx264 H.264 / AVC / MPEG-4 AVC (codec h264)
 VFS..D mpeg4                MPEG-4 part 2
 V..... libsvtav1            SVT-AV1(Scalable Video Technology for AV1) encoder (codec av1)
 A....D aac                  AAC (Advanced Audio Coding)
 S..... webvtt               WebVTT subtitle
`;
  expect([...parseEncoders(list)]).toEqual(['libx264', 'mpeg4', 'libsvtav1', 'aac', 'webvtt']);
  expect(parseEncoders('Unknown option')).toEqual(new Set());
});

test('filters are read from lists of all versions', () => {
  const older = `Filters:
  T.. = Timeline support
  A = Audio input/output
 ... acopy            A->A       Copy the input audio unchanged to the output.
 T.. bwdif            V->V       Deinterlace the input image.
 .S. zscale           V->V       Apply resizing.
 ... split            V->N       Pass on the input to N video outputs.
 ... color            |->V       Provide an uniformly colored input.
 ... overlay          VV->V      Overlay a video source on top of the input.
`;
  const newer =
    ' TS colorspace       V->V       Convert between colorspaces.\n .. nullsink          V->|       Do nothing.\n';
  expect([...parseFilters(older)]).toEqual([
    'acopy',
    'bwdif',
    'zscale',
    'split',
    'color',
    'overlay',
  ]);
  expect([...parseFilters(newer)]).toEqual(['colorspace', 'nullsink']);
});

describe('progress', () => {
  const block = `frame=120\nfps=30.0\nbitrate= 812.0kbits/s\ntotal_size=N/A\nout_time_us=4800000\nout_time_ms=4800000\nout_time=00:00:04.800000\ndup_frames=0\nspeed=1.2x\nprogress=continue\n`;

  test('is the same however its lines are cut', () => {
    const whole = createProgressParser().push(block);
    expect(whole).toEqual([{ seconds: 4.8, frame: 120, speed: 1.2, ended: false }]);
    const parser = createProgressParser();
    expect([...block].flatMap((letter) => parser.push(letter))).toEqual(whole);
  });

  test('N/A and the smallest number are nothing; the end is the end', () => {
    const parser = createProgressParser();
    const text =
      'out_time_us=N/A\nspeed=N/A\nprogress=continue\r\nout_time_us=-9223372036854775807\nspeed=0.5x\nprogress=end\r\n';
    expect(parser.push(text)).toEqual([
      { seconds: null, frame: null, speed: null, ended: false },
      { seconds: null, frame: null, speed: 0.5, ended: true },
    ]);
  });

  test('FFmpeg 4, which has only the misnamed field, is understood; endless rubbish is not kept', () => {
    const parser = createProgressParser();
    for (let count = 0; count < 100; count += 1) parser.push('x'.repeat(100_000));
    expect(parser.push('\nout_time_ms=2500000\nprogress=continue\n')).toMatchObject([
      { seconds: 2.5 },
    ]);
  });
});

test('log lines give their level, and the second pass of fast start is seen', () => {
  expect(parseLogLine('[mov,mp4,m4a,3gp,3g2,mj2 @ 0x55c1] [error] moov atom not found')).toEqual({
    level: 'error',
    text: '[mov,mp4,m4a,3gp,3g2,mj2] moov atom not found',
  });
  expect(parseLogLine('[error] file:x.mp4: Is a directory').text).toBe(
    'file:x.mp4: Is a directory',
  );
  expect(parseLogLine('Svt[info]: SVT').level).toBe('info');
  expect(
    startsFastStart(
      '[mp4 @ 0x1] [info] Starting second pass: moving the moov atom to the beginning of the file',
    ),
  ).toBe(true);
});

test('languages are written for the web', () => {
  expect(['deu', 'eng', 'qaa', 'zho'].map(languageTag)).toEqual(['de', 'en', 'qaa', 'zh']);
});
