import { describe, expect, it } from 'vitest';
import { watchTroubleOf } from '../../../main/import/watch-trouble.ts';

describe('trouble of a watcher', () => {
  it.each([
    [{ code: 'ENOSPC' }, { kind: 'used-up', code: 'ENOSPC' }],
    [
      { code: 'EMFILE', path: '/a' },
      { kind: 'used-up', code: 'EMFILE' },
    ],
    [
      { code: 'EACCES', path: '/a/closed' },
      { kind: 'unreadable', path: '/a/closed' },
    ],
    [{ code: 'EACCES' }, { kind: 'other' }],
    [{ code: 'EIO', path: '/a' }, { kind: 'other' }],
    [{}, { kind: 'other' }],
  ])('with %j is %j', (fields, trouble) => {
    expect(watchTroubleOf(Object.assign(new Error('x'), fields))).toEqual(trouble);
  });

  it('is of no known kind when it is no error', () => {
    expect(watchTroubleOf('ENOSPC')).toEqual({ kind: 'other' });
  });
});
