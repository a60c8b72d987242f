import type { Fact, Facts } from '../model/facts.ts';
import { fillSentence, type Sentence } from './fill-sentence.ts';
import { writeBytes } from './write-figures.ts';

/** An English sentence with its facts in readable figures; null when one of them is missing. */
export function writeSentence(sentence: Sentence, facts: Facts): string | null {
  return fillSentence(sentence, { facts, writeFact, isOne: (count) => count === 1 });
}

function writeFact(fact: Fact, unit: string): string {
  if (unit === 'upper') return String(fact).replaceAll('_', ' ').toUpperCase();
  if (typeof fact !== 'number') return String(fact);
  if (unit === 'bits') return writeBitrate(fact);
  if (unit === 'kilobits') return `${shortNumber(fact / 1000)} kb/s`;
  if (unit === 'bytes') return writeBytes(fact);
  if (unit === 'hertz') return `${shortNumber(fact / 1000)} kHz`;
  if (unit === 'channels') return CHANNELS[fact] ?? `${fact}-channel`;
  return shortNumber(fact);
}

const CHANNELS: Readonly<Record<number, string>> = { 1: 'mono', 2: 'stereo', 6: '5.1', 8: '7.1' };

/** "3.2 Mb/s", "96 kb/s". */
export function writeBitrate(bitrateBps: number): string {
  if (bitrateBps >= 995_000) return `${shortNumber(bitrateBps / 1_000_000)} Mb/s`;
  return bitrateBps >= 1_000
    ? `${Math.round(bitrateBps / 1_000)} kb/s`
    : `${Math.round(bitrateBps)} b/s`;
}

/** At most two decimals, none from a hundred on. */
function shortNumber(value: number): string {
  const decimals = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
  return String(Number(value.toFixed(decimals)));
}
