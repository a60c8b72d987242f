import { mkdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { LADDER } from '../../core/snippet/sample-media.ts';
import { clientOf } from '../../helpers/client-of.ts';
import { startTestEngine } from '../../helpers/engine.ts';
import { namedMedia, writeDeep } from '../publishing/publishing-house.ts';

it('a target that is forgotten while media are published into it leaves no record behind', async () => {
  await using engine = await startTestEngine({ started: false });
  const client = clientOf(engine);
  const media = namedMedia('m1', 'clip', { renditions: LADDER.slice(0, 1), poster: null });
  for (const { file } of media.renditions) await writeDeep(`${engine.paths.root}/${file}`, 'x');
  await engine.catalog.commit([{ type: 'put', collection: 'media', record: media }]);
  await mkdir(engine.folder.at('site'));
  const { id } = await client.publish.saveTarget({
    ...{ id: null, name: 'Site', kind: 'folder', baseUrl: '' },
    path: engine.folder.at('site'),
  });
  const begun = new Promise<void>((resolve) => {
    engine.events.subscribe(({ type }) => {
      if (type === 'publish-progress') resolve();
    });
  });
  const running = client.publish.run({ targetId: id, mediaIds: ['m1'] });
  await begun;
  await client.publish.removeTarget({ id });
  expect((await running).published).toHaveLength(1);
  expect(engine.catalog.all('publishTargets').size).toBe(0);
  expect(engine.catalog.all('publications').size).toBe(0);
});
