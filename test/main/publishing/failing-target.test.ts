import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LADDER } from '../../core/snippet/sample-media.ts';
import { type SmallDisk, smallDisk } from '../../helpers/small-disk.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { contentsOf, namedMedia, publishingHouse, treeOf } from './publishing-house.ts';

const KILOBYTE = 1024;
const one = LADDER.slice(0, 1);

describe('a publish target that fails', () => {
  it('is left as it was when its disk is full, and publishing goes on when there is room (needs a small disk)', async (context) => {
    await using folder = await temporaryFolder();
    const disk = await mounted(folder.at('site'), 256 * KILOBYTE, context);
    await using _disk = disk;
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'first', { renditions: one }), 'x'.repeat(20 * KILOBYTE));
    await house.publish('m1');
    const before = await contentsOf(disk.path);

    await house.add(namedMedia('m1', 'first'), 'y'.repeat(60 * KILOBYTE));
    await house.add(namedMedia('m2', 'second'), 'z'.repeat(60 * KILOBYTE));
    const { published, failed } = await house.publish('m1', 'm2');

    expect(published).toEqual([]);
    expect(failed.map(({ error }) => error.code)).toEqual([
      'publish/disk-full',
      'publish/disk-full',
    ]);
    expect(failed[0]?.error.message).toContain(disk.path);
    expect(await contentsOf(disk.path)).toEqual(before);
    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m1']);

    await house.add(namedMedia('m1', 'first', { renditions: one }), 'small');
    await house.add(namedMedia('m2', 'second', { renditions: one }), 'small');
    expect((await house.publish('m1', 'm2')).failed).toEqual([]);
    expect(await treeOf(disk.path)).toContain('media/second/embed.html');
  });

  it('says that it cannot be written, and what stood there still stands (needs a small disk)', async (context) => {
    await using folder = await temporaryFolder();
    const disk = await mounted(folder.at('site'), 512 * KILOBYTE, context);
    await using _disk = disk;
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'first', { renditions: one }));
    await house.publish('m1');
    const before = await contentsOf(disk.path);
    await house.add(namedMedia('m2', 'second', { renditions: one }));
    await disk.setReadOnly(true);
    const { failed } = await house.publish('m2');
    expect(failed).toMatchObject([{ mediaId: 'm2', error: { code: 'publish/target-unwritable' } }]);
    expect(failed[0]?.error.message).toContain('can only be read');
    expect(failed[0]?.error.details).toMatchObject({ obstacle: 'read-only', systemCode: 'EROFS' });
    await expect(house.publisher.unpublish('site', ['m1'])).rejects.toMatchObject({
      code: 'publish/target-unwritable',
    });
    expect(await contentsOf(disk.path)).toEqual(before);
    expect(house.catalog.get('publications', 'site.m1')?.publishedAtMs).toBeGreaterThan(0);
    await disk.setReadOnly(false);
    expect(await house.publisher.unpublish('site', ['m1'])).toBe(1);
    expect(await treeOf(disk.path)).toEqual(['index.html', 'index.json']);
  });

  it('that is to be made on a read-only drive is told as that, not as missing (needs a small disk)', async (context) => {
    await using folder = await temporaryFolder();
    const disk = await mounted(folder.at('card'), 64 * KILOBYTE, context);
    await using _disk = disk;
    await disk.setReadOnly(true);
    const house = await publishingHouse(folder.path, {
      target: { path: join(disk.path, 'new', 'site') },
    });
    await house.add(namedMedia('m1', 'first', { renditions: one }));
    await expect(house.publish('m1')).rejects.toMatchObject({
      code: 'publish/target-unwritable',
      message: expect.stringContaining(`${disk.path} is on a drive that can only be read`),
    });
  });

  it('may be a file where a folder should be', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'first', { renditions: one }));
    await writeFile(house.target.path, 'a file');
    await expect(house.publish('m1')).rejects.toMatchObject({
      code: 'publish/target-unwritable',
      message: expect.stringContaining(`${house.target.path} is a file`),
    });
    await rm(house.target.path);
    await mkdir(house.target.path);
    await writeFile(join(house.target.path, 'media'), 'a file');
    const { failed } = await house.publish('m1');
    expect(failed).toMatchObject([{ error: { code: 'publish/target-unwritable' } }]);
    expect(await treeOf(house.target.path)).toEqual(['media']);
  });

  it('does not stop the other media when the folder of one cannot be read', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'first', { renditions: one }));
    await house.add(namedMedia('m2', 'second', { renditions: one }));
    const media = join(house.target.path, 'media');
    await mkdir(media, { recursive: true });
    await symlink('second', join(media, 'second'));
    const { published, failed } = await house.publish('m2', 'm1');
    expect(published.map(({ mediaId }) => mediaId)).toEqual(['m1']);
    expect(failed).toMatchObject([
      {
        mediaId: 'm2',
        error: { code: 'publish/target-unwritable', details: { systemCode: 'ELOOP' } },
      },
    ]);
  });

  it('is not blamed for a file of the library that cannot be read', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'first', { renditions: one }));
    await house.add(namedMedia('m2', 'second', { renditions: one }));
    const renditions = folder.at('library', 'renditions');
    await rm(join(renditions, 'm2'), { recursive: true });
    await symlink('m2', join(renditions, 'm2'));
    const { published, failed } = await house.publish('m2', 'm1');
    expect(published.map(({ mediaId }) => mediaId)).toEqual(['m1']);
    expect(failed).toMatchObject([{ mediaId: 'm2', error: { code: 'publish/file-missing' } }]);
    expect(failed[0]?.error.message).toContain(join(renditions, 'm2'));
  });

  it('may refuse by its permissions', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path, {
      target: { path: folder.at('shut', 'site') },
    });
    await mkdir(folder.at('shut'));
    await chmod(folder.at('shut'), 0o500);
    await house.add(namedMedia('m1', 'first', { renditions: one }));
    const refused = await house.publish('m1').then(
      () => null,
      (error: unknown) => error,
    );
    await chmod(folder.at('shut'), 0o700);
    // the superuser may write anywhere
    if (process.getuid?.() === 0) expect(refused).toBeNull();
    else expect(refused).toMatchObject({ code: 'publish/target-unwritable' });
  });
});

/** Where this machine lets nobody mount, the test says so. */
async function mounted(
  path: string,
  sizeBytes: number,
  context: { skip(note: string): never },
): Promise<SmallDisk> {
  return (
    (await smallDisk(path, sizeBytes)) ?? context.skip('mounting a tmpfs is not permitted here')
  );
}
