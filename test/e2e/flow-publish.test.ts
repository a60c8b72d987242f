import { access, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { canPlay, sourcesOf } from '../helpers/play-sources.ts';
import { type StaticServer, staticServer } from '../helpers/static-server.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;
let site: StaticServer;

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  site = await staticServer(flow.at('site'));
  const paths = [flow.at('Harbour.mp4'), flow.at('Pier.mp4')];
  await makeTinyVideo(paths[0] ?? '', { sizes: '854x480' });
  await makeTinyVideo(paths[1] ?? '');
  await flow.client.import.paths({ paths, formatSetIds: ['web-video-small', 'web-video-vp9'] });
  await flow.client.system.updateSettings({ convertOnImport: false });
  await makeTinyVideo(flow.at('Raw.mp4'), { tags: { comment: 'not converted' } });
  await flow.client.import.paths({ paths: [flow.at('Raw.mp4')] });
  await flow.engine.importer.idle();
  const { rows } = await flow.client.jobs.list({});
  await Promise.all(rows.map(({ id }) => flow.engine.queue.settled(id)));
}, PATIENCE_MS);

afterAll(async () => {
  await flow[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
}, PATIENCE_MS);

const dialog = () => page.getByRole('dialog');
const card = (title: string) => page.getByRole('option').filter({ hasText: title });
const row = (name: string) => page.locator('.job', { hasText: name });
const isThere = (...names: readonly string[]) =>
  access(flow.at(...names)).then(
    () => true,
    () => false,
  );

describe('a publish folder', { timeout: PATIENCE_MS }, () => {
  it('is added with its place and its address, each fault at its field', async () => {
    await page.getByRole('button', { name: 'Add a publish folder' }).click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('Give it a name.').waitFor();
    await dialog().getByText('Give the full path of a folder.').waitFor();
    await dialog().getByLabel('Name', { exact: true }).fill('My site');
    await dialog().getByLabel('Folder on this machine').fill(flow.at('site'));
    await dialog().getByLabel('Address on the web').fill('my site');
    const fault = 'An address starts with http:// or https:// and holds no “?” and no “#”.';
    await dialog().getByText(fault).waitFor();
    await dialog().getByLabel('Address on the web').fill(site.url);
    await dialog().getByText(fault).waitFor({ state: 'detached' });
    await dialog().getByLabel('Address on the web').fill(`${site.url}/?page=1`);
    await dialog().getByText(fault).waitFor();
    await dialog().getByLabel('Address on the web').fill(`${site.url}/`);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await flow.said('The publish folder is saved.');
    await page.getByRole('link', { name: 'My site' }).click();
    await page.getByText('Nothing is published here yet.').waitFor();
  });

  it('shows what would change before it is done, and how far it is', async () => {
    await flow.go('#/library/all');
    await card('Harbour').click();
    await card('Pier').click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('p');
    const changes = dialog().getByRole('list', { name: 'What changes' });
    await changes.getByText('media/harbour/harbour-h264-480p.mp4').waitFor();
    await changes.getByText('media/pier/embed.html').waitFor();
    expect(new Set(await changes.locator('.change-action').allTextContents())).toEqual(
      new Set(['new']),
    );
    await dialog()
      .getByText(/^\d+ kB to write$/)
      .waitFor();
    expect(await isThere('site', 'media')).toBe(false);
    const held = Promise.withResolvers<void>();
    await page.route('**/rpc/publish/run', async (route) => {
      await held.promise;
      await route.continue();
    });
    await dialog().getByRole('button', { name: 'Publish now' }).click();
    await dialog().getByText('Publishing 1 of 2…').waitFor();
    held.resolve();
    await dialog().getByText('2 media are published.').waitFor();
    await page.unroute('**/rpc/publish/run');
  });

  it('leads to the published page, which plays', async () => {
    const opened = flow.watched.context.waitForEvent('page');
    await dialog().getByRole('link', { name: 'Open the page' }).first().click();
    const published = await opened;
    const video = published.locator('video');
    await video.waitFor();
    const types = (await sourcesOf(published)).map(({ type }) => type);
    expect(types.length).toBeGreaterThan(1);
    expect(await canPlay(published, types[0] ?? '')).not.toBe('');
    await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      await element.play();
    });
    await published.waitForFunction(
      () => (document.querySelector('video')?.currentTime ?? 0) > 0.2,
    );
    await published.close();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    expect(site.answers.filter((answer) => /^[45]/.test(answer))).toEqual([]);
  });

  it('is left alone where nothing changed, and only what changed is written', async () => {
    await page.keyboard.press('p');
    await dialog().getByText('Everything stands there already.').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    const { rows } = await flow.client.media.list({ text: 'harbour' });
    await flow.client.media.update({ id: rows[0]?.id ?? '', title: 'The harbour' });
    await card('The harbour').waitFor();
    await page.keyboard.press('p');
    const changes = dialog().getByRole('list', { name: 'What changes' });
    const written = changes.locator('.change-replace .file-path');
    await expect.poll(() => written.allTextContents()).toContain('media/harbour/embed.html');
    expect(await written.allTextContents()).not.toContain('media/harbour/harbour-h264-480p.mp4');
    await dialog().getByRole('button', { name: 'Publish now' }).click();
    await dialog().getByText('2 media are published.').waitFor();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    expect(await readFile(flow.at('site', 'media', 'harbour', 'embed.html'), 'utf8')).toContain(
      'The harbour',
    );
  });

  it('publishes of a batch what is ready, and names what is not', async () => {
    await card('The harbour').click();
    await card('Raw').click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('p');
    await dialog().getByText('1 media stays out of it for now:').waitFor();
    await dialog().locator('.failure').getByText(/Raw/).waitFor();
    await dialog().getByRole('button', { name: 'Convert 1 other' }).waitFor();
    await dialog().getByRole('button', { name: 'Publish now' }).click();
    await dialog().getByText('1 media is published.').waitFor();
    await dialog().getByText('1 media could not be published.').waitFor();
    await dialog().locator('.failure').getByText(/Raw/).waitFor();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    expect(await isThere('site', 'media', 'raw')).toBe(false);
  });

  it('says of a media that is not converted what it lacks, and offers that', async () => {
    await card('Raw').click();
    await page.keyboard.press('p');
    await dialog().locator('.failure').getByText(/Raw/).waitFor();
    expect(await dialog().getByRole('button', { name: 'Publish now' }).count()).toBe(0);
    await dialog().getByRole('button', { name: 'Convert now' }).click();
    await flow.said('1 conversion queued.');
    await card('Raw').getByText('Plays on all 12 devices').waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.press('p');
    await dialog().getByRole('button', { name: 'Publish now' }).click();
    await dialog().getByText('1 media is published.').waitFor();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
  });

  it('tells since when what stands there, and each media where it stands', async () => {
    await page.getByRole('link', { name: 'My site' }).click();
    await page.getByRole('heading', { name: 'Published here 3' }).waitFor();
    await row('harbour')
      .getByText(/^since .*\d{4}/)
      .waitFor();
    await row('The harbour').getByRole('link', { name: 'The harbour', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'The harbour' }).waitFor();
    await page.locator('#details').getByRole('link', { name: 'My site' }).click();
    await page.getByRole('heading', { level: 1, name: 'My site' }).waitFor();
  });

  it('lets go of what is taken out', async () => {
    await page.getByRole('button', { name: 'Take out: Pier' }).click();
    await flow.said('is taken out of the folder.');
    await row('Pier').waitFor({ state: 'detached' });
    expect(await isThere('site', 'media', 'pier')).toBe(false);
    expect(await isThere('site', 'media', 'harbour', 'embed.html')).toBe(true);
  });
});

