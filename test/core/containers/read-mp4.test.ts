import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCodecString } from '../../../core/codecs/codec-strings.ts';
import { type ByteSource, sourceFromBytes } from '../../../core/containers/byte-source.ts';
import { readCodecStrings } from '../../../core/containers/read-codec-strings.ts';
import { readFastStart } from '../../../core/containers/read-fast-start.ts';
import { readMatroska } from '../../../core/containers/read-matroska.ts';
import { readMp4 } from '../../../core/containers/read-mp4.ts';
import { box, bytesOf, esds, number32, sampleEntry, track, zeros } from './build-boxes.ts';

const FTYP = box('ftyp', 'isom', zeros(4));
const AVC = sampleEntry('video', 'avc1', box('avcC', 1, 0x64, 0, 0x1f, 0xff));
const AAC = sampleEntry('audio', 'mp4a', esds(0x40, [0x12, 0x10]));

const file = (...parts: Uint8Array[]) => sourceFromBytes(bytesOf(FTYP, ...parts));
const movie = (...tracks: Uint8Array[]) => box('moov', box('mvhd', zeros(100)), ...tracks);
const MOVIE = movie(track('vide', AVC), track('soun', AAC));

describe('codec strings', () => {
  const HVCC = bytesOf(1, 1, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93, zeros(9));
  test.for([
    ['vide', AVC, 'avc1.64001f'],
    ['vide', sampleEntry('video', 'avc3', box('avcC', 1, 0x42, 0xc0, 0x1e)), 'avc3.42c01e'],
    ['vide', sampleEntry('video', 'hvc1', box('hvcC', HVCC)), 'hvc1.1.6.L93.90'],
    ['vide', sampleEntry('video', 'hev1', box('hvcC', HVCC)), 'hev1.1.6.L93.90'],
    ['vide', sampleEntry('video', 'av01', box('av1C', 0x81, 0x08, 0x0c, 0)), 'av01.0.08M.08'],
    ['vide', sampleEntry('video', 'av01', box('av1C', 0x81, 0x0d, 0xcc, 0)), 'av01.0.13H.10'],
    [
      'vide',
      sampleEntry('video', 'vp09', box('vpcC', 1, zeros(3), 0, 31, 0x82, 1, 1, 1, 0, 0)),
      'vp09.00.31.08',
    ],
    [
      'vide',
      sampleEntry('video', 'vp09', box('vpcC', 1, zeros(3), 2, 51, 0xa2, 9, 16, 9, 0, 0)),
      'vp09.02.51.10.01.09.16.09.00',
    ],
    ['soun', AAC, 'mp4a.40.2'],
    ['soun', sampleEntry('audio', 'mp4a', esds(0x40, [0x2b, 0x92, 0x08, 0])), 'mp4a.40.5'],
    ['soun', sampleEntry('audio', 'mp4a', esds(0x40, [0xeb, 0x09])), 'mp4a.40.29'],
    ['soun', sampleEntry('audio', 'mp4a', esds(0x6b, [])), 'mp4a.6B'],
    ['soun', sampleEntry('audio', '.mp3'), 'mp4a.6B'],
    ['soun', sampleEntry('audio', 'Opus', box('dOps', zeros(11))), 'opus'],
    ['soun', sampleEntry('audio', 'fLaC', box('dfLa', zeros(42))), 'flac'],
    ['soun', sampleEntry('audio', 'ac-3', box('dac3', zeros(3))), 'ac-3'],
  ] as const)('of %s in %j are %s', async ([handler, entry, codecString]) => {
    const read = await readMp4(file(movie(track(handler, entry))));
    expect(read).toMatchObject({ ok: true, tracks: [{ codecString }] });
    expect(parseCodecString(codecString)).not.toBeNull();
  });

  test('MPEG-4 visual is named with its profile', async () => {
    const entry = sampleEntry('video', 'mp4v', esds(0x20, [0, 0, 1, 0xb0, 9]));
    expect(await readMp4(file(movie(track('vide', entry))))).toMatchObject({
      tracks: [{ codecString: 'mp4v.20.9' }],
    });
  });

  test('QuickTime’s longer sound descriptions are understood', async () => {
    const header = bytesOf(zeros(8), 0, 1, zeros(18), zeros(16));
    const entry = box('mp4a', header, box('wave', box('frma', 'mp4a'), esds(0x40, [0x12, 0x10])));
    expect(await readMp4(file(movie(track('soun', entry))))).toMatchObject({
      tracks: [{ codecString: 'mp4a.40.2' }],
    });
  });

  test('the picture comes first; a list with an unknown member is no list', async () => {
    const none = { videoCodec: null, audioCodec: null };
    const turned = file(movie(track('soun', AAC), track('vide', AVC)));
    const { codecStrings } = await readCodecStrings(turned, 'mp4', none);
    expect(codecStrings).toEqual(['avc1.64001f', 'mp4a.40.2']);
    const strange = file(movie(track('vide', AVC), track('soun', sampleEntry('audio', 'xxxx'))));
    expect((await readCodecStrings(strange, 'mp4', none)).codecStrings).toEqual([]);
  });

  test('tracks of text and data do not count', async () => {
    const text = track('text', sampleEntry('audio', 'tx3g'));
    expect(await readMp4(file(movie(track('vide', AVC), text)))).toMatchObject({
      tracks: [{ kind: 'video' }],
    });
  });
});

