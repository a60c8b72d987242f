import type { Caption, Media } from '../model/media.ts';
import { captionSources, originOf } from './captions.ts';

/** null: a person wants none of those that come with the master; undefined: nobody chose, it is as the master says. */
export type CaptionChoice = Media['chosenCaption'];

type Named = NonNullable<CaptionChoice>;

/** What is to be remembered of a media's captions, so that the choice outlives the files that were made of one cut. */
export function captionChoiceOf(captions: readonly Caption[]): Exclude<CaptionChoice, undefined> {
  const shown = captions.find(({ isDefault }) => isDefault);
  if (shown === undefined || originOf(shown) === 'person') return null;
  const { language, kind, label } = shown;
  return { source: sourceIdOf(shown), language, kind, label };
}

/** The choice that stands; of libraries that did not remember it, what differs from what the master says. */
export function standingChoice(media: Media): CaptionChoice {
  const { chosenCaption, captions, info, master } = media;
  if (chosenCaption !== undefined) return chosenCaption;
  const shown = captions.find(({ isDefault }) => isDefault);
  if (shown === undefined || originOf(shown) === 'person') return undefined;
  const tracks = captionSources({ info, sha256: master.sha256, fileName: '' }, []);
  const automatic = tracks.find(({ isDefault }) => isDefault);
  return shown.id === automatic?.id ? undefined : captionChoiceOf(captions);
}

/**
 * The captions with the chosen one shown at first, once it is among them; until then those stand that the master
 * says. What a person added keeps what was said of it.
 */
export function withChoice(
  captions: readonly Caption[],
  choice: CaptionChoice,
): readonly Caption[] {
  if (choice === undefined) return captions;
  const chosen = choice === null ? undefined : sameCaption(captions, choice);
  if (choice !== null && chosen === undefined) return captions;
  return captions.map((caption) =>
    originOf(caption) === 'person' && chosen === undefined
      ? caption
      : { ...caption, isDefault: caption === chosen },
  );
}

/** The one that is called the same; else the one in its place, in its language. */
function sameCaption(captions: readonly Caption[], choice: Named): Caption | undefined {
  const origin = originOf({ id: choice.source });
  const alike = captions.filter(
    (one) =>
      originOf(one) === origin && one.language === choice.language && one.kind === choice.kind,
  );
  return (
    alike.find(({ label }) => label === choice.label) ??
    alike.find((one) => sourceIdOf(one) === choice.source)
  );
}

/** A caption's id without the content of the master that it ends with. */
function sourceIdOf({ id }: Caption): string {
  return id.slice(0, id.lastIndexOf('-'));
}
