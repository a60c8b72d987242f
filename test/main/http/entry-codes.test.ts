import { describe, expect, it } from 'vitest';
import { createEntryCodes } from '../../../main/http/entry-codes.ts';

function codesAt(startMs: number) {
  let nowMs = startMs;
  const codes = createEntryCodes({ now: () => nowMs });
  const pass = (milliseconds: number): void => {
    nowMs += milliseconds;
  };
  return { codes, pass };
}

describe('a code that lets a browser in', () => {
  it('does so once', () => {
    const { codes } = codesAt(1_000);
    const code = codes.issue();
    expect(code).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(codes.redeem(code)).toBe(true);
    expect(codes.redeem(code)).toBe(false);
  });

  it('does so within a minute, whatever others were made since', () => {
    const { codes, pass } = codesAt(1_000);
    const [early, late] = [codes.issue(), codes.issue()];
    pass(59_999);
    const other = codes.issue();
    expect(codes.redeem(early)).toBe(true);
    pass(1);
    codes.issue();
    expect(codes.redeem(late)).toBe(false);
    expect(codes.redeem(other)).toBe(true);
  });

  it.each(['', 'x', '__proto__'])('is not “%s”', (code) => {
    const { codes } = codesAt(1_000);
    codes.issue();
    expect(codes.redeem(code)).toBe(false);
  });
});
