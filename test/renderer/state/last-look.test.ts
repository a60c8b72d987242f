import { describe, expect, it } from 'vitest';
import { createLastLook } from '../../../renderer/state/last-look.ts';

function storage(kept: string | null = null) {
  const items = new Map(kept === null ? [] : [['avlogue-look', kept]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

describe('how the page looked last', () => {
  it('is the system’s at the first time', () => {
    expect(createLastLook(storage()).look).toEqual({ theme: 'system', language: 'system' });
  });

  it('is known at the next start, and nothing else of the settings', () => {
    const kept = storage();
    const settings = { theme: 'dark', language: 'de', queuePaused: true } as const;
    createLastLook(kept).keep(settings);
    expect(createLastLook(kept).look).toEqual({ theme: 'dark', language: 'de' });
  });

  it.each(['', '{', '[]', '{"theme":"pink","language":"de"}', '"dark"'])(
    'is the system’s when what was kept cannot be read: %s',
    (text) => {
      expect(createLastLook(storage(text)).look).toEqual({ theme: 'system', language: 'system' });
    },
  );
});
