import { z } from 'zod';
import { type Facts, factsSchema } from '../model/facts.ts';
import type { Sentence } from './fill-sentence.ts';
import { writeSentence } from './write-sentence.ts';

/** English sentences by code: a closed list of what the engine may say about one subject. */
export type SentenceTable<C extends string> = Readonly<Record<C, Sentence>>;

/** Code and facts of a sentence from this table, as they cross a boundary for other languages. */
export function statementFields<C extends string>(table: SentenceTable<C>) {
  const codes = Object.keys(table) as [C, ...C[]];
  return { code: z.enum(codes), facts: factsSchema };
}

/** @throws Error when a fact is missing, which is a defect of whoever says it */
export function say<C extends string>(table: SentenceTable<C>, code: C, facts: Facts): string {
  const sentence = writeSentence(table[code], facts);
  if (sentence === null) throw new Error(`“${code}” lacks a fact.`);
  return sentence;
}
