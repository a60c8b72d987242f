import { element, type Node, phrase } from '../html/element.ts';
import { escapeJson } from '../html/escape.ts';
import { mostUniversal, orderSources } from '../snippet/order-sources.ts';
import { selectSources } from '../snippet/select-renditions.ts';
import { writeIsoDuration } from '../text/write-figures.ts';
import type { PublicationContent } from './publication-content.ts';
import { publishedPageUrl, publishedUrls } from './published-urls.ts';

/** Previews in other sites want absolute addresses, so they come only with a base URL. */
export function pageMetadata(content: PublicationContent): readonly Node[] {
  const { media, baseUrl } = content;
  const absolute = /^https?:/.test(baseUrl);
  return [
    ...(absolute
      ? [element('link', { rel: 'canonical', href: publishedPageUrl(media.slug, baseUrl) })]
      : []),
    ...openGraph(content, absolute).map(([property, value]) =>
      element('meta', { property, content: value }),
    ),
    phrase('script', { type: 'application/ld+json' }, [
      { raw: escapeJson(structuredData(content, absolute)) },
    ]),
  ];
}

type Property = readonly [name: string, content: string | number];

/** The Open Graph protocol, ogp.me. */
function openGraph(content: PublicationContent, absolute: boolean): readonly Property[] {
  const { media, baseUrl } = content;
  const basics: readonly Property[] = [
    ['og:type', media.kind === 'video' ? 'video.other' : 'website'],
    ['og:title', media.title],
    ...(media.description === '' ? [] : [['og:description', excerpt(media.description)] as const]),
  ];
  return absolute
    ? [
        ...basics,
        ['og:url', publishedPageUrl(media.slug, baseUrl)],
        ...posterProperties(content),
        ...fileProperties(content),
      ]
    : basics;
}

function posterProperties({ media, baseUrl }: PublicationContent): readonly Property[] {
  if (media.poster === null) return [];
  return [
    ['og:image', publishedUrls(media.slug, baseUrl)({ kind: 'poster' })],
    ['og:image:width', media.poster.width],
    ['og:image:height', media.poster.height],
  ];
}

function fileProperties(content: PublicationContent): readonly Property[] {
  const { media, baseUrl } = content;
  const rendition = universalRendition(content);
  if (rendition === null) return [];
  const name = `og:${media.kind}`;
  return [
    [name, publishedUrls(media.slug, baseUrl)({ kind: 'rendition', rendition })],
    [`${name}:type`, rendition.mimeType.split(';')[0] ?? ''],
    ...(rendition.video === null
      ? []
      : ([
          [`${name}:width`, rendition.video.width],
          [`${name}:height`, rendition.video.height],
        ] as const)),
  ];
}

/** schema.org VideoObject or AudioObject, as search engines read it. */
function structuredData(content: PublicationContent, absolute: boolean): object {
  const { media, baseUrl } = content;
  const urlOf = publishedUrls(media.slug, baseUrl);
  const rendition = universalRendition(content);
  return {
    '@context': 'https://schema.org',
    '@type': media.kind === 'video' ? 'VideoObject' : 'AudioObject',
    name: media.title,
    description: media.description === '' ? media.title : media.description,
    uploadDate: new Date(media.createdAtMs).toISOString(),
    duration: writeIsoDuration(media.info.durationSeconds),
    ...(rendition?.video ? { width: rendition.video.width, height: rendition.video.height } : {}),
    ...(rendition ? { encodingFormat: rendition.mimeType } : {}),
    ...(absolute && rendition ? { contentUrl: urlOf({ kind: 'rendition', rendition }) } : {}),
    ...(absolute ? { url: publishedPageUrl(media.slug, baseUrl) } : {}),
    ...(absolute && media.poster ? { thumbnailUrl: urlOf({ kind: 'poster' }) } : {}),
  };
}

function universalRendition({ media, options, formatSets }: PublicationContent) {
  return mostUniversal(orderSources(selectSources(media, options, formatSets), false));
}

/** One line of at most 300 characters. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= 300 ? line : `${characters.slice(0, 299).join('')}…`;
}
