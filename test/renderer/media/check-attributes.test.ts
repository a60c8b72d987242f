import { describe, expect, it } from 'vitest';
import { checkAttributes, readAttributes } from '../../../renderer/media/check-attributes.ts';

const lines = (...names: readonly string[]) => names.map((name) => ({ name, value: 'x' }));

describe('attributes as they are typed', () => {
  it('are refused by the rules of the engine', () => {
    expect(checkAttributes(lines('data-id', '', 'lang'))).toEqual([null, null, null]);
    expect(checkAttributes(lines('onclick'))[0]).toMatch(/would run code/);
    expect(checkAttributes(lines('src'))[0]).toMatch(/AVlogue sets it itself/);
    expect(checkAttributes(lines('1x'))[0]).toMatch(/not allowed/);
    expect(checkAttributes(lines('data-id', 'DATA-ID'))).toEqual([
      null,
      expect.stringMatching(/given twice/),
    ]);
  });

  it('are sent only where they are allowed', () => {
    expect(readAttributes(lines('lang', '', 'onclick', 'LANG'))).toEqual({ lang: 'x' });
  });
});
