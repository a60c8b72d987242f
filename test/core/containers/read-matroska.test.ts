import { describe, expect, test } from 'vitest';
import { sourceFromBytes } from '../../../core/containers/byte-source.ts';
import { buildMimeTypeOf, readCodecStrings } from '../../../core/containers/read-codec-strings.ts';
import { readMatroska } from '../../../core/containers/read-matroska.ts';
import { bytesOf, element, number32, zeros } from './build-boxes.ts';

const HEADER = element(0x1a45dfa3, element(0x4282, 'webm'));

const trackEntry = (number: number, type: number, codec: string, ...more: Uint8Array[]) =>
  element(0xae, element(0xd7, number), element(0x83, type), element(0x86, codec), ...more);

const size = (width: number, height: number) =>
  element(0xe0, element(0xb0, number32(width)), element(0xba, number32(height)));

const fps25 = element(0x23e383, number32(40_000_000));
const blockOf = (track: number, ...frame: number[]) =>
  element(0xa3, 0x80 | track, 0, 0, 0x80, Uint8Array.from(frame), zeros(80));

const KEY_FRAME = [0x82, 0x49, 0x83, 0x42, 0, 0];
/** frame_marker 2, profile 2 (bits 0 1), shown, key; then the sync code and one bit for 12 instead of 10. */
const KEY_FRAME_10_BIT = [0x92, 0x49, 0x83, 0x42, 0, 0];

const file = (tracks: readonly Uint8Array[], ...clusters: Uint8Array[]) =>
  sourceFromBytes(
    bytesOf(HEADER, element(0x18538067, element(0x1654ae6b, ...tracks), ...clusters)),
  );

const cluster = (...blocks: Uint8Array[]) => element(0x1f43b675, element(0xe7, 0), ...blocks);

describe('VP9', () => {
  const vp9 = trackEntry(1, 1, 'V_VP9', fps25, size(1280, 720));

  test('takes profile and depth from its first frame and the level from its size', async () => {
    const read = await readMatroska(file([vp9], cluster(blockOf(1, ...KEY_FRAME))));
    expect(read).toMatchObject({ tracks: [{ codecString: 'vp09.00.31.08' }] });
    const ten = await readMatroska(file([vp9], cluster(blockOf(1, ...KEY_FRAME_10_BIT))));
    expect(ten).toMatchObject({ tracks: [{ codecString: 'vp09.02.31.10' }] });
  });

  test('finds its first frame behind those of others and in block groups', async () => {
    const group = element(
      0xa0,
      element(0xa1, 0x81, 0, 0, 0, Uint8Array.from(KEY_FRAME), zeros(60)),
    );
    const read = await readMatroska(file([vp9], cluster(blockOf(2, 1, 2, 3), group)));
    expect(read).toMatchObject({ tracks: [{ codecString: 'vp09.00.31.08' }] });
  });

  test('believes its private data where there is some', async () => {
    const features = element(0x63a2, 1, 1, 0, 2, 1, 40, 3, 1, 8);
    const told = trackEntry(1, 1, 'V_VP9', features, size(1280, 720));
    expect(await readMatroska(file([told]))).toMatchObject({
      tracks: [{ codecString: 'vp09.00.40.08' }],
    });
  });

  test('has no string where nothing tells its profile', async () => {
    expect(await readMatroska(file([vp9]))).toMatchObject({ tracks: [{ codecString: null }] });
  });
});

test.for([
  ['V_VP8', 1, [], 'vp8'],
  ['V_AV1', 1, [0x81, 0x08, 0x0c, 0], 'av01.0.08M.08'],
  ['V_MPEG4/ISO/AVC', 1, [1, 0x4d, 0x40, 0x1f], 'avc1.4d401f'],
  ['A_OPUS', 2, [], 'opus'],
  ['A_VORBIS', 2, [], 'vorbis'],
  ['A_AAC', 2, [0x12, 0x10], 'mp4a.40.2'],
  ['A_FLAC', 2, [], 'flac'],
  ['A_PCM/INT/LIT', 2, [], null],
] as const)('%s is %s', async ([codec, type, codecPrivate, codecString]) => {
  const entry = trackEntry(1, type, codec, element(0x63a2, Uint8Array.from(codecPrivate)));
  expect(await readMatroska(file([entry]))).toMatchObject({ ok: true, tracks: [{ codecString }] });
});

test('live recordings, whose sizes are unknown, are read too', async () => {
  const unknown = bytesOf(0x18, 0x53, 0x80, 0x67, 1, Uint8Array.from(Array(7).fill(0xff)));
  const tracks = element(0x1654ae6b, trackEntry(1, 2, 'A_OPUS'));
  const live = sourceFromBytes(bytesOf(HEADER, unknown, tracks));
  expect(await readMatroska(live)).toMatchObject({ tracks: [{ codecString: 'opus' }] });
});

test('anything else is no Matroska', async () => {
  for (const bytes of [new Uint8Array(), bytesOf('RIFF'), zeros(100), bytesOf(HEADER)]) {
    expect(await readMatroska(sourceFromBytes(bytes))).toEqual({
      ok: false,
      reason: 'not-matroska',
    });
  }
  expect(await readMatroska(file([]))).toEqual({ ok: false, reason: 'no-tracks' });
});

test('Ogg goes by the names of its codecs; MP3 and others have no strings', async () => {
  const source = sourceFromBytes(bytesOf('OggS'));
  const strings = (
    container: 'ogv' | 'opus' | 'mp3',
    videoCodec: string | null,
    audioCodec: string,
  ) => readCodecStrings(source, container, { videoCodec, audioCodec });
  expect((await strings('ogv', 'theora', 'vorbis')).codecStrings).toEqual(['theora', 'vorbis']);
  expect((await strings('opus', null, 'opus')).codecStrings).toEqual(['opus']);
  expect((await strings('mp3', null, 'mp3')).codecStrings).toEqual([]);
});

test('MIME types follow what is in the file', () => {
  expect(buildMimeTypeOf('mp4', ['avc1.64001f', 'mp4a.40.2'], 'video')).toBe(
    'video/mp4; codecs="avc1.64001f, mp4a.40.2"',
  );
  expect(buildMimeTypeOf('webm', ['opus'], 'audio')).toBe('audio/webm; codecs="opus"');
  expect(buildMimeTypeOf('mp3', [], 'audio')).toBe('audio/mpeg');
  expect(buildMimeTypeOf('mkv', [], 'video')).toBe('video/x-matroska');
});
