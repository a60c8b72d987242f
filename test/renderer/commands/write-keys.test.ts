import { expect, it } from 'vitest';
import { writeKeys } from '../../../renderer/commands/write-keys.ts';

it('writes keys as the keyboard at hand names them', () => {
  const keys = { delete: 'Del' };
  expect(writeKeys('mod+k', { mac: false, keys })).toBe('Ctrl K');
  expect(writeKeys('mod+k', { mac: true, keys })).toBe('⌘ K');
  expect(writeKeys('mod+k', { mac: false, keys: { mod: 'Strg' } })).toBe('Strg K');
  expect(writeKeys('g q', { mac: false, keys })).toBe('G Q');
  expect(writeKeys('delete', { mac: true, keys })).toBe('Del');
});
