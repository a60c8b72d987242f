import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import { dragPaths } from '../helpers/drop-paths.ts';
import { copyAsOther, makeTinyAudio } from '../helpers/tiny-media.ts';

const PATIENCE_MS = 60_000;

let desktop: TestDesktop;
/** Calls of the page to the engine, by operation. */
const calls: string[] = [];

beforeAll(async () => {
  desktop = await startTestDesktop();
  desktop.page.setDefaultTimeout(PATIENCE_MS);
  await desktop.page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
  desktop.window.webContents.frames.onPortMessage((data) => calls.push(data));
}, PATIENCE_MS);

afterAll(() => desktop[Symbol.asyncDispose](), PATIENCE_MS);

describe('what is dropped on the window', { timeout: PATIENCE_MS }, () => {
  it('stays where it is, which is said before the drop', async () => {
    const { page } = desktop;
    await fillFolder();
    const drag = await dropped('clips', 'single.mp3');
    await page.getByText('Files stay where they are, those in folders too.').waitFor();
    await drag.drop();
    await page.getByText('6 files added').waitFor();
    const rows = page.locator('.uploads .upload');
    expect(await rows.count()).toBe(6);
    expect((await page.locator('.uploads').textContent()) ?? '').toContain('single.mp3');
    await expect.poll(() => page.getByRole('option').count()).toBe(6);
  });

  it('is one call with all paths, whose folders the engine walks', () => {
    const imports = calls.filter((data) => data.includes('/import/paths'));
    expect(imports).toHaveLength(1);
    expect(imports[0]).toContain(JSON.stringify([at('clips'), at('single.mp3')]));
  });

  it('is asked about by nobody: a dropped folder is allowed with all that lies in it', () => {
    expect(desktop.system.messageBoxes).toEqual([]);
  });

  it('tells what was refused, file by file, and of folders without media', async () => {
    const { page } = desktop;
    await page.getByRole('button', { name: 'Close this list' }).click();
    await writeFile(at('words.mp4'), 'only words');
    await mkdir(at('bare'));
    await (await dropped('words.mp4', 'bare')).drop();
    const list = page.locator('.uploads');
    await list.getByText('import/not-media').waitFor();
    await list.getByText('“bare” holds no media.').waitFor();
    expect(await list.textContent()).toContain('2 were refused');
    await list.getByRole('button', { name: 'Close this list' }).click();
  });

  it('had no error on the page', () => {
    expect(desktop.problems).toEqual([]);
  });
});

function at(name: string): string {
  return desktop.folder.at(name);
}

/** Chromium drags the real ones; only Electron could tell the page's preload where they lie. */
async function dropped(...names: readonly string[]) {
  const paths = names.map(at);
  await desktop.knowFiles(Object.fromEntries(paths.map((path) => [basename(path), path])));
  return dragPaths(desktop.page, paths);
}

async function fillFolder(): Promise<void> {
  await mkdir(at('clips/deep/deeper'), { recursive: true });
  await makeTinyAudio(at('single.mp3'));
  const places = [
    'clips/a',
    'clips/b',
    'clips/deep/c',
    'clips/deep/deeper/d',
    'clips/deep/deeper/e',
  ];
  for (const place of places) await copyAsOther(at('single.mp3'), at(`${place}.mp3`), place);
  await copyAsOther(at('single.mp3'), at('clips/.hidden.mp3'), 'hidden');
  await writeFile(at('clips/notes.txt'), 'words');
}
