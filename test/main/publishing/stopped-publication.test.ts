import { mkdir, readFile, truncate } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Publisher } from '../../../main/publishing/publisher.ts';
import { LADDER } from '../../core/snippet/sample-media.ts';
import { clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine } from '../../helpers/engine.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import {
  contentsOf,
  namedMedia,
  type PublishingHouse,
  publishingHouse,
  treeOf,
  writeDeep,
} from './publishing-house.ts';

const one = { renditions: LADDER.slice(0, 1), poster: null };
const LARGE_BYTES = 2 * 1024 ** 3;

describe('a publisher that is stopped', () => {
  it('leaves off in the middle of a large file, and nothing is written afterwards', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'small', one));
    await house.add(namedMedia('m2', 'large', one));
    await truncate(folder.at('library/renditions/m2/h264-480p.mp4'), LARGE_BYTES);
    const running = house.publish('m1', 'm2');
    const waiting = house.publish('m1');
    const ends = [running, waiting].map((each) => each.then(() => 'done', codeOf));
    await reached(house, 1);

    await house.publisher.stop();

    const after = await contentsOf(house.target.path);
    expect(await Promise.all(ends)).toEqual(['publish/interrupted', 'publish/interrupted']);
    const changes = house.catalog.all('publications');
    expect([...changes.keys()]).toEqual(['site.m1']);
    expect([...after.keys()].filter((name) => /large|avlogue-/.test(name))).toEqual([]);
    expect(after.get('index.json')).toContain('media/small/embed.html');
    expect(await contentsOf(house.target.path)).toEqual(after);
  });

  it('takes nothing on any more', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'small', one));
    await house.publish('m1');
    await house.publisher.stop();
    const before = await contentsOf(house.target.path);
    const { publisher, target } = house;
    const request = { targetId: 'site', mediaIds: ['m1'], options: {} };
    const asked: readonly ((publisher: Publisher) => Promise<unknown>)[] = [
      () => publisher.publish(request),
      () => publisher.preview(request),
      () => publisher.unpublish('site', ['m1']),
      () => publisher.whileIdle(target.id, async () => {}),
      () => publisher.recover(),
    ];
    for (const ask of asked)
      expect(await ask(publisher).then(() => 'done', codeOf)).toBe('publish/interrupted');
    expect(await contentsOf(house.target.path)).toEqual(before);
  });

  it('ends with its engine, before the catalog is closed', async () => {
    await using engine = await startTestEngine({ started: false });
    const client = clientOf(engine);
    const media = namedMedia('m1', 'large', one);
    for (const { file } of media.renditions) {
      await writeDeep(`${engine.paths.root}/${file}`, 'x');
      await truncate(`${engine.paths.root}/${file}`, LARGE_BYTES);
    }
    await engine.catalog.commit([{ type: 'put', collection: 'media', record: media }]);
    await mkdir(engine.folder.at('site'));
    const { id: targetId } = await client.publish.saveTarget({
      ...{ id: null, name: 'Site', kind: 'folder' },
      ...{ path: engine.folder.at('site'), baseUrl: '' },
    });
    const begun = new Promise<void>((resolve) => {
      engine.events.subscribe(({ type }) => {
        if (type === 'publish-progress') resolve();
      });
    });
    let hasEnded = false;
    const refusal = refusalOf(client.publish.run({ targetId, mediaIds: ['m1'] })).finally(() => {
      hasEnded = true;
    });
    await begun;
    await engine.stop();
    expect(hasEnded).toBe(true);
    expect(await refusal).toMatchObject({ code: 'publish/interrupted' });
    expect(await treeOf(engine.folder.at('site'))).toEqual([]);
    expect(await readFile(`${engine.paths.root}/catalog.json`, 'utf8')).not.toContain(
      'media/large',
    );
    expect(engine.logged).toEqual([]);
  });
});

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}

/** Until so many of the batch are finished and the next one has begun. */
function reached(house: PublishingHouse, finished: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const isThere = house.events.some(
        (event) => event.type === 'publish-progress' && event.finished === finished,
      );
      if (isThere) resolve();
      else setImmediate(look);
    };
    look();
  });
}
