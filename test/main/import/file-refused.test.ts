import { describe, expect, it } from 'vitest';
import { reportError } from '../../../core/errors/app-error.ts';
import { fileRefused } from '../../../main/import/file-refused.ts';
import { isWorthKeeping } from '../../../main/import/refusals.ts';
import { readingFailure } from '../../../workers/reading-failure.ts';

const IN_USE = Object.assign(new Error('EBUSY: resource busy or locked, open'), { code: 'EBUSY' });

describe.each([
  ['before it is read', fileRefused],
  ['while it is read', readingFailure],
])('a file that another program keeps for itself, %s', (_when, explain) => {
  it('is told as one to come back to, and not kept as refused', () => {
    const error = reportError(explain('/films/clip.mp4', IN_USE));
    expect(error).toMatchObject({
      code: 'import/unstable',
      message: expect.stringContaining('in use by another program'),
      details: { path: '/films/clip.mp4' },
    });
    expect(isWorthKeeping(error)).toBe(false);
  });
});
