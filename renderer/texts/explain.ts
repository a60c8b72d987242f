import { ERROR_CODES, type ErrorCode } from '../../core/errors/error-codes.ts';
import type { Reason } from '../../core/model/plan.ts';
import { explainReason, type Fact, fillSentence } from '../../core/planning/explain-reason.ts';
import { deErrors, type ErrorWords } from './de-errors.ts';
import { deReasons } from './de-reasons.ts';
import type { Language } from './language.ts';

/** A plan's reason as a sentence; where a language lacks it or a fact is missing, the engine's English one. */
export function explain(reason: Reason, language: Language): string {
  if (language.code === 'en') return explainReason(reason);
  const sentence = fillSentence(deReasons[reason.code], {
    facts: reason.facts,
    writeFact: (fact, unit) => writeGermanFact(fact, unit, language),
  });
  return sentence ?? explainReason(reason);
}

/** What an error's code means and what to do about it. */
export function explainError(code: ErrorCode, { code: language }: Language): ErrorWords {
  return language === 'de' ? deErrors[code] : ERROR_CODES[code];
}

/** Words that stand among the facts. */
const WORDS: Readonly<Record<string, string>> = {
  picture: 'Bild',
  sound: 'Ton',
  video: 'Video',
  audio: 'Audio',
};
const CHANNELS: Readonly<Record<number, string>> = { 1: 'Mono', 2: 'Stereo', 6: '5.1', 8: '7.1' };

function writeGermanFact(fact: Fact, unit: string, { figures }: Language): string {
  if (unit === 'upper') return String(fact).replaceAll('_', ' ').toUpperCase();
  if (unit === 'word') return WORDS[String(fact)] ?? String(fact);
  if (typeof fact !== 'number' || unit === 'plain') return String(fact);
  if (unit === 'bits') return figures.bitrate(fact);
  if (unit === 'hertz') return `${figures.number(fact / 1000, 2)} kHz`;
  if (unit === 'channels') return CHANNELS[fact] ?? `${fact} Kanäle`;
  return figures.number(fact, 2);
}
