import { describe, expect, it } from 'vitest';
import { checkAttributes, readAttributes } from '../../../renderer/media/check-attributes.ts';

const lines = (...names: readonly string[]) => names.map((name) => ({ name, value: 'x' }));

describe('attributes as they are typed', () => {
  it('are refused by the rules of the engine', () => {
    expect(checkAttributes(lines('data-id', '', 'lang'))).toEqual([null, null, null]);
    expect(checkAttributes(lines('onclick'))[0]).toBe('event-handler');
    expect(checkAttributes(lines('src'))[0]).toBe('own-option');
    expect(checkAttributes(lines('1x'))[0]).toBe('name-invalid');
    expect(checkAttributes(lines('data-id', 'DATA-ID'))).toEqual([null, 'twice']);
  });

  it('are sent only where they are allowed', () => {
    expect(readAttributes(lines('lang', '', 'onclick', 'LANG'))).toEqual({ lang: 'x' });
  });
});
