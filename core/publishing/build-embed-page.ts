import { containerFacts } from '../codecs/containers.ts';
import { type Element, element, type Node, phrase } from '../html/element.ts';
import type { Caption, Rendition } from '../model/media.ts';
import { buildPlayer } from '../snippet/build-snippet.ts';
import { orderSources } from '../snippet/order-sources.ts';
import { SITE_WORDS } from '../text/site-words.ts';
import { writeBytes, writeDuration } from '../text/write-figures.ts';
import { printPage } from './page.ts';
import { excerpt, pageMetadata } from './page-metadata.ts';
import { type PublicationContent, publishedRenditions } from './publication-content.ts';
import { GALLERY_NAME } from './published-names.ts';
import { neighbourUrls } from './published-urls.ts';

/**
 * A whole page that plays one media. Its links are relative, so that it works from any folder and server.
 * @throws AppError snippet/nothing-matches, input/invalid
 */
export function buildEmbedPage(content: PublicationContent): string {
  const { media, language } = content;
  return printPage({
    language,
    title: media.title,
    description: excerpt(media.description),
    head: pageMetadata(content),
    body: [
      element('main', {}, [
        stage(content),
        element('h1', {}, [media.title]),
        element('p', { class: 'quiet' }, [facts(content)]),
        media.description.trim() === ''
          ? null
          : phrase('p', { class: 'about' }, [media.description.trim()]),
        downloads(content),
        element('p', {}, [
          phrase('a', { href: `../../${GALLERY_NAME}` }, [`← ${SITE_WORDS[language].allMedia}`]),
        ]),
      ]),
    ],
  });
}

/** The page's own stylesheet shapes the player: the policy would refuse a `style` attribute. */
function stage(content: PublicationContent): Element {
  const { media, formatSets, language } = content;
  const urlOf = neighbourUrls(media.slug);
  const options = { ...content.options, language, responsive: false };
  const player = buildPlayer({ media, formatSets, options, urlOf }).element;
  if (media.kind === 'video') return element('div', { class: 'stage' }, [player]);
  const picture = media.poster && {
    src: urlOf({ kind: 'poster' }),
    alt: '',
    width: media.poster.width,
    height: media.poster.height,
  };
  return element('div', { class: 'stage sound' }, [
    picture === null ? null : element('img', picture),
    player,
  ]);
}

function facts({ media, language }: PublicationContent): string {
  const { info } = media;
  return [
    writeDuration(info.durationSeconds),
    info.video === null ? null : `${info.video.width} × ${info.video.height}`,
    media.kind === 'audio' || media.captions.length === 0
      ? null
      : `${SITE_WORDS[language].tracks}: ${media.captions.map(({ label }) => label).join(', ')}`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

function downloads(content: PublicationContent): Node {
  const renditions = orderSources(publishedRenditions(content), false);
  const items = renditions.map(({ rendition }) => downloadItem(rendition, content));
  const captions = content.media.captions.map((caption) => captionItem(caption, content));
  return element('details', {}, [
    element('summary', {}, [SITE_WORDS[content.language].download]),
    element('ul', {}, [...items, ...captions]),
  ]);
}

function captionItem(caption: Caption, { media, language }: PublicationContent): Node {
  const href = neighbourUrls(media.slug)({ kind: 'caption', caption });
  const { captions, subtitles } = SITE_WORDS[language];
  const what = caption.kind === 'captions' ? captions : subtitles;
  return phrase('li', {}, [
    phrase('a', { href, download: true }, [`${what}: ${caption.label}`]),
    phrase('span', {}, [`WebVTT · ${writeBytes(caption.sizeBytes, language)}`]),
  ]);
}

function downloadItem(rendition: Rendition, { media, language }: PublicationContent): Node {
  const href = neighbourUrls(media.slug)({ kind: 'rendition', rendition });
  const { container, video, sizeBytes } = rendition;
  const about = [
    containerFacts(container).name,
    video === null ? null : `${video.width} × ${video.height}`,
    writeBytes(sizeBytes, language),
  ];
  return phrase('li', {}, [
    phrase('a', { href, download: true }, [rendition.formatName]),
    phrase('span', {}, [about.filter((fact) => fact !== null).join(' · ')]),
  ]);
}
