import { describe, expect, it } from 'vitest';
import { BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import { findFormatProblems } from '../../../core/formats/find-format-problems.ts';
import { PROBLEM_SENTENCES, type ProblemCode } from '../../../core/formats/problem-codes.ts';
import type { Sentence } from '../../../core/text/fill-sentence.ts';
import { deProblems } from '../../../renderer/texts/de-problems.ts';
import { explainProblem } from '../../../renderer/texts/explain.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';
import { factsIn } from './facts-in.ts';

const german = chooseLanguage('de', ['de-DE']);
const english = chooseLanguage('en', ['en-GB']);
const codes = Object.keys(PROBLEM_SENTENCES) as ProblemCode[];
const sentences: Readonly<Record<ProblemCode, Sentence>> = PROBLEM_SENTENCES;

function videoProblems(changes: object) {
  const format = BUILT_IN_FORMATS.find(({ id }) => id === 'h264-1080p');
  return findFormatProblems({ ...format, video: { ...format?.video, ...changes } });
}

describe('the German problems of formats', () => {
  it('stand for every code, end like sentences and are not the English ones', () => {
    expect(Object.keys(deProblems).sort()).toEqual([...codes].sort());
    for (const code of codes) {
      for (const sentence of [deProblems[code]].flat()) {
        expect(sentence).toMatch(/^[\p{Lu}{„].*\.$/su);
        expect([sentences[code]].flat()).not.toContain(sentence);
      }
    }
  });

  it('ask for the same facts as the English ones, sentence by sentence', () => {
    for (const code of codes) {
      expect([code, factsIn(deProblems[code])]).toEqual([code, factsIn(sentences[code])]);
    }
  });

  it('carry the facts in German figures', () => {
    const [problem] = videoProblems({ level: '4.0', maxFrameRate: 59.94 });
    expect(problem && explainProblem(problem, german)).toBe(
      'Level 4.0 trägt 1920 × 1080 mit 59,94 Bildern je Sekunde nicht. Dafür braucht es Level 4.2.',
    );
    const [missing] = videoProblems({ keyFrameSeconds: null });
    expect(missing && explainProblem(missing, german)).toBe('Hier fehlt eine Zahl.');
  });

  it('leave English as the engine says it', () => {
    const [problem] = videoProblems({ maxWidth: 8 });
    expect(problem && explainProblem(problem, english)).toBe(
      'Pictures need at least 32 pixels a side.',
    );
  });
});