describe('the place of the index', () => {
  const data = box('mdat', zeros(5_000));

  test('before the data is fast start, behind it is not', async () => {
    expect(await readFastStart(file(MOVIE, data))).toBe(true);
    expect(await readFastStart(file(box('free', zeros(9)), data, MOVIE))).toBe(false);
  });

  test('is found behind data of over 4 GiB, reading next to nothing', async () => {
    const start = bytesOf(FTYP, number32(1), 'mdat', number32(2), number32(16));
    const end = FTYP.length + 2 * 2 ** 32 + 16;
    let bytesRead = 0;
    const huge: ByteSource = {
      size: end + MOVIE.length,
      read: async (offset, length) => {
        bytesRead += length;
        const [from, bytes] = offset < end ? [offset, start] : [offset - end, MOVIE];
        return bytes.subarray(from, from + length);
      },
    };
    expect(await readMp4(huge)).toMatchObject({ ok: true, fastStart: false, tracks: [{}, {}] });
    expect(bytesRead).toBeLessThan(5_000);
  });

  test('missing, or in no MP4 at all, is told', async () => {
    expect(await readMp4(file(data))).toEqual({ ok: false, reason: 'no-index' });
    for (const text of ['', 'short', 'this is only some text', '\0\0\0\x08abcd']) {
      expect(await readMp4(sourceFromBytes(bytesOf(text)))).toEqual({
        ok: false,
        reason: 'not-mp4',
      });
      expect(await readFastStart(sourceFromBytes(bytesOf(text)))).toBeNull();
    }
  });
});

/** Counts what a reader asks for, and says that the file is far larger than it is. */
function counted(bytes: Uint8Array, size = bytes.length) {
  const counts = { reads: 0, longest: 0 };
  const source: ByteSource = {
    size,
    read: async (offset, length) => {
      counts.reads += 1;
      counts.longest = Math.max(counts.longest, length);
      return bytes.subarray(offset, offset + length);
    },
  };
  return { source, counts };
}

describe('hostile bytes', () => {
  const whole = bytesOf(FTYP, MOVIE, box('mdat', zeros(64)));

  test('changed, cut or invented, are read to an end with few and short reads', async () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.nat(whole.length),
        async (changes, cut) => {
          const bytes = Uint8Array.from(whole);
          for (const { at, to } of changes) bytes[at] = to;
          const { source, counts } = counted(bytes.subarray(0, whole.length - cut), 2 ** 50);
          for (const read of [readMp4, readMatroska]) await read(source);
          expect(counts.reads).toBeLessThan(40_000);
          expect(counts.longest).toBeLessThanOrEqual(1_048_576);
        },
      ),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { source } = counted(bytesOf(FTYP, bytes), 2 ** 50);
        await readMp4(source);
      }),
    );
  });

  test('endless tiny boxes are given up', async () => {
    const free = box('free');
    const { source, counts } = counted(bytesOf(FTYP, ...Array(20_000).fill(free)));
    expect(await readMp4(source)).toEqual({ ok: false, reason: 'no-index' });
    expect(counts.reads).toBeLessThan(5_000);
  });
});
