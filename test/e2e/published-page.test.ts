import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestBrowser, testBrowser } from '../helpers/chromium.ts';
import { canPlay, playFromMiddle, sourcesOf } from '../helpers/play-sources.ts';
import { type StaticServer, staticServer } from '../helpers/static-server.ts';
import { testPool } from '../helpers/worker-pool.ts';
import { type PublishingHouse, publishingHouse } from '../main/publishing/publishing-house.ts';
import { makeMedia, type SampleWishes } from './published-media.ts';

const VIDEO: SampleWishes = {
  id: 'harbour-at-dawn',
  title: 'Harbour at dawn <b>&amp; "quotes"</b> 🎬',
  description: 'Boats leave before the sun is up.\n\n</script><script>alert(1)</script>',
  kind: 'video',
  renditions: [
    { formatId: 'h264-180p', recipe: 'h264', container: 'mp4' },
    { formatId: 'h264-90p', recipe: 'h264', container: 'mp4', size: '160x90' },
    { formatId: 'hevc-180p', recipe: 'hevc', container: 'mp4' },
    { formatId: 'vp9-90p', recipe: 'vp9', container: 'webm', size: '160x90' },
    { formatId: 'av1-90p', recipe: 'av1', container: 'mp4', size: '160x90' },
  ],
};

const AUDIO: SampleWishes = {
  id: 'rain',
  title: 'Rain on the roof',
  description: '',
  kind: 'audio',
  renditions: [
    { formatId: 'mp3', recipe: 'mp3', container: 'mp3' },
    { formatId: 'aac', recipe: 'aac', container: 'm4a' },
    { formatId: 'opus', recipe: 'opus', container: 'webm' },
    { formatId: 'ogg-vorbis', recipe: 'vorbis', container: 'ogg' },
    { formatId: 'flac', recipe: 'flac', container: 'flac' },
    { formatId: 'wav', recipe: 'wav', container: 'wav' },
  ],
};

interface Site {
  readonly root: string;
  readonly house: PublishingHouse;
  readonly server: StaticServer;
  readonly browser: TestBrowser;
}

let site: Site;

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'avlogue-test-'));
  const house = await publishingHouse(root);
  await using pool = await testPool();
  for (const wishes of [VIDEO, AUDIO]) {
    const record = await makeMedia(join(root, 'library'), wishes, pool.tools);
    await house.catalog.commit([{ type: 'put', collection: 'media', record }]);
  }
  const { failed } = await house.publish(VIDEO.id, AUDIO.id);
  expect(failed).toEqual([]);
  const server = await staticServer(house.target.path);
  site = { root, house, server, browser: await testBrowser() };
}, 120_000);

afterAll(async () => {
  await site.browser[Symbol.asyncDispose]();
  await site.server[Symbol.asyncDispose]();
  await rm(site.root, { recursive: true, force: true });
});

describe('a published page in Chromium', () => {
  it.each([
    [VIDEO.id, 'video', ['av1-90p', 'vp9-90p', 'hevc-180p', 'h264-180p', 'h264-90p']],
    [AUDIO.id, 'audio', ['opus', 'ogg-vorbis', 'aac', 'mp3', 'flac', 'wav']],
  ])(
    'plays each source of %s alone, from its middle, or says that it cannot',
    async (slug, tag, formats) => {
      await using opened = await site.browser.open(`${site.server.url}/media/${slug}/embed.html`);
      const { page } = opened;
      const sources = await sourcesOf(page);
      expect(sources.map(({ src }) => src.slice(slug.length + 1).split('.')[0])).toEqual(formats);
      for (const source of sources) {
        const answer = await canPlay(page, source.type);
        if (answer === '') {
          expect(source.type).toMatch(/hvc1/);
          continue;
        }
        const played = await playFromMiddle(page, { tag, src: source.src });
        expect(played, source.src).toMatchObject({ error: null, seekedTo: expect.closeTo(1.5, 0) });
        expect(played.reached, source.src).toBeGreaterThan(played.seekedTo + 0.1);
      }
      expect(opened.problems).toEqual([]);
    },
    60_000,
  );

  it('starts by itself with the first source that Chromium decodes, and its captions show', async () => {
    await using opened = await site.browser.open(`${site.server.url}/media/${VIDEO.id}/embed.html`);
    const { page } = opened;
    await page.evaluate(async () => {
      const video = document.querySelector('video') as HTMLVideoElement;
      video.muted = true;
      await video.play();
    });
    const state = await page.evaluate(() => {
      const video = document.querySelector('video') as HTMLVideoElement;
      return { src: video.currentSrc, cues: video.textTracks[0]?.cues?.length };
    });
    expect(state.src).toMatch(/av1-90p\.mp4$/);
    await page.waitForFunction(
      () => document.querySelector('video')?.textTracks[0]?.cues?.length === 1,
    );
    expect(opened.problems).toEqual([]);
  });

  it('loads the smaller file on a narrow screen', async () => {
    const srcAt = async (width: number) => {
      await using opened = await site.browser.open(
        `${site.server.url}/media/${VIDEO.id}/embed.html`,
        { viewport: { width, height: 700 } },
      );
      return await opened.page.evaluate(() =>
        [...document.querySelectorAll('source')]
          .filter(({ type }) => type.includes('avc1'))
          .find(({ media }) => matchMedia(media).matches)
          ?.getAttribute('src'),
      );
    };
    expect(await srcAt(150)).toMatch(/h264-90p/);
    expect(await srcAt(1280)).toMatch(/h264-180p/);
  });

  it('shows hostile titles and descriptions as text, and runs nothing', async () => {
    await using opened = await site.browser.open(`${site.server.url}/media/${VIDEO.id}/embed.html`);
    const { page } = opened;
    expect(await page.title()).toBe(VIDEO.title);
    expect(await page.locator('h1').textContent()).toBe(VIDEO.title);
    expect(await page.locator('.about').textContent()).toBe(VIDEO.description);
    expect(await page.locator('video').getAttribute('aria-label')).toBe(VIDEO.title);
    const structured = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(structured ?? '')).toMatchObject({
      '@type': 'VideoObject',
      name: VIDEO.title,
      duration: 'PT3S',
    });
    expect(opened.problems).toEqual([]);
  });

  it('keeps its place while loading: the player has its final height before any file came', async () => {
    await using opened = await site.browser.open(`${site.server.url}/media/${VIDEO.id}/embed.html`);
    const { page } = opened;
    const box = await page.locator('video').boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  });

  it('is reached from the gallery by mouse and keyboard, and leads back to it', async () => {
    await using opened = await site.browser.open(`${site.server.url}/`);
    const { page } = opened;
    const links = await page
      .locator('a.card')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(['media/harbour-at-dawn/embed.html', 'media/rain/embed.html']);
    await page.locator('a.card').first().click();
    await page.waitForURL(/harbour-at-dawn/);
    await page.getByRole('link', { name: 'All media' }).click();
    await page.waitForURL(`${site.server.url}/index.html`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/rain/);
    expect(await page.locator('audio').count()).toBe(1);
    expect(opened.problems).toEqual([]);
  });

  it('works from a folder without a server', async () => {
    const { published } = await site.house.publish(VIDEO.id);
    await using opened = await site.browser.open(published[0]?.pageUrl ?? '');
    const { page } = opened;
    const { src } = (await sourcesOf(page)).at(-1) ?? { src: '' };
    const played = await playFromMiddle(page, { tag: 'video', src });
    expect(played.reached).toBeGreaterThan(1.5);
  });
});
