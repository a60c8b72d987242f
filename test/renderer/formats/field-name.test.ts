import { expect, it } from 'vitest';
import { fieldName } from '../../../renderer/formats/field-name.ts';
import { de } from '../../../renderer/texts/de.ts';
import { en } from '../../../renderer/texts/en.ts';

it('names a field as its form does, with the place in a list', () => {
  expect(fieldName('name', en)).toBe('Name');
  expect(fieldName('video.rate.bitrateBps', en)).toBe('Picture · Rate (kb/s)');
  expect(fieldName('video.0.audio.1.maxChannels', de)).toBe('Bild 1 · Ton 2 · Kanäle höchstens');
});

it('leaves a path that no form has as it is', () => {
  expect(fieldName('formatIds.2', en)).toBe('formatIds 3');
  expect(fieldName('', en)).toBe('');
});
