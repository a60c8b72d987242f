import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { BUILT_IN_FORMAT_SETS } from '../../../core/formats/built-in-formats.ts';
import { cleanText } from '../../../core/html/escape.ts';
import type { Media } from '../../../core/model/media.ts';
import { buildEmbedPage } from '../../../core/publishing/build-embed-page.ts';
import { buildGalleryPage } from '../../../core/publishing/build-gallery-page.ts';
import { buildManifest } from '../../../core/publishing/build-manifest.ts';
import { manifestSchema } from '../../../core/publishing/manifest.ts';
import { isOwnPage } from '../../../core/publishing/page.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../../../core/publishing/page-style.ts';
import type { PublicationContent } from '../../../core/publishing/publication-content.ts';
import { buildIndex } from '../../../core/publishing/published-index.ts';
import { parseSnippetOptions } from '../../../core/snippet/parse-options.ts';
import { attributesOf, type HtmlElement, parseHtml, textOf } from '../../helpers/parse-html.ts';
import { audioMedia, caption, videoMedia } from '../snippet/sample-media.ts';

function content(media: Media, baseUrl = ''): PublicationContent {
  return {
    media,
    options: parseSnippetOptions({}),
    formatSets: BUILT_IN_FORMAT_SETS,
    devices: BUILT_IN_DEVICES,
    language: 'en',
    baseUrl,
  };
}

function named(elements: readonly HtmlElement[], tag: string) {
  return elements.filter(({ tagName }) => tagName === tag);
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '</title><script>x',
    '</style>',
    '</script>',
    '"><img src=x onerror=y>',
    '🎬&amp;',
  ),
);

