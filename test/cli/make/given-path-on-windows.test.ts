import { expect, test, vi } from 'vitest';
import { givenPath, silentPaths } from '../../../cli/make/given-path.ts';

vi.mock('node:path', async (original) => (await original<typeof import('node:path')>()).win32);

const GIVEN = ['C:\\a', 'D:\\b'];

test('a folder on another drive holds nothing of this one', () => {
  expect(givenPath('D:\\b\\x.mp4', GIVEN, 'C:\\work')).toBe('D:\\b\\x.mp4');
  expect(givenPath('C:\\a\\y.mp4', GIVEN, 'C:\\work')).toBe('C:\\a\\y.mp4');
  expect(silentPaths(GIVEN, ['D:\\b\\x.mp4'], 'C:\\work')).toEqual(['C:\\a']);
});
