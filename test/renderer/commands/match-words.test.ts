import { describe, expect, it } from 'vitest';
import { bestMatches, keepGroups, matchWords } from '../../../renderer/commands/match-words.ts';

const titles = (typed: string, ...texts: readonly string[]) =>
  bestMatches(
    texts.map((title) => ({ title })),
    typed,
  ).map(({ title }) => title);

describe('what the palette finds', () => {
  it('needs every typed word, in any order', () => {
    expect(titles('queue go', 'Go to the queue', 'Go to settings')).toEqual(['Go to the queue']);
  });

  it('puts beginnings before middles', () => {
    expect(titles('set', 'Reset', 'Go to settings', 'Settings')).toEqual([
      'Settings',
      'Go to settings',
      'Reset',
    ]);
  });

  it('does not mind case and accents', () => {
    expect(matchWords('Die Auswahl veröffentlichen', 'VEROFF')).toBeGreaterThan(0);
  });

  it('keeps groups together in the order of their best', () => {
    const entries = [
      { id: 1, group: 'go' },
      { id: 2, group: 'view' },
      { id: 3, group: 'go' },
    ];
    expect(keepGroups(entries).map(({ id }) => id)).toEqual([1, 3, 2]);
  });

  it('keeps everything in its order while nothing is typed', () => {
    expect(titles(' ', 'b', 'a')).toEqual(['b', 'a']);
  });
});
