import { element, type Node, phrase } from '../html/element.ts';
import { joinUrl } from '../html/url.ts';
import { SITE_WORDS, type SiteWords } from '../text/site-words.ts';
import { writeDuration } from '../text/write-figures.ts';
import { printPage } from './page.ts';
import { excerpt } from './page-metadata.ts';
import type { IndexEntry, PublishedIndex } from './published-index.ts';

/** `index.html` of a target: everything that stands there, video and audio apart. No script needed. */
export function buildGalleryPage({ title, language, media }: PublishedIndex): string {
  const videos = media.filter(({ kind }) => kind === 'video');
  const sounds = media.filter(({ kind }) => kind === 'audio');
  const words = SITE_WORDS[language];
  const told = count(videos.length, sounds.length, words);
  return printPage({
    language,
    title,
    description: `${title}: ${told}`,
    head: [],
    body: [
      element('main', { class: 'gallery' }, [
        element('h1', {}, [title]),
        element('p', { class: 'quiet' }, [told]),
        ...section(words.videos, videos),
        ...section(words.audio, sounds),
      ]),
    ],
  });
}

function count(videos: number, sounds: number, words: SiteWords): string {
  const parts = [
    ...(videos === 0 ? [] : [words.videoCount(videos)]),
    ...(sounds === 0 ? [] : [words.audioCount(sounds)]),
  ];
  return parts.length === 0 ? words.nothing : parts.join(', ');
}

function section(heading: string, entries: readonly IndexEntry[]): readonly Node[] {
  if (entries.length === 0) return [];
  return [element('h2', {}, [heading]), element('ul', { class: 'grid' }, entries.map(card))];
}

function card(entry: IndexEntry): Node {
  const about = excerpt(entry.description);
  return element('li', {}, [
    element('a', { class: 'card', href: joinUrl('', entry.page) }, [
      element('span', { class: 'picture' }, [
        phrase('span', { 'aria-hidden': 'true' }, [entry.kind === 'video' ? '▶' : '♪']),
        entry.poster === null
          ? null
          : element('img', { src: joinUrl('', entry.poster), alt: '', loading: 'lazy' }),
        phrase('span', { class: 'length' }, [writeDuration(entry.durationSeconds)]),
      ]),
      element('span', { class: 'words' }, [
        phrase('span', { class: 'name' }, [entry.title]),
        about === '' ? null : phrase('span', { class: 'more' }, [about]),
      ]),
    ]),
  ]);
}