describe('the embed code, option by option', { timeout: PATIENCE_MS }, () => {
  const embed = () => page.locator('#embed');
  const code = () => embed().getByRole('region', { name: 'Embed code' }).textContent();
  const toggle = (name: string) => embed().getByRole('switch', { name }).press('Space');

  it('is coloured, and shows controls, poster and column as asked', async () => {
    await flow.go('#/library/all');
    await card('The harbour').dblclick();
    await expect.poll(code).toMatch(/^<video [^>]*controls/);
    await embed().locator('.code-tag, .code-name').first().waitFor();
    await toggle('Show player controls');
    await expect.poll(code).not.toContain('controls');
    await toggle('Show player controls');
    await expect.poll(code).toContain('poster="media/harbour/poster.jpg"');
    await toggle('Show the poster');
    await expect.poll(code).not.toContain('poster');
    await expect.poll(code).toContain('max-width');
    await toggle('Shrink with its column');
    await expect.poll(code).not.toContain('max-width');
  });

  it('starts by itself only muted, and plays again and again', async () => {
    await toggle('Start by itself (muted)');
    await expect.poll(code).toMatch(/autoplay[^>]* muted|muted[^>]* autoplay/);
    await toggle('Start by itself (muted)');
    await expect.poll(code).not.toContain('autoplay');
    await toggle('Play again and again');
    await expect.poll(code).toContain(' loop');
  });

  it('loads before playing what one chooses', async () => {
    const preload = embed().getByRole('combobox', { name: 'Load before playing' });
    for (const [words, value] of [
      ['Nothing', 'none'],
      ['As the browser likes', 'auto'],
      ['Length and size', 'metadata'],
    ] as const) {
      await preload.click();
      await page.getByRole('option', { name: words }).click();
      await expect.poll(code).toContain(`preload="${value}"`);
    }
  });

  it('offers only the formats, sets and rates that one wants', async () => {
    await embed().getByText('More options').click();
    const only = embed().getByRole('group', { name: 'Only these renditions' });
    const names = await only.getByRole('checkbox').count();
    expect(names).toBeGreaterThan(1);
    await only.getByRole('checkbox', { name: /^VP9/ }).first().check();
    await expect.poll(code).not.toContain('.mp4');
    await only.getByRole('checkbox', { name: /^VP9/ }).first().uncheck();
    await expect.poll(code).toContain('.mp4');
    const sets = embed().getByRole('group', { name: 'Only these format sets' });
    await sets.getByRole('checkbox', { name: 'Web video', exact: true }).check();
    await expect.poll(code).not.toContain('.webm');
    await sets.getByRole('checkbox', { name: 'Web video', exact: true }).uncheck();
    await expect.poll(code).toContain('.webm');
    await embed().getByLabel('At least (kb/s)').fill('999999');
    await embed()
      .getByText(/snippet\//)
      .waitFor();
    await embed().getByLabel('At least (kb/s)').fill('');
    await expect.poll(code).toContain('.webm');
    await embed().getByLabel('Only the nearest to (kb/s)').fill('1');
    await expect.poll(code).not.toContain('h264-480p.mp4');
    expect(await code()).toContain('h264-360p.mp4');
    await embed().getByLabel('Only the nearest to (kb/s)').fill('');
  });

  it('points to the publish folder’s address, and plays in the preview as it is', async () => {
    await embed().getByRole('combobox', { name: 'Where the files are' }).click();
    await page.getByRole('option', { name: 'My site' }).click();
    await expect.poll(code).toContain(`src="${site.url}/media/harbour/`);
    await embed().getByRole('button', { name: 'Copy embed code' }).click();
    await expect.poll(flow.copied).toBe(await code());
    const preview = page.frameLocator('.preview').locator('video');
    await expect
      .poll(() => preview.evaluate((video: HTMLVideoElement) => video.loop && video.readyState > 0))
      .toBe(true);
    await preview.evaluate(async (video: HTMLVideoElement) => {
      video.muted = true;
      await video.play();
    });
  });
});

describe('the language of a website', { timeout: PATIENCE_MS }, () => {
  it('is the publish folder’s, on its pages and in its embed code', async () => {
    await page.getByRole('link', { name: 'My site' }).first().click();
    await page.getByRole('button', { name: 'Change' }).click();
    await dialog().getByRole('combobox', { name: 'Language of the pages' }).click();
    await page.getByRole('option', { name: 'Deutsch' }).click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await flow.said('The publish folder is saved.');
    await flow.go('#/library/all');
    await card('The harbour').click();
    await page.keyboard.press('p');
    await dialog().getByRole('button', { name: 'Publish now' }).click();
    await dialog().getByText('1 media is published.').waitFor();
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    const published = await readFile(flow.at('site', 'media', 'harbour', 'embed.html'), 'utf8');
    expect(published).toContain('<html lang="de">');
    expect(published).toContain('„The harbour“ herunterladen');
    expect(await readFile(flow.at('site', 'index.html'), 'utf8')).toContain('2 Videos');
  });
});

describe('the end of a publish folder', { timeout: PATIENCE_MS }, () => {
  it('changes its name, and is forgotten while its files stay', async () => {
    await page.getByRole('link', { name: 'My site' }).first().click();
    await page.getByRole('button', { name: 'Change' }).click();
    await dialog().getByLabel('Name', { exact: true }).fill('Old site');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Old site' }).waitFor();
    await page.getByRole('button', { name: 'Forget this target' }).click();
    await flow.said('is forgotten; its files stay.');
    await page.getByText('No publish folder yet.').waitFor();
    expect(await isThere('site', 'media', 'harbour', 'embed.html')).toBe(true);
  });

  it('did all that without a problem', () =>
    flow.expectNoProblems(/^4\d\d: .*\/rpc\/(publish\/preview|media\/snippet)|status of 4/));
});
