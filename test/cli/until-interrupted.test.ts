import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../cli/failure.ts';
import { untilInterrupted } from '../../cli/until-interrupted.ts';

const never = new Promise<never>(() => {});

describe('waiting for work in the terminal', () => {
  it('ends with its result, or its failure', async () => {
    const { signal } = new AbortController();
    expect(await untilInterrupted(signal, Promise.resolve('done'))).toBe('done');
    await expect(untilInterrupted(signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('ends at once at Ctrl-C, also at one that came before, and leaves no rejection unheard', async () => {
    const stopping = new AbortController();
    const work = Promise.withResolvers<never>();
    const waiting = untilInterrupted(stopping.signal, work.promise);
    stopping.abort();
    await expect(waiting).rejects.toBeInstanceOf(Interrupted);
    await expect(untilInterrupted(stopping.signal, never)).rejects.toBeInstanceOf(Interrupted);
    // Vitest fails the run on an unhandled rejection.
    work.reject(new Error('the engine stopped'));
    await new Promise(setImmediate);
  });
});
