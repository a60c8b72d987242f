import type { Device } from '../model/device.ts';
import type { FormatSet } from '../model/format.ts';
import type { Media, Rendition } from '../model/media.ts';
import type { SiteLanguage } from '../model/site-language.ts';
import { selectRenditions } from '../snippet/select-renditions.ts';
import type { SnippetOptions } from '../snippet/snippet-options.ts';

/** All that the files of one publication are made of; nothing in it depends on when it is published. */
export interface PublicationContent {
  readonly media: Media;
  /** Complete, as `parseSnippetOptions` gives them. */
  readonly options: SnippetOptions;
  readonly formatSets: readonly FormatSet[];
  /** Enabled ones that play this kind of media. */
  readonly devices: readonly Device[];
  /** Of the words around the media. */
  readonly language: SiteLanguage;
  /** Where the target's root is reached; empty: relative URLs. */
  readonly baseUrl: string;
}

/** What the filters of the options let through, also what no browser opens: it can be downloaded. */
export function publishedRenditions({
  media,
  options,
  formatSets,
}: PublicationContent): readonly Rendition[] {
  return selectRenditions(media, options, formatSets);
}
