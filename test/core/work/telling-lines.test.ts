import { expect, test } from 'vitest';
import { tellingLines } from '../../../core/work/telling-lines.ts';

test('complaints are kept however many statistics follow them', () => {
  const statistics = Array.from({ length: 40 }, (_, n) => `[libx264 @ 0x1] [info] mb P ${n}`);
  const full = '[error] Error writing trailer of file:/x: No space left on device';
  expect(tellingLines(['[info] Input', full, ...statistics])).toEqual([full]);
});

test('without complaints the last lines are kept', () => {
  const lines = Array.from({ length: 40 }, (_, n) => `plain line ${n}`);
  expect(tellingLines(lines)).toEqual(lines.slice(20));
  expect(tellingLines([])).toEqual([]);
});

test('the list of what may be opened is not repeated', () => {
  expect(tellingLines(["[webp_pipe @ 0x1] [error] Format not on whitelist 'mov,mp4,m4a'"])).toEqual(
    ['[webp_pipe @ 0x1] [error] Format not on whitelist'],
  );
});
