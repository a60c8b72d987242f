import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';
import { REASON_CODES } from '../../core/planning/reason-codes.ts';
import { documentErrors, documentReasons } from '../../scripts/docs/code-tables.mjs';

function page(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'docs', name), 'utf8');
}

describe('the pages of codes', () => {
  it('docs/errors.md lists exactly the error codes; `npm run docs` writes it anew', () => {
    expect(page('errors.md')).toBe(documentErrors(ERROR_CODES));
  });

  it('docs/reasons.md lists exactly the reason codes; `npm run docs` writes it anew', () => {
    expect(page('reasons.md')).toBe(documentReasons(REASON_CODES));
  });

  it('every error code tells what to do', () => {
    const silent = Object.entries(ERROR_CODES).filter(
      ([, { summary, advice }]) => !summary.endsWith('.') || !advice.endsWith('.'),
    );
    expect(silent).toEqual([]);
  });
});
