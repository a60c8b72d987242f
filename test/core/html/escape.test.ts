import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeJson } from '../../../core/html/escape.ts';
import { parseHtml, textOf } from '../../helpers/parse-html.ts';

describe('JSON in a script element', () => {
  it('never ends the element and parses to the same value', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('</script><script>alert(1)', '<!--<script>', ']]>', '\u2028'),
    );
    fc.assert(
      fc.property(
        fc.record({ name: hostile, list: fc.array(hostile, { maxLength: 3 }) }),
        (value) => {
          const html = `<script type="application/ld+json">${escapeJson(value)}</script>`;
          const { elements, errors } = parseHtml(html);
          expect(errors).toEqual([]);
          expect(elements).toHaveLength(1);
          expect(JSON.parse(textOf(elements[0]))).toEqual(value);
        },
      ),
    );
  });
});
