import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { publishedIndexSchema } from '../../../core/publishing/published-index.ts';
import { openCatalog } from '../../../main/catalog/open-catalog.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { createClock } from '../../../main/system-clock.ts';
import { attributesOf, parseHtml } from '../../helpers/parse-html.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { contentsOf, namedMedia, publishingHouse, treeOf } from './publishing-house.ts';

const TRIES = 6;
const VICTIM = join(import.meta.dirname, 'publish-victim.ts');

it('leaves no half file and no dead link, killed at any moment, and the next start clears up', async () => {
  await using folder = await temporaryFolder();
  const library = folder.at('library');
  const site = folder.at('site');
  await mkdir(library);
  const catalog = await openCatalog({ paths: libraryPaths(library), clock: createClock() });
  const house = await publishingHouse(folder.path, { catalog });
  for (const id of ['m1', 'm2'])
    await house.add(namedMedia(id, id), randomBytes(150_000).toString('hex'));
  await catalog.close();
  const sources = new Set((await contentsOf(library)).values());

  for (let index = 0; index < TRIES; index += 1) {
    await killAfter(library, Math.random() * 150);
    await expectWhole(site, sources);
  }

  await using after = await reopened(library);
  const again = await publishingHouse(folder.path, { catalog: after.catalog });
  await again.publisher.recover();
  expect((await treeOf(site)).filter((name) => name.includes('.avlogue-'))).toEqual([]);
  const { failed } = await again.publish('m1', 'm2');
  expect(failed).toEqual([]);
  await expectWhole(site, sources);
  const recorded = [...after.catalog.all('publications').values()].flatMap(({ files }) => files);
  const standing = (await treeOf(site)).filter((name) => name.startsWith('media/'));
  expect(standing).toEqual(recorded.map(({ file }) => file).toSorted());
}, 60_000);

async function killAfter(library: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [VICTIM, library], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), gone.then(() => expect.fail('it ended early'))]);
  await wait(milliseconds);
  child.kill('SIGKILL');
  await gone;
}

/** What a visitor could meet: every finished name holds a whole file, and every link leads somewhere. */
async function expectWhole(site: string, sources: ReadonlySet<string>): Promise<void> {
  for (const [name, content] of await contentsOf(site)) {
    if (name.includes('.avlogue-')) continue;
    if (name.endsWith('.json')) expect(() => JSON.parse(content), name).not.toThrow();
    else if (name.endsWith('.html')) expect(content.endsWith('</html>\n'), name).toBe(true);
    else expect(sources.has(content), name).toBe(true);
    if (name.endsWith('/embed.html')) expectLinks(join(site, dirname(name)), content);
  }
  if (!existsSync(join(site, 'index.json'))) return;
  const index = JSON.parse(await readFile(join(site, 'index.json'), 'utf8'));
  for (const { page, manifest, poster } of publishedIndexSchema.parse(index).media)
    for (const file of [page, manifest, poster ?? page])
      expect(existsSync(join(site, file)), file).toBe(true);
}

function expectLinks(folder: string, html: string): void {
  for (const element of parseHtml(html).elements) {
    const { src, poster } = attributesOf(element);
    for (const file of [src, poster])
      if (file !== undefined) expect(existsSync(join(folder, file)), join(folder, file)).toBe(true);
  }
}

async function reopened(library: string) {
  const catalog = await openCatalog({ paths: libraryPaths(library), clock: createClock() });
  return { catalog, [Symbol.asyncDispose]: () => catalog.close() };
}
