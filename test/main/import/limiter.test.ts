import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../../main/import/limiter.ts';

describe('the limiter', () => {
  it('runs no more at once than it may, all of them, in the order of asking', async () => {
    const limiter = createLimiter(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const task = async (number: number): Promise<number> => {
      begun.push(number);
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return number;
    };
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    const answers = await Promise.all(numbers.map((number) => limiter.run(() => task(number))));
    expect(answers).toEqual(numbers);
    expect(begun).toEqual(numbers);
    expect(most).toBe(2);
    // and what is asked for when all is done runs at once
    expect(await limiter.run(() => task(99))).toBe(99);
  });

  it('goes on behind a task that fails', async () => {
    const limiter = createLimiter(1);
    const failing = limiter.run(() => Promise.reject(new Error('broken')));
    const next = limiter.run(async () => 'done');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });

  it('costs no more for each of many tasks than for each of a few', async () => {
    const millisecondsFor = async (count: number): Promise<number> => {
      const limiter = createLimiter(16);
      const { user } = process.threadCpuUsage();
      await Promise.all(Array.from({ length: count }, () => limiter.run(async () => {})));
      return (process.threadCpuUsage().user - user) / 1000;
    };
    await millisecondsFor(20_000);
    const few = await millisecondsFor(20_000);
    // four times as many: it was fifty times as much
    expect(await millisecondsFor(80_000)).toBeLessThan(Math.max(few, 20) * 16);
  });
});
