import { describe, expect, it } from 'vitest';
import { idSchema } from '../../core/model/scalars.ts';
import { createLogger } from '../../main/logger.ts';
import { limitsOf } from '../../main/machine-limits.ts';
import { createIds } from '../../main/system-clock.ts';

describe('the log', () => {
  it('holds one line for each entry, and causes below it with their own causes', () => {
    const written: string[] = [];
    const logger = createLogger({ now: () => 0 }, (text) => written.push(text));
    logger.info('started');
    logger.error('failed', new Error('outer', { cause: new Error('inner') }));
    expect(written[0]).toBe('1970-01-01T00:00:00.000Z info started\n');
    expect(written[1]).toMatch(/^1970-01-01T00:00:00.000Z error failed\n {4}Error: outer\n/);
    expect(written[1]).toMatch(/\n {4}because of Error: inner\n/);
    expect(
      written[1]
        ?.split('\n')
        .slice(1, -1)
        .every((line) => line.startsWith('    ')),
    ).toBe(true);
  });

  it('is not written into by names of files', () => {
    const written: string[] = [];
    const logger = createLogger({ now: () => 0 }, (text) => written.push(text));
    const name = 'a\n1970-01-01T00:00:00.000Z error forged\r\u001b[2J\u2028.mp4';
    logger.warn(`${name} was refused.`, new Error(name));
    const [entry = ''] = written;
    expect(entry).not.toMatch(/(?!\n)[\p{Cc}\u2028]/u);
    expect(entry.split('\n').filter((line) => line.startsWith('1970'))).toHaveLength(1);
    expect(entry).toContain('warn a\\u000a1970-01-01T00:00:00.000Z error forged\\u000d\\u001b[2J');
  });
});

describe('ids', () => {
  it('are new each time and fit into file names and addresses', () => {
    const ids = createIds();
    const many = Array.from({ length: 1000 }, () => ids.next());
    expect(new Set(many).size).toBe(1000);
    for (const id of many) expect(id).toMatch(/^[0-9a-z]{16}$/);
    expect(idSchema.safeParse(many[0]).success).toBe(true);
  });
});

describe('what conversions may take of the machine', () => {
  it.each([
    [1, 1, 1],
    [2, 1, 2],
    [8, 1, 8],
    [16, 2, 16],
    [64, 8, 64],
  ])('is for %i processors %i jobs and %i threads', (processors, parallelJobs, encoderThreads) => {
    const settings = { parallelJobs: null, encoderThreads: null };
    expect(limitsOf(settings, processors)).toEqual({ parallelJobs, encoderThreads });
  });

  it('is what a person set', () => {
    expect(limitsOf({ parallelJobs: 3, encoderThreads: 5 }, 64)).toEqual({
      parallelJobs: 3,
      encoderThreads: 5,
    });
  });
});
