import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedIndexSchema } from '../../../core/publishing/published-index.ts';
import { relocateTarget } from '../../../main/publishing/relocate-target.ts';
import { LADDER } from '../../core/snippet/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { namedMedia, type PublishingHouse, publishingHouse } from './publishing-house.ts';

const one = { renditions: LADDER.slice(0, 1) };

describe('the gallery of a target', () => {
  it('leaves out what somebody took away', async () => {
    await using folder = await temporaryFolder();
    const house = await houseWith(folder.path, 'm1', 'm2', 'm3');
    await house.publish('m1', 'm2');
    await rm(join(house.target.path, 'media/m1/manifest.json'));
    await house.publish('m3');
    expect(await listed(house.target.path)).toEqual(['m2', 'm3']);
    await rm(house.target.path, { recursive: true });
    await house.publish('m3');
    expect(await listed(house.target.path)).toEqual(['m3']);
    await house.publish('m1', 'm2');
    expect(await listed(house.target.path)).toEqual(['m1', 'm2', 'm3']);
  });

  it('leads to what stands at a new place of the folder, and nothing else counts as published', async () => {
    await using folder = await temporaryFolder();
    const house = await houseWith(folder.path, 'm1', 'm2', 'm3');
    await house.publish('m1', 'm2');
    const path = folder.at('elsewhere');
    await cp(join(house.target.path, 'media/m1'), join(path, 'media/m1'), { recursive: true });
    await relocate(house, path);
    expect(house.catalog.get('publishTargets', 'site')?.path).toBe(path);
    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m1']);
    await house.publish('m3');
    expect(await listed(path)).toEqual(['m1', 'm3']);
    expect(await listed(house.target.path)).toEqual(['m1', 'm2']);
  });

  it('is whole after the folder was moved', async () => {
    await using folder = await temporaryFolder();
    const house = await houseWith(folder.path, 'm1', 'm2');
    await house.publish('m1');
    const path = folder.at('elsewhere');
    await rename(house.target.path, path);
    await relocate(house, path);
    await house.publish('m2');
    expect(await listed(path)).toEqual(['m1', 'm2']);
    expect(await house.publisher.unpublish('site', ['m1'])).toBe(1);
    expect(await listed(path)).toEqual(['m2']);
  });

  it('does not take what another library published for its own', async () => {
    await using folder = await temporaryFolder();
    const house = await houseWith(folder.path, 'm1');
    await house.publish('m1');
    const path = folder.at('elsewhere');
    await mkdir(folder.at('other'));
    const other = await publishingHouse(folder.at('other'), { target: { path } });
    await other.add(namedMedia('m1', 'm1', { ...one, title: 'Somebody else’s' }));
    await other.publish('m1');
    await relocate(house, path);
    expect([...house.catalog.all('publications').keys()]).toEqual([]);
  });

  it('waits with a new place until what is under way has ended', async () => {
    await using folder = await temporaryFolder();
    const house = await houseWith(folder.path, 'm1', 'm2');
    const path = folder.at('elsewhere');
    const [, , second] = await Promise.all([
      house.publish('m1'),
      relocate(house, path),
      house.publish('m2'),
    ]);
    expect(second.published[0]?.folder).toBe(folder.at('elsewhere', 'media', 'm2'));
    expect(await listed(house.target.path)).toEqual(['m1']);
    expect(await listed(path)).toEqual(['m2']);
    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m2']);
  });

  it('leads to what stands there of a target that was forgotten', async () => {
    await using folder = await temporaryFolder();
    const before = await houseWith(folder.path, 'm1', 'm2');
    await before.publish('m1', 'm2');
    await rm(join(before.target.path, 'media/m1/poster.jpg'));
    const after = await houseWith(folder.path, 'm2', 'm3');
    const request = { targetId: 'site', mediaIds: ['m2'], options: {} };
    const { steps } = await after.publisher.preview(request);
    expect(steps.find(({ file }) => file === 'index.json')?.action).toBe('replace');
    await after.publish('m3');
    expect(await listed(after.target.path)).toEqual(['m1', 'm2', 'm3']);
    expect((await indexIn(after.target.path)).media).toMatchObject([
      { title: 'Title of m1', page: 'media/m1/embed.html', poster: null },
      { title: 'Title of m2', poster: 'media/m2/poster.jpg' },
      { slug: 'm3' },
    ]);
    expect([...after.catalog.all('publications').keys()]).toEqual(['site.m3']);
    await after.publish('m2');
    await after.publisher.unpublish('site', ['m2']);
    expect(await listed(after.target.path)).toEqual(['m1', 'm3']);
  });

  it('trusts no manifest that it has no record of', async () => {
    await using folder = await temporaryFolder();
    const house = await houseWith(folder.path, 'm1');
    await house.publish('m1');
    const media = join(house.target.path, 'media');
    const text = await readFile(join(media, 'm1/manifest.json'), 'utf8');
    const put = async (name: string, changes: object | null, page = true) => {
      await mkdir(join(media, name));
      const manifest = changes === null ? '{' : JSON.stringify({ ...JSON.parse(text), ...changes });
      await writeFile(join(media, name, 'manifest.json'), manifest);
      if (page) await writeFile(join(media, name, 'embed.html'), '');
    };
    await put('copied', {});
    await put('outside', { slug: '../../outside' });
    await put('no-page', { slug: 'no-page' }, false);
    await put('damaged', null);
    await put('newer', { slug: 'newer', version: 2 });
    const hostile = {
      title: '</a><script>x',
      page: 'javascript:x',
      poster: { file: '../../x', width: 1, height: 1 },
    };
    await put('hostile', { slug: 'hostile', ...hostile });
    await symlink('hostile', join(media, 'linked'));
    await mkdir(join(media, 'pipe'));
    await writeFile(join(media, 'pipe/embed.html'), '');
    execFileSync('mkfifo', [join(media, 'pipe/manifest.json')]);

    await house.add(namedMedia('m2', 'm2', one));
    await house.publish('m2');

    expect(await listed(house.target.path)).toEqual(['hostile', 'm1', 'm2']);
    const html = await readFile(join(house.target.path, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script|javascript:|\.\.\//);
    expect(html).toContain('media/hostile/embed.html');
  });

  it('is written although one folder cannot be looked into', async () => {
    await using folder = await temporaryFolder();
    const house = await houseWith(folder.path, 'm1', 'm2');
    await house.publish('m1');
    const place = join(house.target.path, 'media/m1');
    await rm(place, { recursive: true });
    await symlink('m1', place);
    expect((await house.publish('m2')).failed).toEqual([]);
    expect(await listed(house.target.path)).toEqual(['m1', 'm2']);
  });
});

function relocate({ publisher, catalog, target }: PublishingHouse, path: string): Promise<void> {
  return publisher.whileIdle(target.id, () => relocateTarget(catalog, { ...target, path }));
}

async function houseWith(root: string, ...ids: readonly string[]): Promise<PublishingHouse> {
  const house = await publishingHouse(root);
  for (const id of ids) await house.add(namedMedia(id, id, one));
  return house;
}

async function indexIn(site: string) {
  return publishedIndexSchema.parse(JSON.parse(await readFile(join(site, 'index.json'), 'utf8')));
}

async function listed(site: string): Promise<readonly string[]> {
  const gallery = await readFile(join(site, 'index.html'), 'utf8');
  const { media } = await indexIn(site);
  for (const { page } of media) expect(gallery).toContain(`href="${page}"`);
  return media.map(({ slug }) => slug);
}
