import { describe, expect, it } from 'vitest';
import { BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import { findFormatProblems } from '../../../core/formats/find-format-problems.ts';
import { explainProblem } from '../../../renderer/texts/explain.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';

const german = chooseLanguage('de', ['de-DE']);
const english = chooseLanguage('en', ['en-GB']);
function videoProblems(changes: object) {
  const format = BUILT_IN_FORMATS.find(({ id }) => id === 'h264-1080p');
  return findFormatProblems({ ...format, video: { ...format?.video, ...changes } });
}

describe('the German problems of formats', () => {
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
