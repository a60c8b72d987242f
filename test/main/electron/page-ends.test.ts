import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { PageAnswer } from '../../../main/electron/dialogs.ts';
import { reloadEndedPage } from '../../../main/electron/page-ends.ts';

/** A page that ends when told to, and a person who answers what they are told to. */
function stage() {
  const told: string[] = [];
  const answers: ((answer: PageAnswer) => void)[] = [];
  const contents = Object.assign(new EventEmitter(), { reload: () => void told.push('reload') });
  const clock = { ms: 0, now: () => clock.ms };
  reloadEndedPage({
    contents: contents as never,
    clock,
    logger: { info: () => {}, warn: () => {}, error: (message) => void told.push(message) },
    ask: () => new Promise((resolve) => answers.push(resolve)),
    quit: () => void told.push('quit'),
  });
  const end = (reason = 'crashed') =>
    contents.emit('render-process-gone', {}, { reason, exitCode: 5 });
  const answer = async (what: PageAnswer) => {
    answers.shift()?.(what);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { told, answers, clock, end, answer };
}

const LOADED = ['The page ended: crashed (5). It is loaded anew.', 'reload'];
const ASKED = 'The page ended: crashed (5). That was 3 times within a minute: the person is asked.';

describe('a page whose process ends', () => {
  it('is loaded anew, however often that is in a long day', () => {
    const { told, answers, clock, end } = stage();
    for (let minutes = 0; minutes < 10; minutes += 1) {
      clock.ms = minutes * 31_000;
      end();
    }
    expect(told).toEqual(Array.from({ length: 10 }, () => LOADED).flat());
    expect(answers).toEqual([]);
  });

  it('is not loaded for the third time within a minute before the person said so', async () => {
    const { told, end, answer } = stage();
    for (let times = 0; times < 3; times += 1) end();
    expect(told).toEqual([...LOADED, ...LOADED, ASKED]);
    await answer('again');
    expect(told.slice(-1)).toEqual(['reload']);
    end();
    expect(told.slice(-2)).toEqual(LOADED);
  });

  it('is left as it is when the person quits', async () => {
    const { told, end, answer } = stage();
    for (let times = 0; times < 3; times += 1) end();
    await answer('quit');
    expect(told.slice(-2)).toEqual([ASKED, 'quit']);
  });

  it('asks once, also when it ends again meanwhile', () => {
    const { answers, end } = stage();
    for (let times = 0; times < 5; times += 1) end();
    expect(answers).toHaveLength(1);
  });

  it('is left alone when it ended of its own will', () => {
    const { told, end } = stage();
    end('clean-exit');
    expect(told).toEqual([]);
  });
});
