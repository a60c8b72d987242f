import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { testBrowser } from '../helpers/chromium.ts';
import { canPlay, playFromMiddle, sourcesOf } from '../helpers/play-sources.ts';
import { staticServer } from '../helpers/static-server.ts';

/**
 * `node test/tools/check-site.ts FOLDER`: opens every page of a publish folder in Chromium and plays each of its
 * sources alone from the middle. Ends with 1 when one does not play though the browser says that it can.
 */
const folder = resolve(process.argv[2] ?? '.');
await using server = await staticServer(folder);
await using browser = await testBrowser();
let failures = 0;

for (const slug of (await readdir(join(folder, 'media'))).toSorted()) {
  await using opened = await browser.open(`${server.url}/media/${slug}/embed.html`);
  const { page, problems } = opened;
  const tag = (await page.locator('video').count()) > 0 ? 'video' : 'audio';
  for (const { src, type } of await sourcesOf(page)) {
    if ((await canPlay(page, type)) === '') {
      report(slug, src, `declared unplayable (${type})`);
      continue;
    }
    const { error, seekedTo, reached } = await playFromMiddle(page, { tag, src });
    if (error !== null) failures += 1;
    report(
      slug,
      src,
      error ?? `plays ${seekedTo.toFixed(2)} s → ${reached.toFixed(2)} s (${type})`,
    );
  }
  failures += problems.length;
  for (const problem of problems) report(slug, 'page', problem);
}
process.exitCode = failures === 0 ? 0 : 1;

function report(slug: string, what: string, outcome: string): void {
  process.stdout.write(`${slug}  ${what}  ${outcome}\n`);
}