describe('a published page', () => {
  it('allows its own stylesheet by the hash of its text', () => {
    const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
    expect(PAGE_STYLE_HASH).toBe(`sha256-${hash}`);
    const { elements } = parseHtml(buildEmbedPage(content(videoMedia())));
    expect(textOf(named(elements, 'style')[0])).toBe(PAGE_STYLE);
    const policy = attributesOf(
      named(elements, 'meta').find((meta) => attributesOf(meta)['http-equiv'] !== undefined),
    ).content;
    expect(policy).toMatch(/^default-src 'none'; media-src 'self'; /);
    expect(policy).toContain(PAGE_STYLE_HASH);
  });

  it('parses without errors and runs nothing, whatever title and description hold', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, description) => {
        const html = buildEmbedPage(
          content(videoMedia({ title, description }), 'https://a.example'),
        );
        const { elements, errors } = parseHtml(html);
        expect(errors).toEqual([]);
        expect(named(elements, 'script').map((script) => attributesOf(script).type)).toEqual([
          'application/ld+json',
        ]);
        expect(named(elements, 'img')).toEqual([]);
        expect(textOf(named(elements, 'h1')[0])).toBe(cleanText(title));
        const names = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
        expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
        expect(isOwnPage(html)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('refers to its neighbours only, so that it works in any place', () => {
    const media = videoMedia({ captions: [caption('en')] });
    const { elements } = parseHtml(buildEmbedPage(content(media, 'https://a.example')));
    const urls = ['src', 'poster'].flatMap((name) =>
      elements.map((each) => attributesOf(each)[name]).filter((url) => url !== undefined),
    );
    expect(urls).toHaveLength(7);
    expect(urls.filter((url) => url.includes('/'))).toEqual([]);
    const links = named(elements, 'a').map((each) => attributesOf(each).href);
    expect(links).toContain('harbour-at-dawn-h264-480p.mp4');
    expect(links).toContain('en.vtt');
    expect(links.at(-1)).toBe('../../index.html');
  });

  it('describes itself to other sites with absolute addresses where there is a base URL', () => {
    const { elements } = parseHtml(
      buildEmbedPage(content(videoMedia(), 'https://a.example/films/')),
    );
    const properties = Object.fromEntries(
      named(elements, 'meta')
        .map(attributesOf)
        .flatMap(({ property, content: value }) => (property ? [[property, value]] : [])),
    );
    const folder = 'https://a.example/films/media/harbour-at-dawn';
    expect(properties).toEqual({
      'og:type': 'video.other',
      'og:title': 'Harbour at dawn',
      'og:description': 'Boats leave before the sun is up.',
      'og:url': `${folder}/embed.html`,
      'og:image': `${folder}/poster.jpg`,
      'og:image:width': '1280',
      'og:image:height': '720',
      'og:video': `${folder}/harbour-at-dawn-h264-480p.mp4`,
      'og:video:type': 'video/mp4',
      'og:video:width': '854',
      'og:video:height': '480',
    });
    expect(JSON.parse(textOf(named(elements, 'script')[0]))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: 'Harbour at dawn',
      description: 'Boats leave before the sun is up.',
      uploadDate: '2026-05-17T00:00:00.000Z',
      duration: 'PT1M',
      width: 854,
      height: 480,
      encodingFormat: 'video/mp4; codecs="avc1.640028, mp4a.40.2"',
      contentUrl: `${folder}/harbour-at-dawn-h264-480p.mp4`,
      url: `${folder}/embed.html`,
      thumbnailUrl: `${folder}/poster.jpg`,
    });
  });

  it('speaks the language of its target, in figures too', () => {
    const captions = [caption('en')];
    const page = buildEmbedPage({ ...content(videoMedia({ captions })), language: 'de' });
    const { elements } = parseHtml(page);
    expect(attributesOf(named(elements, 'html')[0]).lang).toBe('de');
    expect(named(elements, 'summary').map(textOf)).toEqual(['Herunterladen']);
    expect(named(elements, 'a').map(textOf)).toContain('← Alle Medien');
    expect(textOf(named(elements, 'body')[0])).toMatch(/\d,\d MB/);
    expect(textOf(named(elements, 'body')[0])).not.toMatch(/Download|Captions|\d\.\d MB/);
  });

  it('shows the picture of a sound above its player', () => {
    const { elements } = parseHtml(buildEmbedPage(content(audioMedia())));
    expect(attributesOf(named(elements, 'img')[0])).toMatchObject({ src: 'poster.jpg', alt: '' });
    expect(named(elements, 'audio')).toHaveLength(1);
    expect(textOf(named(elements, 'script')[0])).toContain('AudioObject');
  });
});

/** The URL Standard's code points, of ASCII, and escapes of two digits. */
const URL_TEXT = /^(?:[A-Za-z0-9!#$&'()*+,\-./:;=?@_~]|%[0-9A-Fa-f]{2})+$/;

describe('every address on a page', () => {
  const media = videoMedia({ title: 'Two words {“<', captions: [caption('en')] });
  const about = { title: 'A title', description: '', durationSeconds: 1, addedAt: '' };
  const entries = (['video', 'audio'] as const).map((kind) => ({
    ...{ slug: `two words {${kind}`, kind, hasPoster: true },
    ...about,
  }));
  it.each([
    ['of a video', buildEmbedPage(content(media, 'https://a.example/my films'))],
    ['of a sound', buildEmbedPage(content(audioMedia(), '/my films'))],
    ['with a gallery', buildGalleryPage(buildIndex({ title: 'Site', language: 'en' }, entries))],
  ])('%s holds no white space and nothing else that must be escaped', (_which, html) => {
    const urls = parseHtml(html).elements.flatMap((each) => {
      const { href, src, poster } = attributesOf(each);
      return [href, src, poster].filter((url) => url !== undefined);
    });
    expect(urls.length).toBeGreaterThan(4);
    expect(urls.filter((url) => !URL_TEXT.test(url))).toEqual([]);
  });
});

describe('a manifest', () => {
  it('survives its own schema and says which device gets what', () => {
    const manifest = buildManifest(content(videoMedia(), 'https://a.example'));
    expect(manifestSchema.parse(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
    expect(manifest.renditions.map(({ format }) => format)).toEqual([
      'av1-720p',
      'vp9-720p',
      'hevc-720p',
      'h264-1080p',
      'h264-480p',
    ]);
    const coverage = Object.fromEntries(
      manifest.coverage.map(({ device, format }) => [device, format]),
    );
    expect(coverage).toMatchObject({ chrome: 'av1-720p', ios: 'hevc-720p' });
    expect(manifest.embed).toContain('src="https://a.example/media/harbour-at-dawn/');
  });
});

describe('a gallery', () => {
  const entry = {
    slug: 'one',
    kind: 'video' as const,
    title: 'One',
    description: '',
    durationSeconds: 3723,
    addedAt: '2026-01-01T00:00:00.000Z',
    hasPoster: true,
  };

  it('lists videos and audio apart, newest first', () => {
    const index = buildIndex({ title: 'Films', language: 'en' }, [
      entry,
      { ...entry, slug: 'two', title: 'Two', addedAt: '2026-02-01T00:00:00.000Z' },
      { ...entry, slug: 'three', title: 'Three', kind: 'audio', hasPoster: false },
    ]);
    const { elements, errors } = parseHtml(buildGalleryPage(index));
    expect(errors).toEqual([]);
    expect(named(elements, 'h2').map(textOf)).toEqual(['Videos', 'Audio']);
    expect(named(elements, 'a').map((each) => attributesOf(each).href)).toEqual([
      'media/two/embed.html',
      'media/one/embed.html',
      'media/three/embed.html',
    ]);
    expect(named(elements, 'img')).toHaveLength(2);
    expect(textOf(named(elements, 'a')[0])).toContain('1:02:03');
    expect(named(elements, 'script')).toEqual([]);
  });

  it('speaks the language of its target', () => {
    const index = buildIndex({ title: 'Filme', language: 'de' }, [
      entry,
      { ...entry, slug: 'three', title: 'Three', kind: 'audio', hasPoster: false },
    ]);
    const { elements } = parseHtml(buildGalleryPage(index));
    expect(attributesOf(named(elements, 'html')[0]).lang).toBe('de');
    expect(textOf(named(elements, 'p')[0])).toBe('1 Video, 1 Tonaufnahme');
  });

  it('says so when nothing is published', () => {
    const { elements } = parseHtml(
      buildGalleryPage(buildIndex({ title: 'Films', language: 'en' }, [])),
    );
    expect(textOf(named(elements, 'p')[0])).toBe('Nothing is published here yet');
  });

  it('parses without errors for any titles', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, description) => {
        const html = buildGalleryPage(
          buildIndex({ title, language: 'en' }, [{ ...entry, title, description }]),
        );
        const { elements, errors } = parseHtml(html);
        expect(errors).toEqual([]);
        expect(named(elements, 'a')).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});
