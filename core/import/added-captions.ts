import type { Caption } from '../model/media.ts';
import { captionLabel, distinctLabels } from './caption-labels.ts';

/** What a person says of a caption. */
export interface CaptionWords {
  /** BCP 47; null: unknown. */
  readonly language: string | null;
  readonly kind: Caption['kind'];
  /** Empty: from language and kind. */
  readonly label: string;
  readonly isDefault: boolean;
}

type Words = Pick<Caption, 'language' | 'kind' | 'label' | 'isDefault'>;

/** With what is said of the caption with this id, or of a new one at the end; labels stay distinct, and one is the default. */
export function sayOfCaption(
  captions: readonly Caption[],
  caption: Omit<Caption, keyof Words>,
  { language, kind, label, isDefault }: CaptionWords,
): readonly Caption[] {
  const at = captions.findIndex(({ id }) => id === caption.id);
  const others = captions.filter(({ id }) => id !== caption.id);
  const wished = captionLabel({ title: label, language, kind });
  const taken = others.map((other) => other.label);
  const distinct = distinctLabels([...taken, wished]).at(-1) ?? wished;
  const said: Caption = { ...caption, language, kind, label: distinct, isDefault };
  const all = at === -1 ? [...captions, said] : captions.with(at, said);
  return isDefault
    ? all.map((one) => (one.id === said.id ? one : { ...one, isDefault: false }))
    : all;
}
