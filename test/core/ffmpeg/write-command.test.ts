import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCommand } from '../../../core/ffmpeg/write-command.ts';

test('plain words stay as they are, others are quoted', () => {
  expect(
    writeCommand('ffmpeg', ['-i', 'file:/a b/it’s "one".mp4', '-vf', "scale='min(1,iw)'"]),
  ).toBe(`ffmpeg -i 'file:/a b/it’s "one".mp4' -vf 'scale='\\''min(1,iw)'\\'''`);
  expect(writeCommand('x', ['', '$HOME', '`id`', '!!', '~', '*'])).toBe(
    "x '' '$HOME' '`id`' '!!' '~' '*'",
  );
});

test('a real shell takes every word as it was', () => {
  const word = fc
    .string({ unit: 'binary', maxLength: 30 })
    .map((text) => text.replaceAll('\0', '').toWellFormed());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const command = writeCommand('printf', ['%s\\0', ...words, 'end']);
      const printed = execFileSync('/bin/sh', ['-c', command]).toString();
      expect(printed.split('\0').slice(0, -1)).toEqual([...words, 'end']);
    }),
    { numRuns: 40 },
  );
});
