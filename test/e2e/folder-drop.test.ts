import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchedPage } from '../helpers/chromium.ts';
import { dragPaths } from '../helpers/drop-paths.ts';
import type { TestEngine } from '../helpers/engine.ts';
import { type LiveStage, liveStage } from '../helpers/live-stage.ts';
import { copyAsOther, makeTinyAudio } from '../helpers/tiny-media.ts';

const PATIENCE_MS = 60_000;
/** Enough that a message for each would be a flood. */
const CLIPS = 12;

let stage: LiveStage;
let engine: TestEngine;
let watched: WatchedPage;

beforeAll(async () => {
  stage = await liveStage();
  ({ engine, watched } = stage);
  watched.page.setDefaultTimeout(PATIENCE_MS);
}, PATIENCE_MS);

afterAll(() => stage[Symbol.asyncDispose](), PATIENCE_MS);

describe('a folder that is dropped on the page in a browser', { timeout: PATIENCE_MS }, () => {
  it('says before the drop what it will do, and takes in every clip, in folders within it too', async () => {
    const { page } = watched;
    const folder = engine.folder.at('holiday');
    await fillFolder(folder);
    await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    const drag = await dragPaths(page, [folder]);
    await page.getByText('Drop to add to the library').waitFor();
    await page.getByText(/copied into the library, those in folders too/).waitFor();
    await drag.drop();
    await page.getByText(`${CLIPS} files added`).waitFor();
    expect(await page.locator('.uploads .upload').count()).toBe(CLIPS);
    await expect.poll(() => engine.catalog.all('media').size).toBe(CLIPS);
  });

  it('is one list with one bar, not a message for each file', async () => {
    const { page } = watched;
    expect(await page.locator('.uploads').count()).toBe(1);
    expect(await page.locator('.mantine-Notification-root').count()).toBe(0);
  });

  it('leaves out what is hidden and what is no media, without a word', async () => {
    const list = await watched.page.locator('.uploads').textContent();
    expect(list).not.toContain('refused');
    expect(list).not.toMatch(/DS_Store|notes|hidden/);
    await watched.page.getByRole('button', { name: 'Close this list' }).click();
  });

  it('is known the second time', async () => {
    const { page } = watched;
    await (await dragPaths(page, [engine.folder.at('holiday', 'day 1')])).drop();
    await page.getByText('Already in the library').first().waitFor();
    await page.getByRole('button', { name: 'Close this list' }).click();
    expect(engine.catalog.all('media').size).toBe(CLIPS);
  });

  it('says so when there is nothing in it', async () => {
    const { page } = watched;
    await mkdir(engine.folder.at('empty'));
    await writeFile(engine.folder.at('empty', 'notes.txt'), 'words');
    await (await dragPaths(page, [engine.folder.at('empty')])).drop();
    await page.getByText('There is no video or audio in what was dropped.').waitFor();
  });

  it('gives each clip the captions beside it, though two folders have one name', async () => {
    const { page } = watched;
    const albums = await Promise.all(['north', 'south'].map(makeAlbum));
    await (await dragPaths(page, albums)).drop();
    await expect.poll(albumWords).toEqual(['north', 'south']);
  });

  it('had no error on the page', () => {
    expect(watched.problems).toEqual([]);
    expect(engine.logged).toEqual([]);
  });
});

/** A folder `album` with `clip.mp3` and its captions, which both say where they come from. */
async function makeAlbum(place: string): Promise<string> {
  const folder = engine.folder.at(place, 'album');
  await mkdir(folder, { recursive: true });
  await makeTinyAudio(`${folder}/clip.mp3`, { tags: { title: place } });
  await writeFile(`${folder}/clip.vtt`, `WEBVTT\n\n00:00.000 --> 00:01.000\n${place}\n`);
  return folder;
}

/** What the captions of each album's clip say, where they are those of its title. */
async function albumWords(): Promise<readonly string[]> {
  const said: string[] = [];
  for (const { title, captions } of engine.catalog.all('media').values()) {
    for (const { file } of captions) {
      const text = await readFile(join(engine.paths.root, file), 'utf8');
      if (text.trim().endsWith(title)) said.push(title);
    }
  }
  return said.toSorted();
}

/** `CLIPS` clips in nested folders, and what systems and people leave beside them. */
async function fillFolder(folder: string): Promise<void> {
  const days = [`${folder}/day 1`, `${folder}/day 2/evening`];
  await Promise.all([...days, `${folder}/.hidden`].map((path) => mkdir(path, { recursive: true })));
  const first = `${folder}/0.mp3`;
  await makeTinyAudio(first);
  for (let number = 1; number < CLIPS; number += 1) {
    await copyAsOther(first, `${days[number % days.length]}/${number}.mp3`, `clip ${number}`);
  }
  await copyAsOther(first, `${folder}/.hidden/secret.mp3`, 'hidden');
  await copyAsOther(first, `${folder}/._0.mp3`, 'hidden too');
  await writeFile(`${folder}/.DS_Store`, 'x');
  await writeFile(`${folder}/day 1/notes.txt`, 'words');
}
