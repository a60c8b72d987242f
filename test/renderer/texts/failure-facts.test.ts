import { expect, it } from 'vitest';
import { findFormatProblems } from '../../../core/formats/find-format-problems.ts';
import { readFailure } from '../../../renderer/client/read-failure.ts';
import { failureFacts } from '../../../renderer/texts/failure-facts.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';

const german = chooseLanguage('de', ['de-DE']);
const tell = (details: Readonly<Record<string, unknown>>) =>
  failureFacts(details, german).map(({ label, value }) => `${label}: ${value}`);

it('says on what something failed, with what the tools said last', () => {
  expect(
    tell({ path: '/a.mov', mediaId: 'm1', seconds: 1200, lines: ['one', 'moov atom not found'] }),
  ).toEqual(['Pfad: /a.mov', 'Sekunden: 1.200', 'FFmpeg meldet: moov atom not found']);
});

it('names a field as its form does, and not where its value says more', () => {
  expect(tell({ field: 'maxWidth' })).toEqual(['Feld: Breite höchstens']);
  expect(tell({ field: 'path', path: '/a' })).toEqual(['Pfad: /a']);
});

it('tells the problems of a format in the language of the page', () => {
  const problems = findFormatProblems(null);
  expect(tell({ field: '', problems })).toEqual([': Das gehört nicht hierher.']);
  expect(tell({ field: 'x', problems: [{ field: 'x', message: 'of another kind' }] })).toEqual([
    'Feld: x',
  ]);
});

it('shortens long lists and passes over what is empty', () => {
  expect(tell({ files: ['a', 'b', 'c', 'd', 'e', 'f'], codecs: [], slug: '' })).toEqual([
    'Dateien: a, b, c, d, e, …',
  ]);
});

it('keeps the details of a failure from wherever it comes', () => {
  const report = { code: 'import/not-media', message: 'x', details: { path: '/a' } };
  expect(readFailure({ error: report })).toEqual(report);
  expect(readFailure({ code: 'import/not-media', message: 'x' }).details).toEqual({});
});
