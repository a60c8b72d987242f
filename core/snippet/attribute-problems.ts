import type { SentenceTable } from '../text/sentence-table.ts';

/** Why an attribute may not stand in a snippet. */
export const ATTRIBUTE_PROBLEMS = {
  'name-invalid':
    'The attribute “{name}” is not allowed. A name starts with a letter and holds letters, digits and “_ : . -”.',
  'event-handler':
    'The attribute “{name}” is not allowed. Event handlers would run code on the page; listen from a script.',
  'own-option':
    'The attribute “{name}” is not allowed. AVlogue sets it itself; use the option of that name.',
  twice: 'The attribute “{name}” is not allowed. It is given twice.',
} as const satisfies SentenceTable<string>;

export type AttributeProblem = keyof typeof ATTRIBUTE_PROBLEMS;

/** Attributes that the snippet sets, or would set with another option. */
const OWN_ATTRIBUTES = new Set([
  'autoplay',
  'class',
  'controls',
  'height',
  'loop',
  'muted',
  'playsinline',
  'poster',
  'preload',
  'src',
  'style',
  'width',
]);

/** As HTML and its templates write attributes; anything else could end the tag. */
export const ATTRIBUTE_NAME = /^[A-Za-z][A-Za-z0-9_:.-]*$/;

/** What speaks against an attribute after those of `before`; null: nothing. Case does not tell names apart. */
export function attributeProblem(name: string, before: readonly string[]): AttributeProblem | null {
  const lower = name.toLowerCase();
  if (!ATTRIBUTE_NAME.test(name)) return 'name-invalid';
  if (lower.startsWith('on')) return 'event-handler';
  if (OWN_ATTRIBUTES.has(lower)) return 'own-option';
  return before.some((one) => one.toLowerCase() === lower) ? 'twice' : null;
}
