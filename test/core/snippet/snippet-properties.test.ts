import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VIDEO_CODEC_NAMES } from '../../../core/codecs/codecs.ts';
import { cleanText } from '../../../core/html/escape.ts';
import type { Rendition } from '../../../core/model/media.ts';
import { publishedUrls } from '../../../core/publishing/published-urls.ts';
import { buildSnippet } from '../../../core/snippet/build-snippet.ts';
import { attributesOf, parseHtml } from '../../helpers/parse-html.ts';
import { caption, videoMedia, videoRendition } from './sample-media.ts';

const CODEC_ORDER = ['av1', 'vp9', 'hevc', 'vp8', 'h264', 'theora', 'mpeg4'];

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onerror='x",
    '🎬 Ünïcode & <b>',
    '</video>--><!--',
    '\u0000\r\n\ud800',
    '&quot;&#34;',
  ),
);

const renditions: fc.Arbitrary<readonly Rendition[]> = fc
  .array(
    fc.record({
      codec: fc.constantFrom(...VIDEO_CODEC_NAMES),
      width: fc.integer({ min: 2, max: 4096 }),
      height: fc.integer({ min: 2, max: 4096 }),
      bitrateBps: fc.integer({ min: 1, max: 10_000_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ bitrateBps, ...video }, index) =>
      videoRendition(`f-${index}`, video, { bitrateBps }),
    ),
  );

function build(media: ReturnType<typeof videoMedia>, attributes: Record<string, string> = {}) {
  const urlOf = publishedUrls(media.slug, '');
  return buildSnippet({ media, formatSets: [], options: { attributes }, urlOf });
}

describe('any snippet', () => {
  it('parses without errors, and titles, labels and attributes come back as they were', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (title, label, value) => {
        const media = videoMedia({ title, captions: [caption('en', { label })] });
        const { elements, errors } = parseHtml(build(media, { 'data-note': value }).html);
        expect(errors).toEqual([]);
        const names = elements.map(({ tagName }) => tagName);
        expect(names).toEqual(['video', ...Array(5).fill('source'), 'track', 'a']);
        expect(attributesOf(elements[0])).toMatchObject({
          'aria-label': cleanText(title),
          'data-note': cleanText(value),
        });
        expect(attributesOf(elements.at(-2)).label).toBe(cleanText(label));
      }),
      { numRuns: 300 },
    );
  });

  it('orders sources by codec, then by falling width conditions, the last of each codec for all', () => {
    fc.assert(
      fc.property(renditions, (list) => {
        const byId = new Map(list.map((rendition) => [rendition.formatId, rendition]));
        const { html, formatIds } = build(videoMedia({ renditions: list }));
        const order = formatIds.map((id) => byId.get(id)?.video?.codec ?? '');
        const ranks = order.map((codec) => CODEC_ORDER.indexOf(codec));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect([...formatIds].toSorted()).toEqual([...byId.keys()].toSorted());
        const widths = parseHtml(html)
          .elements.filter(({ tagName }) => tagName === 'source')
          .map((source) => Number(/\d+/.exec(attributesOf(source).media ?? '')?.[0] ?? 0));
        for (const [index, width] of widths.entries()) {
          const last = order[index] !== order[index + 1];
          if (last) expect(width).toBe(0);
          else expect(width).toBeGreaterThan(widths[index + 1] ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of the renditions', () => {
    fc.assert(
      fc.property(renditions, (list) => {
        const there = build(videoMedia({ renditions: list })).html;
        expect(build(videoMedia({ renditions: list.toReversed() })).html).toBe(there);
      }),
      { numRuns: 100 },
    );
  });
});
