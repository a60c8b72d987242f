import { expect, test } from 'vitest';
import { findFailedOutputs } from '../../../core/work/find-failed-outputs.ts';

const TARGETS = ['/out/.avlogue-aa.tmp', '/out/.avlogue-bb.tmp', '/out/.avlogue-cc.tmp'];

test.each([
  ['4 and 5', '[error] Error initializing output stream 1:0 -- Error while opening encoder'],
  [
    '4 and 5, at the header',
    '[error] Could not write header for output file #1 (incorrect codec parameters ?)',
  ],
  ['6', '[vost#1:0/libx264 @ 0x55] [error] Error initializing output stream'],
  ['7 and 8', '[out#1/mp4 @ 0x55f0] [error] Could not open encoder before EOF'],
  [
    'any, by the file',
    '[error] Error writing trailer of file:/out/.avlogue-bb.tmp: No space left on device',
  ],
])('the output that FFmpeg %s complains about is found', (_, line) => {
  expect(findFailedOutputs(['[info] Output #0, mp4, to x', line], TARGETS)).toEqual([1]);
});

test('lines that only inform accuse nobody', () => {
  expect(
    findFailedOutputs(
      ["[info] Output #0, mp4, to 'file:/out/.avlogue-aa.tmp':", '[error] Conversion failed!'],
      TARGETS,
    ),
  ).toEqual([]);
});

test('several can fail at once', () => {
  const lines = ['[aost#2:1/aac @ 0x1] [error] bad', '[fatal] Error writing /out/.avlogue-aa.tmp'];
  expect(findFailedOutputs(lines, TARGETS)).toEqual([0, 2]);
});
