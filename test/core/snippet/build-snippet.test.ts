import { describe, expect, it } from 'vitest';
import { BUILT_IN_FORMAT_SETS } from '../../../core/formats/built-in-formats.ts';
import type { Media } from '../../../core/model/media.ts';
import { publishedUrls } from '../../../core/publishing/published-urls.ts';
import { buildSnippet } from '../../../core/snippet/build-snippet.ts';
import type { SnippetOptions } from '../../../core/snippet/snippet-options.ts';
import { attributesOf, parseHtml, textOf } from '../../helpers/parse-html.ts';
import { audioMedia, caption, LADDER, videoMedia, videoRendition } from './sample-media.ts';

function snippet(options: Partial<SnippetOptions> = {}, media: Media = videoMedia()) {
  const urlOf = publishedUrls(media.slug, options.baseUrl ?? '');
  return buildSnippet({ media, formatSets: BUILT_IN_FORMAT_SETS, options, urlOf });
}

function sources(html: string) {
  return parseHtml(html)
    .elements.filter(({ tagName }) => tagName === 'source')
    .map(attributesOf);
}

describe('a snippet', () => {
  it('is plain, indented HTML that lists the savings first and H.264 last', () => {
    const { html } = snippet({ baseUrl: 'https://example.org/av/' });
    expect(html).toBe(
      `<video width="1920" height="1080" poster="https://example.org/av/media/harbour-at-dawn/poster.jpg" preload="metadata" controls playsinline style="max-width: 100%; height: auto" aria-label="Harbour at dawn">
  <source src="https://example.org/av/media/harbour-at-dawn/harbour-at-dawn-av1-720p.mp4" type="video/mp4; codecs=&quot;av1, mp4a.40.2&quot;">
  <source src="https://example.org/av/media/harbour-at-dawn/harbour-at-dawn-vp9-720p.webm" type="video/webm; codecs=&quot;vp9, mp4a.40.2&quot;">
  <source src="https://example.org/av/media/harbour-at-dawn/harbour-at-dawn-hevc-720p.mp4" type="video/mp4; codecs=&quot;hevc, mp4a.40.2&quot;">
  <source src="https://example.org/av/media/harbour-at-dawn/harbour-at-dawn-h264-1080p.mp4" type="video/mp4; codecs=&quot;avc1.640028, mp4a.40.2&quot;" media="(min-width: 855px)">
  <source src="https://example.org/av/media/harbour-at-dawn/harbour-at-dawn-h264-480p.mp4" type="video/mp4; codecs=&quot;avc1.640028, mp4a.40.2&quot;">
  <a href="https://example.org/av/media/harbour-at-dawn/harbour-at-dawn-h264-480p.mp4">Download “Harbour at dawn” (MP4, 7.5 MB)</a>
</video>
`,
    );
  });

  it('takes only the formats that are named', () => {
    expect(snippet({ formatIds: ['h264-480p', 'av1-720p'] }).formatIds).toEqual([
      'av1-720p',
      'h264-480p',
    ]);
  });

  it('takes the formats of the named sets and the named formats together', () => {
    const { formatIds } = snippet({ formatSetIds: ['web-video'], formatIds: ['vp9-720p'] });
    expect(formatIds).toEqual(['vp9-720p', 'h264-1080p', 'h264-480p']);
  });

  it('refuses a set that there is not', () => {
    expect(() => snippet({ formatSetIds: ['gone'] })).toThrow(
      expect.objectContaining({ code: 'input/invalid', details: { field: 'formatSetIds' } }),
    );
  });

  it('keeps to the least and the most bitrate', () => {
    const { formatIds } = snippet({ minBitrateBps: 1_000_000, maxBitrateBps: 1_500_000 });
    expect(formatIds).toEqual(['av1-720p', 'vp9-720p']);
  });

  it('takes the rendition nearest to a bitrate, one for each codec', () => {
    const { formatIds } = snippet({ bitrateBps: 2_000_000 });
    expect(formatIds).toEqual(['av1-720p', 'vp9-720p', 'hevc-720p', 'h264-480p']);
  });

  it('says so when the filters leave nothing', () => {
    expect(() => snippet({ minBitrateBps: 9_000_000 })).toThrow(
      expect.objectContaining({ code: 'snippet/nothing-matches' }),
    );
  });

  it('leaves out files that browsers do not open, unless their format is named', () => {
    const avi = videoRendition('avi-mpeg4', { codec: 'mpeg4' }, { container: 'avi' });
    const media = videoMedia({ renditions: [avi, ...LADDER] });
    expect(snippet({}, media).formatIds).not.toContain('avi-mpeg4');
    expect(snippet({ formatSetIds: ['legacy-video', 'web-video'] }, media).formatIds).not.toContain(
      'avi-mpeg4',
    );
    expect(snippet({ formatIds: ['avi-mpeg4', 'h264-480p'] }, media).formatIds).toEqual([
      'h264-480p',
      'avi-mpeg4',
    ]);
    expect(() => snippet({}, videoMedia({ renditions: [avi] }))).toThrow(
      expect.objectContaining({ code: 'snippet/nothing-matches' }),
    );
  });

  it('shows no file of an earlier master beside those of the present one', () => {
    const old = LADDER.map((rendition) => ({ ...rendition, masterSha256: 'b'.repeat(64) }));
    const [first, ...rest] = LADDER;
    if (first === undefined) throw new Error('no ladder');
    const mixed = videoMedia({ renditions: [first, ...old.slice(1)] });
    expect(snippet({}, mixed).formatIds).toEqual(['h264-480p']);
    expect(snippet({}, videoMedia({ renditions: old })).formatIds).toHaveLength(rest.length + 1);
  });

  it('has falling widths within a codec and none on its smallest file', () => {
    const widths = [1280, 854, 1920, 854, 640];
    const renditions = widths.map((width, index) =>
      videoRendition(`h264-${index}`, { width, height: 480 }, { bitrateBps: 1_000 + index }),
    );
    const media = sources(snippet({}, videoMedia({ renditions })).html).map((each) => each.media);
    expect(media).toEqual([
      '(min-width: 1281px)',
      '(min-width: 856px)',
      '(min-width: 855px)',
      '(min-width: 641px)',
      undefined,
    ]);
    const plain = snippet({ mediaQueries: false }, videoMedia({ renditions }));
    expect(sources(plain.html).every((each) => each.media === undefined)).toBe(true);
  });

  it('asks for captions of another site in the way that lets browsers show them', () => {
    const crossOrigin = (options: Partial<SnippetOptions>, media: Media) =>
      attributesOf(parseHtml(snippet(options, media).html).elements[0]).crossorigin;
    const media = videoMedia({ captions: [caption('c1')] });
    for (const baseUrl of ['https://example.org/av', '//example.org'])
      expect(crossOrigin({ baseUrl }, media)).toBe('anonymous');
    const away = { baseUrl: 'https://example.org/av' };
    expect(crossOrigin({}, media)).toBeUndefined();
    expect(crossOrigin({ baseUrl: '/av' }, media)).toBeUndefined();
    expect(crossOrigin(away, videoMedia())).toBeUndefined();
    expect(crossOrigin(away, audioMedia({ captions: [caption('c1')] }))).toBeUndefined();
    expect(crossOrigin({ ...away, crossOrigin: false }, media)).toBeUndefined();
    const attributes = { crossOrigin: 'use-credentials' };
    expect(crossOrigin({ ...away, attributes }, media)).toBe('use-credentials');
  });

  it('is muted when it starts by itself', () => {
    const { html } = snippet({ autoplay: true, controls: false, loop: true, preload: 'none' });
    const [video] = parseHtml(html).elements;
    expect(attributesOf(video)).toMatchObject({
      autoplay: '',
      muted: '',
      loop: '',
      preload: 'none',
    });
    expect(attributesOf(video)).not.toHaveProperty('controls');
  });

  it('carries classes and further attributes, and leaves out what is switched off', () => {
    const { html } = snippet({
      classNames: ['player', 'wide'],
      attributes: { ID: 'intro', 'data-start': '12', 'aria-label': 'Intro' },
      poster: false,
      responsive: false,
    });
    expect(attributesOf(parseHtml(html).elements[0])).toEqual({
      class: 'player wide',
      width: '1920',
      height: '1080',
      preload: 'metadata',
      controls: '',
      playsinline: '',
      id: 'intro',
      'data-start': '12',
      'aria-label': 'Intro',
    });
  });

  it.each(['onclick', 'onLoadStart', 'src', 'STYLE', 'class', 'poster'])(
    'refuses the attribute %s by name',
    (name) => {
      expect(() => snippet({ attributes: { [name]: 'x' } })).toThrow(
        expect.objectContaining({
          code: 'input/invalid',
          message: expect.stringContaining(name),
          details: { field: `attributes.${name}` },
        }),
      );
    },
  );

  it.each([
    { attributes: { 'a b': 'x' } },
    { classNames: ['"><script>'] },
    { attributes: { id: '1', ID: '2' } },
  ])('refuses names that would break out of the tag: %j', (options) => {
    expect(() => snippet(options)).toThrow(expect.objectContaining({ code: 'input/invalid' }));
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' file:///etc',
    'https://a.example/?x=',
    'a#b',
  ])('refuses the base URL %s', (baseUrl) => {
    expect(() => snippet({ baseUrl })).toThrow(
      expect.objectContaining({ code: 'input/invalid', details: { field: 'baseUrl' } }),
    );
  });

  it('percent-encodes what a URL cannot hold, once', () => {
    const { html } = snippet({ baseUrl: '/my site/100%/%C3%A9/"ü"' });
    expect(sources(html)[0]?.src).toBe(
      '/my%20site/100%25/%C3%A9/%22%C3%BC%22/media/harbour-at-dawn/harbour-at-dawn-av1-720p.mp4',
    );
  });

  it('lists text tracks, of which one at most is the default', () => {
    const media = videoMedia({
      captions: [
        caption('en', { kind: 'captions', isDefault: true }),
        caption('de', { language: 'de', label: 'Deutsch "CC"', isDefault: true }),
        caption('x', { language: null, label: 'Unknown' }),
      ],
    });
    const tracks = parseHtml(snippet({}, media).html)
      .elements.filter(({ tagName }) => tagName === 'track')
      .map(attributesOf);
    expect(tracks).toEqual([
      {
        kind: 'captions',
        src: 'media/harbour-at-dawn/en.vtt',
        srclang: 'en',
        label: 'English',
        default: '',
      },
      {
        kind: 'subtitles',
        src: 'media/harbour-at-dawn/de.vtt',
        srclang: 'de',
        label: 'Deutsch "CC"',
      },
      { kind: 'subtitles', src: 'media/harbour-at-dawn/x.vtt', srclang: 'und', label: 'Unknown' },
    ]);
  });

  it('plays sound with an audio element and links to the file that plays everywhere', () => {
    const { html, formatIds } = snippet({}, audioMedia());
    const { elements, errors } = parseHtml(html);
    expect(errors).toEqual([]);
    expect(formatIds).toEqual(['opus', 'mp3', 'wav']);
    expect(elements[0]?.tagName).toBe('audio');
    expect(Object.keys(attributesOf(elements[0]))).toEqual([
      'preload',
      'controls',
      'style',
      'aria-label',
    ]);
    expect(attributesOf(elements.at(-1)).href).toBe('media/rain/rain-mp3.mp3');
    expect(textOf(elements.at(-1))).toBe('Download “Rain” (MP3, 7.5 MB)');
  });
});
