import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { exitStatusOf, readFailure } from '../../cli/failure.ts';
import { failureText } from '../../cli/output.ts';
import { createPaint } from '../../cli/text/colours.ts';
import { AppError } from '../../core/errors/app-error.ts';

describe('what a call ends with', () => {
  it('is the report inside a refusal, wherever the engine runs', () => {
    const report = { code: 'conversion/disk-full', message: 'No space.', details: { path: '/x' } };
    expect(readFailure(new ORPCError('REFUSED', { data: report }))).toEqual(report);
    expect(
      readFailure(new AppError('conversion/disk-full', 'No space.', { details: { path: '/x' } })),
    ).toEqual(report);
  });

  it('is host/unreachable when the line breaks', () => {
    expect(readFailure(new TypeError('fetch failed')).code).toBe('host/unreachable');
  });

  it('is a bug when it is anything else', () => {
    expect(
      readFailure(new ORPCError('TEAPOT', { data: { code: 'nonsense', message: 'x' } })).code,
    ).toBe('internal/bug');
    expect(readFailure('what?').code).toBe('internal/bug');
  });

  it('is wrong usage for unknown ids and values, failure for the rest', () => {
    const status = (code: 'catalog/not-found' | 'input/invalid' | 'conversion/disk-full') =>
      exitStatusOf({ code, message: '', details: {} });
    expect([
      status('catalog/not-found'),
      status('input/invalid'),
      status('conversion/disk-full'),
    ]).toEqual([2, 2, 1]);
  });
});

describe('an error in the terminal', () => {
  const paint = createPaint(false);

  it('has its code, its message and what to do', () => {
    const text = failureText(paint, {
      code: 'conversion/disk-full',
      message: 'No space on /x.',
      details: {},
    });
    expect(text).toBe('error [conversion/disk-full] No space on /x.\n  Free space, then retry.');
  });

  it('does not say twice what to do', () => {
    const message = 'No space on /x. Free space, then retry.';
    expect(failureText(paint, { code: 'conversion/disk-full', message, details: {} })).toBe(
      `error [conversion/disk-full] ${message}`,
    );
  });

  it('shows FFmpeg’s last lines without obeying them', () => {
    const details = { lines: ['one', '\u001b[2Jtwo'] };
    const text = failureText(paint, {
      code: 'conversion/ffmpeg-failed',
      message: 'It ended.',
      details,
    });
    expect(text).toContain('  one\n  ␛[2Jtwo\n');
  });
});
