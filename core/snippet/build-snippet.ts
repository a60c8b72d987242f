import { containerFacts } from '../codecs/containers.ts';
import { type Element, element, type Node, phrase, printNode } from '../html/element.ts';
import type { FormatSet } from '../model/format.ts';
import type { Caption, Media, Rendition } from '../model/media.ts';
import { DEFAULT_SITE_LANGUAGE, type SiteLanguage } from '../model/site-language.ts';
import { SITE_WORDS } from '../text/site-words.ts';
import { writeBytes } from '../text/write-figures.ts';
import { mostUniversal, type OrderedSource, orderSources } from './order-sources.ts';
import { parseSnippetOptions } from './parse-options.ts';
import { selectSources } from './select-renditions.ts';
import type { SnippetOptions } from './snippet-options.ts';

export type SnippetMedia = Pick<
  Media,
  'kind' | 'title' | 'master' | 'poster' | 'captions' | 'renditions'
>;

/** What a snippet links to. */
export type SnippetFile =
  | { readonly kind: 'rendition'; readonly rendition: Rendition }
  | { readonly kind: 'poster' }
  | { readonly kind: 'caption'; readonly caption: Caption };

export interface SnippetRequest {
  readonly media: SnippetMedia;
  /** To look up `options.formatSetIds` in. */
  readonly formatSets: readonly FormatSet[];
  readonly options: Partial<SnippetOptions>;
  /** A percent-encoded URL; `options.baseUrl` is its business (see `publishedUrls`). */
  readonly urlOf: (file: SnippetFile) => string;
}

export interface Snippet {
  readonly html: string;
  /** In the order of the sources. */
  readonly formatIds: readonly string[];
}

/**
 * HTML5 that plays a media anywhere: the same request gives the same text.
 * @throws AppError snippet/nothing-matches, input/invalid
 */
export function buildSnippet(request: SnippetRequest): Snippet {
  const player = buildPlayer(request);
  return { html: `${printNode(player.element)}\n`, formatIds: player.formatIds };
}

/** The player as an element, for pages that go around it. */
export function buildPlayer(request: SnippetRequest): {
  readonly element: Element;
  readonly formatIds: readonly string[];
} {
  const options = parseSnippetOptions(request.options);
  const renditions = selectSources(request.media, options, request.formatSets);
  const sources = orderSources(renditions, options.mediaQueries);
  const children = [
    ...sources.map((source) => sourceElement(source, request)),
    ...tracks(request),
    ...fallback(sources, request, options.language ?? DEFAULT_SITE_LANGUAGE),
  ];
  return {
    element: element(request.media.kind, playerAttributes(request, options, renditions), children),
    formatIds: sources.map(({ rendition }) => rendition.formatId),
  };
}

function playerAttributes(
  { media, urlOf }: SnippetRequest,
  options: SnippetOptions,
  renditions: readonly Rendition[],
) {
  const video = media.kind === 'video';
  const largest = largestPicture(renditions);
  const poster = video && options.poster && media.poster !== null;
  return {
    class: options.classNames.length > 0 ? options.classNames.join(' ') : null,
    width: largest?.width ?? null,
    height: largest?.height ?? null,
    poster: poster ? urlOf({ kind: 'poster' }) : null,
    crossorigin: options.crossOrigin && hasForeignTracks(media, urlOf) ? 'anonymous' : null,
    preload: options.preload,
    controls: options.controls,
    playsinline: video,
    autoplay: options.autoplay,
    muted: options.muted || options.autoplay,
    loop: options.loop,
    style: options.responsive ? responsiveStyle(video) : null,
    'aria-label': media.title,
    ...lowerCaseKeys(options.attributes),
  };
}

/** The width and height attributes keep the place; the style lets it shrink in proportion. */
function responsiveStyle(video: boolean): string {
  return video ? 'max-width: 100%; height: auto' : 'width: 100%; max-width: 40rem';
}

function largestPicture(renditions: readonly Rendition[]): Rendition['video'] {
  const pictures = renditions.flatMap(({ video }) => video ?? []);
  return pictures.toSorted((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
}

function sourceElement({ rendition, minWidth }: OrderedSource, { urlOf }: SnippetRequest): Element {
  return element('source', {
    src: urlOf({ kind: 'rendition', rendition }),
    type: rendition.mimeType,
    media: minWidth === null ? null : `(min-width: ${minWidth}px)`,
  });
}

/** Whether they can lie on another site than the page. */
function hasForeignTracks({ kind, captions }: SnippetMedia, urlOf: SnippetRequest['urlOf']) {
  const isAbsolute = (url: string) => /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url);
  return (
    kind === 'video' && captions.some((caption) => isAbsolute(urlOf({ kind: 'caption', caption })))
  );
}

/** `<audio>` shows no tracks. At most one is the default, and subtitles must name a language (BCP 47: `und`). */
function tracks({ media, urlOf }: SnippetRequest): readonly Element[] {
  if (media.kind === 'audio') return [];
  const shown = media.captions.find(({ isDefault }) => isDefault);
  return media.captions.map((caption) =>
    element('track', {
      kind: caption.kind,
      src: urlOf({ kind: 'caption', caption }),
      srclang: caption.language ?? (caption.kind === 'subtitles' ? 'und' : null),
      label: caption.label,
      default: caption === shown,
    }),
  );
}

/** Phrases only: a `<p>` in here would end the paragraph that the player may stand in. */
function fallback(
  sources: readonly OrderedSource[],
  { media, urlOf }: SnippetRequest,
  language: SiteLanguage,
): readonly Node[] {
  const rendition = mostUniversal(sources);
  if (rendition === null) return [];
  const facts = `${containerFacts(rendition.container).name}, ${writeBytes(rendition.sizeBytes, language)}`;
  return [
    phrase('a', { href: urlOf({ kind: 'rendition', rendition }) }, [
      SITE_WORDS[language].downloadOf(media.title, facts),
    ]),
  ];
}

function lowerCaseKeys(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
