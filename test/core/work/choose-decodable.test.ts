import { expect, test } from 'vitest';
import { chooseDecodable } from '../../../core/work/choose-decodable.ts';
import { videoMaster } from './masters.ts';

const master = videoMaster();
const { audio } = master;

test('what can be decoded, or is not known not to be, stays as it is', () => {
  expect(chooseDecodable(master, new Set(), 'x')).toBe(master);
  expect(chooseDecodable(master, new Set(['h264', 'aac']), 'x')).toBe(master);
});

test('a picture without a decoder refuses the file', () => {
  expect(() => chooseDecodable(master, new Set(['aac']), '/a.mp4')).toThrow(
    expect.objectContaining({
      code: 'import/undecodable',
      message: expect.stringContaining('/a.mp4 (h264)'),
    }),
  );
});

test('another track is heard when the first has no decoder, and none if there is none', () => {
  if (audio === null) throw new Error('no sound');
  const other = { ...audio, index: 2, codec: 'mp3' };
  const both = { ...master, otherAudio: [other] };
  expect(chooseDecodable(both, new Set(['h264', 'mp3']), 'x')).toMatchObject({
    audio: other,
    otherAudio: [audio],
  });
  expect(chooseDecodable(both, new Set(['h264']), 'x')).toMatchObject({ audio: null });
  expect(() => chooseDecodable({ ...both, video: null }, new Set(['h264']), 'x')).toThrow(
    'no decoder',
  );
});
