import { expect, it } from 'vitest';
import { isWithin, nameInPath } from '../../../core/import/is-within.ts';

it.each([
  ['/a/b', '/a/b', true],
  ['/a/b/c.mp4', '/a/b', true],
  ['/a/bc.mp4', '/a/b', false],
  ['/a', '/a/b', false],
  ['/a/b', '/', true],
  ['C:\\clips\\a.mp4', 'C:\\clips', true],
  ['C:\\clips2\\a.mp4', 'C:\\clips', false],
  ['D:\\a.mp4', 'D:\\', true],
])('%s within %s: %s', (path, folder, expected) => {
  expect(isWithin(path, folder)).toBe(expected);
});

it.each([
  ['/a/b.mp4', 'b.mp4'],
  ['/a/b/', 'b'],
  ['C:\\clips\\b.mp4', 'b.mp4'],
  ['/', '/'],
])('the name in %s is %s', (path, name) => {
  expect(nameInPath(path)).toBe(name);
});
