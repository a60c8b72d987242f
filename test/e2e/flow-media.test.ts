import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, PATIENCE_MS, startFlow } from '../helpers/flow.ts';
import { makeClip } from '../helpers/make-media.ts';
import { age, makeTinyAudio, makeTinyVideo } from '../helpers/tiny-media.ts';

let flow: Flow;
let page: Page;

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:02.000\nMind the tide.\n';

beforeAll(async () => {
  flow = await startFlow();
  page = flow.page;
  await writeFile(flow.at('Harbour.en.vtt'), CAPTIONS);
  await age(flow.at('Harbour.en.vtt'));
  await makeTinyVideo(flow.at('Harbour.mp4'), { sizes: '1280x720', seconds: 2 });
  // a codec that no browser plays
  await makeClip(flow.at('Pier.mp4'), { options: ['-c:v', 'mpeg4'] });
  await makeTinyAudio(flow.at('Waves.mp3'), { seconds: 2 });
  await flow.client.import.paths({ paths: [flow.at('Harbour.mp4'), flow.at('Waves.mp3')] });
  await flow.client.system.updateSettings({ convertOnImport: false });
  await flow.client.import.paths({ paths: [flow.at('Pier.mp4')] });
}, PATIENCE_MS);

afterAll(() => flow[Symbol.asyncDispose](), PATIENCE_MS);

const open = async (title: string) => {
  await flow.go('#/library/all');
  await page.getByRole('option').filter({ hasText: title }).dblclick();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
const details = () => page.locator('#details');
const part = (title: string) =>
  details()
    .locator('.part')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const captions = () => part('Captions and subtitles');
const fact = (name: string) =>
  part('The master')
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) });

describe('a media before it is converted', { timeout: PATIENCE_MS }, () => {
  it('tells what will be made, why, and what will not', async () => {
    await open('Pier');
    await page.getByText('Once converted, it plays on every device (12 of 12).').waitFor();
    await page.getByText('As it is, the master plays on none of them.').waitFor();
    await page.getByText('Nothing is made yet. This is the plan:').waitFor();
    const planned = page.locator('.renditions tbody tr').first();
    await planned.getByText('Will be encoded').waitFor();
    await planned.getByText(/^up to .+b\/s$/).waitFor();
    const skipped = page.locator('.skipped');
    await skipped.getByText('Not made').waitFor();
    expect(await skipped.locator('li').first().textContent()).toMatch(/^H\.264 \d+p .+\.$/);
    await page.getByText('The embed code appears as soon as').waitFor();
  });
});

