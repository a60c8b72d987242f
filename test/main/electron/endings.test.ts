import { describe, expect, it } from 'vitest';
import { createEndings } from '../../../main/electron/endings.ts';

function stage() {
  const told: string[] = [];
  const endings = createEndings({
    info: () => {},
    warn: () => {},
    error: (message) => void told.push(message),
  });
  const end = (name: string) => () => void told.push(name);
  return { endings, told, end };
}

describe('what must be ended', () => {
  it('ends in the reverse order, also where one of it fails', async () => {
    const { endings, told, end } = stage();
    endings.add(end('first'), () => Promise.reject(new Error('no')), end('last'));
    await endings.run();
    expect(told).toEqual(['last', 'A part of the window did not end well.', 'first']);
  });

  it('ends once, and nobody who asks again hears of it before it is over', async () => {
    const { endings, told, end } = stage();
    const slow = Promise.withResolvers<void>();
    endings.add(end('first'), () => slow.promise);
    void endings.run();
    const again = endings.run().then(end('over'));
    expect([endings.areUnderWay, told]).toEqual([true, []]);
    slow.resolve();
    await again;
    expect(told).toEqual(['first', 'over']);
  });

  it('ends also what began only while the rest was ending', async () => {
    const { endings, told, end } = stage();
    endings.add(end('first'), async () => {
      await Promise.resolve();
      endings.add(end('late'));
    });
    await endings.run();
    expect(told).toEqual(['late', 'first']);
  });
});
