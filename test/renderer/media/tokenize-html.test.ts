import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenizeHtml } from '../../../renderer/media/tokenize-html.ts';

it('tells tags, names and values apart', () => {
  const tokens = tokenizeHtml('<video controls width="640">Text 1 < 2</video>');
  expect(tokens.map(({ kind, text }) => [kind, text.trim()]).filter(([, text]) => text)).toEqual([
    ['tag', '<video'],
    ['name', 'controls'],
    ['name', 'width'],
    ['text', '='],
    ['value', '"640"'],
    ['tag', '>'],
    ['text', 'Text 1 < 2'],
    ['tag', '</video'],
    ['tag', '>'],
  ]);
});

it('loses and adds nothing, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>/="\'a b-!\n') }), (html) => {
      expect(
        tokenizeHtml(html)
          .map(({ text }) => text)
          .join(''),
      ).toBe(html);
    }),
  );
});
