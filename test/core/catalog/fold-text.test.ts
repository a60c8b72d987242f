import { describe, expect, it } from 'vitest';
import { foldText, foldWords, titleKey } from '../../../core/catalog/fold-text.ts';

describe('folded text', () => {
  it.each([
    ['ÄPFEL', 'apfel'],
    ['Señor Ångström', 'senor angstrom'],
    ['Straße', 'strasse'],
    ['Smørrebrød & Æblegrød', 'smorrebrod & aeblegrod'],
    ['Łódź', 'lodz'],
    ['ﬁlm', 'film'],
    ['İstanbul', 'istanbul'],
    ['映画 Ａ', '映画 a'],
  ])('%s is found as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(text.normalize('NFD'))).toBe(folded);
  });

  it('is split into words, none of them empty', () => {
    expect(foldWords('  Über\talles  ')).toEqual(['uber', 'alles']);
    expect(foldWords(' ')).toEqual([]);
  });

  it('sorts by the value of numbers', () => {
    expect(titleKey('Clip 9') < titleKey('clip 10')).toBe(true);
    expect(titleKey('Clip 007')).toBe(titleKey('clip 7'));
  });
});
