import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Locator, Page } from 'playwright-core';
import { testBrowser } from '../helpers/chromium.ts';
import { canPlay, playFromMiddle, sourcesOf } from '../helpers/play-sources.ts';
import { staticServer } from '../helpers/static-server.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/**
 * `node test/tools/first-walk.ts FOLDER`: what somebody new does, in a real Chromium on an empty library, with the
 * time of each step: `npm start`, drop the folder of clips, copy a snippet, publish, open the page. Steps count from
 * the drop, since the clips convert on while a person goes on.
 */
const clips = resolve(process.argv[2] ?? '.');
const LONGEST_STEP_MS = 600_000;

await using folder = await temporaryFolder();
const site = folder.at('site');
const count = (await readdir(clips)).length;

const began = performance.now();
const program = spawn('npm', ['start'], {
  cwd: join(import.meta.dirname, '..', '..'),
  env: { ...process.env, AVLOGUE_LIBRARY: folder.at('library'), DISPLAY: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
  // npm starts a shell that starts Node: all of them are ended together
  detached: true,
});
try {
  const address = await addressOf(program);
  await using browser = await testBrowser();
  await using opened = await browser.open(address, {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page, problems } = opened;
  page.setDefaultTimeout(LONGEST_STEP_MS);
  await page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
  tell('`npm start` until the page is open', began);
  await walk(page);
  for (const problem of problems) process.stdout.write(`PROBLEM ${problem}\n`);
} finally {
  await end(program);
}

async function walk(page: Page): Promise<void> {
  const dropped = performance.now();
  await dropFolder(page, clips);
  const cards = page.getByRole('option');
  await cards.first().waitFor();
  tell('drop: the first clip is listed', dropped);
  await nth(cards, count).waitFor();
  tell(`drop: all ${count} are listed, with what is made of them`, dropped);
  const served = page.getByRole('option').filter({ hasText: /Plays on all \d+ devices/ });
  await served.first().waitFor();
  tell('drop: the first plays on every device', dropped);

  await served.first().dblclick();
  const embed = page.locator('#embed');
  await embed.getByRole('button', { name: 'Copy embed code' }).click();
  await embed.getByRole('button', { name: 'Copied' }).waitFor();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  if (!/^<(video|audio)/.test(code)) throw new Error(`This is no embed code: ${code}`);
  tell('drop: its embed code is on the clipboard', dropped);

  await page.goBack();
  await nth(served, count).waitFor();
  tell(`drop: all ${count} play on every device`, dropped);
  await cards.first().click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Publish', exact: true }).last().click();
  await page.getByLabel('Name', { exact: true }).fill('My site');
  await page.getByLabel('Folder on this machine').fill(site);
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  const publishing = performance.now();
  await page.getByText(`${count} media are published.`).waitFor();
  tell('“Publish now” until all are in the publish folder', publishing);
  await openSite(page);
}

async function openSite(page: Page): Promise<void> {
  await using server = await staticServer(site);
  const opening = performance.now();
  await page.goto(`${server.url}/index.html`);
  const links = page.locator('a[href*="media/"]');
  await links.first().click();
  const tag = (await page.locator('video').count()) > 0 ? 'video' : 'audio';
  await page.locator(tag).first().waitFor();
  for (const { src, type } of await sourcesOf(page)) {
    if ((await canPlay(page, type)) === '') continue;
    const { error } = await playFromMiddle(page, { tag, src });
    if (error !== null) throw new Error(`${src} does not play: ${error}`);
    break;
  }
  tell('gallery opened, first page opened, its first source plays from the middle', opening);
  const index: unknown = JSON.parse(await readFile(join(site, 'index.json'), 'utf8'));
  process.stdout.write(`index.json ${JSON.stringify(index).length} bytes\n`);
}

function nth(locator: Locator, number: number): Locator {
  return locator.nth(number - 1);
}

/** As a hand would, with the folder itself: the browser hands its entries to the page. */
async function dropFolder(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('npm has no output.');
  const lines = createInterface({ input: stdout });
  for await (const line of lines) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0];
    if (address === undefined) continue;
    stdout.resume();
    return address;
  }
  throw new Error('AVlogue ended before it told its address.');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  // npm goes before Node, which still writes its catalog and has the output open
  const gone = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await gone;
}

function tell(step: string, since: number): void {
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  process.stdout.write(`${seconds.padStart(6)} s  ${step}\n`);
}
