import { describe, expect, test } from 'vitest';
import { classifyFailure, type FailedRun } from '../../../core/ffmpeg/classify-failure.ts';

const run = (changes: Partial<FailedRun>): FailedRun => ({
  task: 'probe',
  path: '/clips/a.mp4',
  exitCode: 1,
  signal: null,
  lines: [],
  ...changes,
});

const bytes = (text: string) => new TextEncoder().encode(text);
const MOOV = '[mov,mp4,m4a,3gp,3g2,mj2 @ 0x56] [error] moov atom not found';
const INVALID = '[error] file:/clips/a.mp4: Invalid data found when processing input';
const WHITELIST = "[error] Format not on whitelist 'mov,mp4'";

/** Lines as FFmpeg 4.0.2, 5.1 and 7.1 wrote them. */
const CAPTURED: readonly (readonly [string, Partial<FailedRun>])[] = [
  ['import/truncated', { lines: [MOOV, INVALID] }],
  ['import/truncated', { lines: [MOOV, INVALID], head: bytes('\0\0\0 ftypisom') }],
  ['import/not-media', { lines: [MOOV, INVALID], head: bytes('hello, world') }],
  ['import/not-media', { lines: [MOOV, INVALID], head: new Uint8Array() }],
  ['import/not-media', { lines: [INVALID] }],
  ['import/not-media', { lines: [`[png_pipe @ 0x1] ${WHITELIST}`] }],
  ['import/not-media', { lines: [`[image2 @ 0x1] ${WHITELIST}`] }],
  ['import/not-media', { lines: ['[error] file:/clips/a.mp4: Is a directory'] }],
  ['import/playlist-refused', { lines: [`[hls @ 0x55884285e440] ${WHITELIST}`] }],
  ['import/playlist-refused', { lines: [`[hls,applehttp @ 0x2e97c600] ${WHITELIST}`] }],
  ['import/playlist-refused', { lines: [`[concat @ 0x1] ${WHITELIST}`] }],
  ['import/playlist-refused', { lines: [`[dash @ 0x1] ${WHITELIST}`] }],
  ['import/playlist-refused', { lines: ["[error] Protocol 'http' not on whitelist 'file,pipe'!"] }],
  [
    'import/playlist-refused',
    {
      lines: [
        '[error] Not detecting m3u8/hls with non standard extension and non standard mime type',
        MOOV,
        INVALID,
      ],
      head: bytes('#EXTM3U'),
    },
  ],
  ['import/not-found', { lines: ['[error] file:/clips/a.mp4: No such file or directory'] }],
  ['import/no-permission', { lines: ['[error] file:/clips/a.mp4: Permission denied'] }],
  [
    'conversion/master-missing',
    { task: 'convert', lines: ['[error] file:/clips/a.mp4: No such file or directory'] },
  ],
  [
    'conversion/target-read-only',
    { task: 'convert', lines: ['[error] file:/out/.x.tmp: Permission denied'] },
  ],
  [
    'conversion/target-read-only',
    { task: 'convert', lines: ['[error] file:/out/.x.tmp: No such file or directory'] },
  ],
  [
    'conversion/target-read-only',
    { task: 'convert', lines: ['[error] file:/out/.x.tmp: Read-only file system'] },
  ],
  [
    'import/no-permission',
    { task: 'convert', lines: ['[error] file:/clips/a.mp4: Permission denied'] },
  ],
  [
    'conversion/disk-full',
    {
      task: 'convert',
      lines: [
        '[error] av_interleaved_write_frame(): No space left on device',
        '[mp4 @ 0x55] [error] Error writing trailer of file:/out/x: No space left on device',
        '[error] file:/clips/a.mp4: Invalid data found when processing input',
      ],
    },
  ],
  [
    'import/undecodable',
    {
      task: 'convert',
      lines: ['[error] Decoder (codec none) not found for input stream #0:0'],
    },
  ],
  ['format/unavailable', { task: 'convert', lines: ["[fatal] Unknown encoder 'libx264'"] }],
  [
    'conversion/ffmpeg-failed',
    { task: 'convert', lines: ["[fatal] Stream map '0:7' matches no streams."] },
  ],
  ['conversion/ffmpeg-failed', { task: 'convert', exitCode: null, signal: 'SIGSEGV' }],
  ['conversion/ffmpeg-failed', { task: 'probe', exitCode: null, signal: 'SIGKILL' }],
  ['import/not-media', { lines: ['[error] something nobody has seen'] }],
];

describe('what FFmpeg said becomes', () => {
  test.for(CAPTURED)('%s: %j', ([code, changes]) => {
    const failure = classifyFailure(run(changes));
    expect(failure.code).toBe(code);
    expect(failure.message.length).toBeGreaterThan(20);
  });
});

test('a message names the file and, where nothing else is known, what was said', () => {
  const lines = ['[info] Stream mapping:', '[libx264 @ 0x1] [error] strange', '[info] bye'];
  const { message } = classifyFailure(run({ task: 'convert', exitCode: 187, lines }));
  expect(message).toContain('/clips/a.mp4');
  expect(message).toContain('187');
  expect(message).toContain('strange');
  expect(message).not.toContain('bye');
});

test('a file whose own name sounds like a failure is not taken for one', () => {
  const path = '/clips/Permission denied.mp4';
  const lines = [`[error] file:${path}: Invalid data found when processing input`];
  expect(classifyFailure(run({ path, lines })).code).toBe('import/not-media');
});
