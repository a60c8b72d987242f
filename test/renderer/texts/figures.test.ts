import { expect, it } from 'vitest';
import { createFigures } from '../../../renderer/texts/figures.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';

it('writes sizes, rates and times as English does', () => {
  const figures = createFigures('en-GB');
  expect(figures.bytes(2_443_500_000)).toBe('2.4 GB');
  expect(figures.bytes(48_000)).toBe('48 kB');
  expect(figures.bytes(0)).toBe('0 byte');
  expect(figures.bitrate(7_000_000)).toBe('7 Mb/s');
  expect(figures.bitrate(96_000)).toBe('96 kb/s');
  expect([0.04, 0.82, 9.5, 24.4].map(figures.speed)).toEqual(['0.04', '0.8', '9.5', '24']);
  expect(figures.duration(3730)).toBe('1:02:10');
  expect(figures.duration(252)).toBe('4:12');
  expect(figures.percent(0.42)).toBe('42%');
});

it('writes them as German does', () => {
  const figures = createFigures('de-DE');
  expect(figures.bytes(2_443_500_000)).toBe('2,4\u00a0GB');
  expect(figures.number(100_000)).toBe('100.000');
});

it('follows the browser unless a language is set, and keeps its region', () => {
  expect(chooseLanguage('system', ['fr-FR', 'de-AT']).figures.locale).toBe('de-AT');
  expect(chooseLanguage('system', ['fr-FR']).code).toBe('en');
  expect(chooseLanguage('en', ['de-DE']).code).toBe('en');
});
