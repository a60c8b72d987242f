import { expect, it } from 'vitest';
import { writeBitrate, writeSentence } from '../../../core/text/write-sentence.ts';

it('puts facts in their units into a sentence', () => {
  expect(
    writeSentence(
      '{rate:bits} at {hertz:hertz} of {what:upper} in {channels:channels}, {size:bytes}.',
      {
        rate: 96_000,
        hertz: 44_100,
        what: 'pcm_s16le',
        channels: 2,
        size: 1_200_000,
      },
    ),
  ).toBe('96 kb/s at 44.1 kHz of PCM S16LE in stereo, 1.2 MB.');
});

it('lets the word go with the number: none, one and many', () => {
  const tell = (lines: number) =>
    writeSentence('{lines} {lines?line is|lines are} damaged.', { lines });
  expect([0, 1, 2].map(tell)).toEqual([
    '0 lines are damaged.',
    '1 line is damaged.',
    '2 lines are damaged.',
  ]);
});

it('takes the first sentence whose facts are all there, and none when all lack one', () => {
  const sentences = ['It can hold {codecs}, not {codec}.', 'It cannot hold {codec}.'];
  expect(writeSentence(sentences, { codec: 'VP8', codecs: 'H.264' })).toBe(
    'It can hold H.264, not VP8.',
  );
  expect(writeSentence(sentences, { codec: 'VP8', codecs: '' })).toBe('It cannot hold VP8.');
  expect(writeSentence(sentences, { codec: null })).toBeNull();
});

it('writes rates as people read them', () => {
  expect([7_500_000, 998_000, 96_400, 400].map(writeBitrate)).toEqual([
    '7.5 Mb/s',
    '1 Mb/s',
    '96 kb/s',
    '400 b/s',
  ]);
});