describe('a converted media', { timeout: PATIENCE_MS }, () => {
  it('lists its renditions with size, rate and what they save', async () => {
    await open('Harbour');
    await page.getByText('Plays on every device (12 of 12).').waitFor({ timeout: PATIENCE_MS });
    const row = page.locator('.renditions tbody tr').filter({ hasText: 'H.264 480p' });
    await row.getByText(/^\d+ × 480$/).waitFor();
    await row.getByText(/^\d+(\.\d+)? [kM]b\/s$/).waitFor();
    await row.getByText(/^\d+(\.\d+)? [kM]?B$/).waitFor();
    await row.getByText(/^\d+% (smaller|larger)$|^same size$/).waitFor();
    await row.getByText(/^(Encoded|Copied)$/).waitFor();
  });

  it('plays its master and each rendition', async () => {
    const choice = page.getByRole('combobox', { name: 'Playing', exact: true });
    await choice.click();
    const names = await page.getByRole('option').allTextContents();
    await page.keyboard.press('Escape');
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(names.at(-1)).toBe('Master');
    for (const name of names) {
      await choice.click();
      await page.getByRole('option', { name, exact: true }).click();
      const video = page.locator('.media-main .player video');
      await expect
        .poll(() =>
          video.evaluate((element: HTMLVideoElement) => [
            element.error?.message ?? '',
            element.videoWidth > 0 && element.duration > 1.5,
          ]),
        )
        .toEqual(['', true]);
    }
    expect(await page.locator('.player-broken').count()).toBe(0);
  });

  it('has the captions from beside the file, in the player too', async () => {
    await captions().getByText('en · subtitles · beside the master').waitFor();
    const texts = () =>
      page.locator('.media-main .player video').evaluate((element: HTMLVideoElement) => {
        const [track] = element.textTracks;
        if (track === undefined) return [];
        track.mode = 'hidden';
        return [...(track.cues ?? [])].map((cue) => (cue instanceof VTTCue ? cue.text : ''));
      });
    await expect.poll(texts).toEqual(['Mind the tide.']);
  });

  it('takes captions of another file, says what they are, and lets them go', async () => {
    const chooser = page.waitForEvent('filechooser');
    await captions().getByRole('button', { name: 'Add a file…' }).click();
    await (await chooser).setFiles({
      name: 'from elsewhere.de.srt',
      mimeType: 'application/x-subrip',
      // as old programs write it
      buffer: Buffer.from(
        '1\n00:00:00,000 --> 00:00:01,000\nVorsicht, die Flut k\u00e4me.\n',
        'latin1',
      ),
    });
    const form = page.getByRole('dialog');
    await expect
      .poll(() => form.getByRole('combobox', { name: 'Language' }).inputValue())
      .toBe('German');
    await form.getByText('do not hear').click();
    await form.getByRole('switch', { name: 'Shown from the start' }).press('Space');
    await form.getByRole('button', { name: 'Save' }).click();
    await flow.said('The captions are added.');
    const row = captions().locator('.caption-row').filter({ hasText: 'Deutsch (CC)' });
    await row.getByText('de · captions · added').waitFor();
    await row.getByText('Shown from the start').waitFor();
    // a player that stands already keeps what its viewer chose
    await page.reload();
    const shown = () =>
      page
        .locator('.media-main .player video')
        .evaluate((element: HTMLVideoElement) =>
          [...element.textTracks].map(({ label, mode, cues }) => [
            label,
            mode,
            [...(cues ?? [])].map((cue) => (cue instanceof VTTCue ? cue.text : '')),
          ]),
        );
    await expect
      .poll(shown)
      .toContainEqual(['Deutsch (CC)', 'showing', ['Vorsicht, die Flut käme.']]);
    const code = page.getByRole('region', { name: 'Embed code' });
    await expect.poll(() => code.textContent()).toMatch(/<track kind="captions"[^>]* default>/);

    await row.getByRole('button', { name: 'Change: Deutsch (CC)' }).click();
    await form.getByLabel('Name in the player’s menu').fill('Gebärden');
    await form.getByRole('button', { name: 'Save' }).click();
    await flow.said('Saved.');
    await captions().getByRole('button', { name: 'Delete: Gebärden' }).click();
    await captions().getByText('Gebärden').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await captions().getByText('Gebärden').waitFor();
    await captions().getByRole('button', { name: 'Delete: Gebärden' }).click();
    await expect.poll(() => captions().locator('.caption-row').count()).toBe(1);
  });

  it('tells in plain words what the master is', async () => {
    await fact('Length').getByText('0:02').waitFor();
    await fact('Container').getByText('MP4', { exact: true }).waitFor();
    await fact('Picture').getByText('1280 × 720').waitFor();
    await fact('Picture codec').getByText(/^h264/).waitFor();
    await fact('Frames a second').getByText('10').waitFor();
    await fact('Sound')
      .getByText(/aac, mono, 44\.1 kHz/)
      .waitFor();
    await part('Files').getByText(flow.at('Harbour.mp4')).waitFor();
  });

  it('takes title, name in addresses and description, each fault at its field', async () => {
    const words = details().locator('form.words');
    await words.getByLabel('Name in addresses').fill('pier');
    await words.getByLabel('Title').fill('The harbour at dawn');
    await words.getByRole('button', { name: 'Save' }).click();
    await words.getByText(/pier/).waitFor();
    await words.getByLabel('Name in addresses').fill('Not This');
    await words.getByText('Only lower-case letters, digits and single dashes; no dash').waitFor();
    expect(await words.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await words.getByLabel('Name in addresses').fill('harbour-dawn');
    await words.getByLabel('Description').fill('Filmed from the pier.');
    await words.getByRole('button', { name: 'Save' }).click();
    await flow.said('Saved.');
    await page.getByRole('heading', { level: 1, name: 'The harbour at dawn' }).waitFor();
    const code = page.getByRole('region', { name: 'Embed code' });
    await expect.poll(() => code.textContent()).toContain('media/harbour-dawn/');
    await page.reload();
    await expect
      .poll(() => words.getByLabel('Description').inputValue())
      .toBe('Filmed from the pier.');
  });

  it('takes its poster from a candidate, from the frame in the player, or by itself', async () => {
    const poster = () => page.locator('.media-main .player video').getAttribute('poster');
    const first = await poster();
    const candidate = page.getByRole('button', { name: /^Use the picture at / }).nth(3);
    await candidate.click();
    await flow.said('The poster is changed.');
    await expect.poll(() => candidate.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(poster).not.toBe(first);
    await page.locator('.media-main .player video').evaluate((element: HTMLVideoElement) => {
      element.currentTime = 1;
    });
    await page.getByRole('button', { name: 'Use what the player shows (0:01)' }).click();
    await flow.said('The poster is changed.');
    await expect.poll(() => candidate.getAttribute('aria-pressed')).toBe('false');
    await page.getByRole('button', { name: 'Choose automatically' }).click();
    await flow.said('The poster is changed.');
    const source = await poster();
    const answer = await page.request.get(new URL(source ?? '', flow.host.url).href);
    expect(answer.headers()['content-type']).toMatch(/^image\//);
  });

  it('shows how it was converted, with a command that can be copied', async () => {
    const history = part('Conversions').locator('details').first();
    await history.getByText(/^Done · /).click();
    await history.getByRole('button', { name: 'Copy command' }).first().click();
    await expect.poll(flow.copied).toMatch(/ffmpeg.*Harbour\.mp4/);
  });

  it('downloads a rendition, deletes it, and makes it anew', async () => {
    const row = page.locator('.renditions tbody tr').filter({ hasText: 'H.264 480p' });
    await row.getByRole('button', { name: 'More: H.264 480p' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('harbour-dawn-h264-480p.mp4');
    await row.getByRole('button', { name: 'More: H.264 480p' }).click();
    await page.getByRole('menuitem', { name: 'Delete the file' }).click();
    await flow.said('“H.264 480p” is deleted.');
    await row.getByText('Will be encoded').waitFor();
    await page.locator('.media-side').getByRole('button', { name: 'Convert' }).click();
    await flow.said('1 conversion queued.');
    await row.getByText(/^(Encoded|Copied)$/).waitFor({ timeout: PATIENCE_MS });
  });
});

describe('sound without a picture', { timeout: PATIENCE_MS }, () => {
  it('plays, is embedded as sound, and asks for nothing that only pictures have', async () => {
    await open('Waves');
    await page.getByText('Plays on every device (12 of 12).').waitFor({ timeout: PATIENCE_MS });
    const player = page.locator('.media-main .player video');
    await expect
      .poll(() => player.evaluate((element: HTMLVideoElement) => element.duration))
      .toBeGreaterThan(1.5);
    const code = page.getByRole('region', { name: 'Embed code' });
    await expect.poll(() => code.textContent()).toMatch(/^<audio [^>]*controls/);
    const preview = page.frameLocator('.preview').locator('audio');
    await expect
      .poll(() => preview.evaluate((element: HTMLAudioElement) => element.readyState))
      .toBeGreaterThan(0);
    expect(await page.locator('#embed').getByText('Show the poster').count()).toBe(0);
    expect(await details().getByText('Poster', { exact: true }).count()).toBe(0);
  });
});

describe('a media whose master is away', { timeout: PATIENCE_MS }, () => {
  it('says what is wrong and what to do, and goes on once it is back', async () => {
    await rename(flow.at('Pier.mp4'), flow.at('Pier.away'));
    await open('Pier');
    await page.locator('.media-side').getByRole('button', { name: 'Convert' }).click();
    await page.getByText('Master missing').waitFor();
    const failure = page.locator('.media-main .failure');
    await failure.getByText('conversion/master-missing').waitFor();
    expect((await failure.textContent())?.match(/Bring it back/g)).toHaveLength(1);
    await page
      .getByRole('link', { name: /^Attention/ })
      .getByText('1')
      .waitFor();
    await rename(flow.at('Pier.away'), flow.at('Pier.mp4'));
    await page.locator('.media-side').getByRole('button', { name: 'Convert' }).click();
    await page.getByText(/^Plays on every device/).waitFor({ timeout: PATIENCE_MS });
    await expect.poll(() => failure.count()).toBe(0);
  });

  it('did all that without a problem', async () => {
    expect(await readFile(flow.at('Harbour.en.vtt'), 'utf8')).toBe(CAPTIONS);
    flow.expectNoProblems(/^4\d\d: .*\/rpc\/media\/update$|^404: .*\/files\/master\/|status of 4/);
  });
});
