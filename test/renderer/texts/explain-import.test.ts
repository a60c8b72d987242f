import { expect, it } from 'vitest';
import { BUILT_IN_FORMAT_SETS, BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import { parseFormatsImport } from '../../../core/formats/import/parse-formats-import.ts';
import { explainImport } from '../../../renderer/texts/explain-import.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';

const german = chooseLanguage('de', ['de-DE']);
const english = chooseLanguage('en', ['en-GB']);
const [format] = BUILT_IN_FORMATS;
const [set] = BUILT_IN_FORMAT_SETS;

function imported() {
  const formats = [
    format,
    { ...format, description: 'another' },
    { ...format, id: 'broken', name: 'Broken', container: 'mp3' },
  ];
  const formatSets = [{ ...set, name: 'Ours', formatIds: ['gone'] }];
  const file = { avlogue: 'formats', version: 1, formats, formatSets };
  return parseFormatsImport(JSON.stringify(file), {
    formats: BUILT_IN_FORMATS,
    formatSets: BUILT_IN_FORMAT_SETS,
  });
}

it('tells of an import in German: what was there, was renamed, was left out, and why', () => {
  expect(explainImport(imported(), german)).toEqual([
    'Das Format „H.264 2160p (4K)“ ist schon da.',
    'Das Format „H.264 2160p (4K)“ kam als h264-2160p-2 herein, da h264-2160p vergeben ist.',
    'Format 3 „Broken“ wurde ausgelassen. Bild · Codec: MP3 kann H.264 nicht enthalten. Für Bild ist darin gar kein Platz.',
    'Der Formatsatz „Ours“: Es gibt kein Format „gone“.',
    'Der Formatsatz „Ours“ kam als web-video-2 herein, da web-video vergeben ist.',
  ]);
});

it('tells in English what the engine says', () => {
  const said = imported();
  expect(explainImport(said, english)).toEqual(said.notes);
});

it('leaves what only English tells as it is', () => {
  const remark = { code: 'fixture', facts: { text: 'x' }, message: 'x' } as const;
  expect(explainImport({ leftOut: [], remarks: [remark] }, german)).toEqual(['x']);
});
