import type { Caption } from '../model/media.ts';
import { languageName } from './language-tags.ts';

const MAX_LABEL = 100;
/** Room for a number behind a label. */
const MAX_START = MAX_LABEL - 4;

/** What a player's menu calls captions whose language and title nobody told. */
export const NAMELESS: Readonly<Record<Caption['kind'], string>> = {
  captions: 'Captions',
  subtitles: 'Subtitles',
};

export interface Labelled {
  /** Given in the file; null: none. */
  readonly title: string | null;
  /** BCP 47; null: unknown. */
  readonly language: string | null;
  readonly kind: Caption['kind'];
}

/** What a player's menu shows: the title, else the language in its own words, else what it is. */
export function captionLabel({ title, language, kind }: Labelled): string {
  const given = title?.replace(/\s+/gu, ' ').trim() ?? '';
  if (given !== '') return given.slice(0, MAX_LABEL);
  if (language === null) return NAMELESS[kind];
  const marked = kind === 'captions' ? `${languageName(language)} (CC)` : languageName(language);
  return marked.slice(0, MAX_LABEL);
}

/** Whether nobody chose it: it follows from language and kind, with a number where one was taken. */
export function isAutomaticLabel(
  label: string,
  words: Pick<Labelled, 'language' | 'kind'>,
): boolean {
  const automatic = captionLabel({ ...words, title: null });
  return (
    label === automatic ||
    (label.startsWith(`${automatic} `) && /^ \d+$/.test(label.slice(automatic.length)))
  );
}

/** Labels in their order, numbered where one came before: two of the same could not be told apart, and HTML forbids it. */
export function distinctLabels(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let distinct = label;
    for (let number = 2; taken.has(distinct.toLowerCase()); number += 1)
      distinct = `${label.slice(0, MAX_START)} ${number}`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}
