import type { Fact, Facts } from '../../core/model/facts.ts';
import { fillSentence, type Sentence } from '../../core/text/fill-sentence.ts';
import type { Figures } from './figures.ts';

/** A German sentence with its facts in German figures; null when one of them is missing. */
export function writeGerman(sentence: Sentence, facts: Facts, figures: Figures): string | null {
  return fillSentence(sentence, {
    facts,
    writeFact: (fact, unit) => writeFact(fact, unit, figures),
    isOne: (count) => count === 1,
  });
}

/** Words that stand among the facts. */
const WORDS: Readonly<Record<string, string>> = {
  picture: 'Bild',
  sound: 'Ton',
  video: 'Video',
  audio: 'Audio',
};
const CHANNELS: Readonly<Record<number, string>> = { 1: 'Mono', 2: 'Stereo', 6: '5.1', 8: '7.1' };

function writeFact(fact: Fact, unit: string, figures: Figures): string {
  if (unit === 'upper') return String(fact).replaceAll('_', ' ').toUpperCase();
  if (unit === 'word') return WORDS[String(fact)] ?? String(fact);
  if (typeof fact !== 'number' || unit === 'plain') return String(fact);
  if (unit === 'bits') return figures.bitrate(fact);
  if (unit === 'kilobits') return `${figures.number(fact / 1000, 2)} kb/s`;
  if (unit === 'bytes') return figures.bytes(fact);
  if (unit === 'hertz') return `${figures.number(fact / 1000, 2)} kHz`;
  if (unit === 'channels') return CHANNELS[fact] ?? `${fact} Kanäle`;
  return figures.number(fact, 2);
}
