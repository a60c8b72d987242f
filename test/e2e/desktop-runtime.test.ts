import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../scripts/setup/display.mjs';
import { appIsBuilt } from '../../scripts/start/app-is-built.mjs';
import { builtRenderer } from '../helpers/built-renderer.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

const ROOT = join(import.meta.dirname, '../..');
const ELECTRON = join(ROOT, 'node_modules/electron');
const PATIENCE_MS = 120_000;

/** Where the runtime was downloaded and a window can be shown. */
const canRun =
  existsSync(join(ELECTRON, 'dist/version')) && hasDisplay(process.env, process.platform);

describe.skipIf(!canRun)('with Electron’s runtime and a display', { timeout: PATIENCE_MS }, () => {
  it('opens the window, imports what it is opened with, plays it in ranges, and quits', async () => {
    await using folder = await temporaryFolder();
    const clip = folder.at('Harbour.mp4');
    await makeTinyVideo(clip, { sizes: '320x180', seconds: 3 });
    await build();
    const app = await _electron.launch({
      executablePath: join(ELECTRON, 'dist', readFileSync(join(ELECTRON, 'path.txt'), 'utf8')),
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT, clip],
      env: {
        ...process.env,
        AVLOGUE_LIBRARY: folder.at('library'),
        XDG_CONFIG_HOME: folder.at('config'),
      },
    });
    const page = await app.firstWindow();
    page.setDefaultTimeout(PATIENCE_MS);
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    expect(page.url()).toMatch(/^avlogue:\/\/app\//);
    await page.getByRole('option').getByText('Plays on all 12 devices').waitFor();
    await page.getByRole('option').dblclick();
    const video = page.locator('.media-main .player video');
    const status = await video.evaluate(async (element: HTMLVideoElement) => {
      const answer = await fetch(element.src, { headers: { range: 'bytes=0-9' } });
      return answer.status;
    });
    expect(status).toBe(206);
    expect(await page.evaluate(() => 'require' in window)).toBe(false);
    expect(problems).toEqual([]);
    await app.close();
  });
});

async function build(): Promise<void> {
  await builtRenderer();
  if (appIsBuilt(ROOT)) return;
  execFileSync(process.execPath, [join(ROOT, 'scripts/packaging/build-app.mjs')]);
}
