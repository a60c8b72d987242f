import { expect, test } from 'vitest';
import type { ByteSource } from '../../../core/containers/byte-source.ts';
import { parseDecodable } from '../../../core/ffmpeg/parse-decodable.ts';
import { isWholeMp4 } from '../../../core/work/is-whole-mp4.ts';
import { readJpegSize } from '../../../core/work/read-jpeg-size.ts';

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

function box(type: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, size);
  bytes.set(new TextEncoder().encode(type), 4);
  return bytes;
}

test('an MP4 is whole when its last box ends with the file', async () => {
  const file = Uint8Array.from([...box('ftyp', 24), ...box('moov', 40), ...box('mdat', 100)]);
  expect(await isWholeMp4(sourceOf(file))).toBe(true);
  for (const length of [163, 100, 70, 30, 0]) {
    expect(await isWholeMp4(sourceOf(file.subarray(0, length)))).toBe(length === 0);
  }
  expect(await isWholeMp4(sourceOf(Uint8Array.from([...file, 0])))).toBe(false);
});

test('the size of a JPEG stands in its frame header, behind whatever comes before', () => {
  const frame = [0xff, 0xc0, 0, 17, 8, 0x02, 0xd0, 0x05, 0x00, 3];
  const comment = [0xff, 0xfe, 0, 4, 1, 2];
  const huffman = [0xff, 0xc4, 0, 3, 9];
  const jpeg = Uint8Array.from([0xff, 0xd8, ...comment, ...huffman, ...frame]);
  expect(readJpegSize(jpeg)).toEqual({ width: 1280, height: 720 });
  expect(readJpegSize(jpeg.subarray(0, 15))).toBeNull();
  expect(readJpegSize(new Uint8Array())).toBeNull();
  expect(
    readJpegSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0])),
  ).toBeNull();
});

test('codecs that FFmpeg can decode are told from those that it can only write or name', () => {
  const output = [
    'Codecs:',
    ' D..... = Decoding supported',
    ' .E.... = Encoding supported',
    ' -------',
    ' D.VI.S 012v                 Uncompressed 4:2:2 10-bit',
    ' DEV.LS h264                 H.264 / AVC (decoders: h264 h264_v4l2m2m ) (encoders: libx264 )',
    ' ..V.L. av2                  a codec without a decoder',
    ' .EA.L. only_encoder         another',
    ' DEAIL. aac                  AAC (Advanced Audio Coding)',
  ].join('\n');
  expect([...parseDecodable(output)]).toEqual(['012v', 'h264', 'aac']);
});
