import type { Fact, Facts } from '../model/facts.ts';

/**
 * `{name}` is a fact, `{name:unit}` one in its unit, `{count?line|lines}` the word that goes with a number.
 * Of several sentences the first is taken whose facts are all there, so the one that tells most stands first.
 */
export type Sentence = string | readonly string[];

export interface SentenceFilling {
  readonly facts: Facts;
  /** In the words of the sentence's language; `unit` is `plain` where the sentence names none. */
  writeFact(fact: Fact, unit: string): string;
  /** Whether a number goes with the singular, as the sentence's language has it. */
  isOne(count: number): boolean;
}

const PLACE = /\{(\w+)(?::(\w+))?(?:\?([^|}]*)\|([^}]*))?\}/g;

/** A sentence with its facts in place; null when one of them is missing. */
export function fillSentence(sentence: Sentence, filling: SentenceFilling): string | null {
  for (const each of [sentence].flat()) {
    const filled = fill(each, filling);
    if (filled !== null) return filled;
  }
  return null;
}

function fill(sentence: string, { facts, writeFact, isOne }: SentenceFilling): string | null {
  let complete = true;
  const filled = sentence.replaceAll(
    PLACE,
    (_all, name: string, unit = 'plain', one?: string, more = '') => {
      const fact = facts[name] ?? '';
      if (fact === '') complete = false;
      if (one !== undefined) return isOne(Number(fact)) ? one : more;
      return writeFact(fact, unit);
    },
  );
  return complete ? filled : null;
}
