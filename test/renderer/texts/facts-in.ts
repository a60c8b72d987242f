import type { Sentence } from '../../../core/text/fill-sentence.ts';

/** The facts that each of the sentences asks for, sorted. */
export function factsIn(sentence: Sentence): readonly (readonly string[])[] {
  return [sentence]
    .flat()
    .map((each) =>
      [...new Set([...each.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort(),
    );
}
