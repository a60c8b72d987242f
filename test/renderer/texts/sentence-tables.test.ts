import { describe, expect, it } from 'vitest';
import { IMPORT_REMARKS } from '../../../core/formats/import/remarks.ts';
import { PROBLEM_SENTENCES } from '../../../core/formats/problem-codes.ts';
import { QUEUE_REFUSALS } from '../../../core/queue/refusals.ts';
import { CHECKS } from '../../../core/system/checks.ts';
import { NOTICES } from '../../../core/system/notices.ts';
import { TOOL_VERDICTS } from '../../../core/system/tool-verdicts.ts';
import type { Sentence } from '../../../core/text/fill-sentence.ts';
import { deImportRemarks } from '../../../renderer/texts/de-imports.ts';
import { deProblems } from '../../../renderer/texts/de-problems.ts';
import { deQueueRefusals } from '../../../renderer/texts/de-queue.ts';
import { deChecks, deNotices, deToolVerdicts } from '../../../renderer/texts/de-system.ts';

type Table = Readonly<Record<string, Sentence>>;

const TABLES: readonly (readonly [name: string, english: Table, german: Table])[] = [
  ['problems of formats, sets and devices', PROBLEM_SENTENCES, deProblems],
  ['reasons to queue nothing', QUEUE_REFUSALS, deQueueRefusals],
  ['verdicts on FFmpeg', TOOL_VERDICTS, deToolVerdicts],
  ['checks', CHECKS, deChecks],
  ['notices', NOTICES, deNotices],
  ['remarks on imports', inWords(IMPORT_REMARKS), inWords(deImportRemarks)],
];

/** Without those that only carry a text. */
function inWords(table: Table): Table {
  return Object.fromEntries(Object.entries(table).filter(([, words]) => words !== '{text}'));
}

/** The facts that each of the sentences asks for, sorted. */
function factsIn(sentence: Sentence = ''): readonly (readonly string[])[] {
  return [sentence]
    .flat()
    .map((each) =>
      [...new Set([...each.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort(),
    );
}

describe.each(TABLES)('the German %s', (_name, english, german) => {
  const codes = Object.keys(english);

  it('are there for every code', () => {
    expect(Object.keys(german).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('end like sentences and are not the English ones: %s', (code) => {
    for (const sentence of [german[code] ?? ''].flat()) {
      expect(sentence).toMatch(/^[\p{Lu}{„].*(\.|\{why\})$/su);
      expect([english[code]].flat()).not.toContain(sentence);
    }
  });

  it.each(codes)('ask for the same facts, sentence by sentence: %s', (code) => {
    expect(factsIn(german[code])).toEqual(factsIn(english[code]));
  });
});
