import { expect, it } from 'vitest';
import { pageLanguage } from '../../../main/http/page-language.ts';
import { buildTokenPage } from '../../../main/http/pages.ts';

it.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['fr, de;q=0.5, en;q=0.7', 'en'],
  ['fr;q=1.0, de ; q=0.2', 'de'],
  ['de;q=0, en', 'en'],
  ['de;q=x', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('of %j takes %s', (accepted, language) => {
  expect(pageLanguage(accepted)).toBe(language);
});

it('writes the page of the key in both languages, and says which', () => {
  expect(buildTokenPage('de')).toMatch(/<html lang="de">[\s\S]*braucht ihren Schlüssel/);
  expect(buildTokenPage('en')).toMatch(/<html lang="en">[\s\S]*needs its key/);
});
