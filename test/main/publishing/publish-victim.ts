import { writeSync } from 'node:fs';
import { openCatalog } from '../../../main/catalog/open-catalog.ts';
import { createEvents } from '../../../main/events.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { createPublisher } from '../../../main/publishing/create-publisher.ts';
import { createClock, createIds } from '../../../main/system-clock.ts';

/** Publishes, changes and unpublishes the media of a library over and over until it is killed. Argument: the library. */
const paths = libraryPaths(process.argv[2] ?? '');
const clock = createClock();
const catalog = await openCatalog({ paths, clock });
const publisher = createPublisher({
  catalog,
  paths,
  clock,
  events: createEvents(),
  ids: createIds(),
});
await publisher.recover();
writeSync(1, 'publishing\n');
const mediaIds = [...catalog.all('media').keys()];
for (let round = 0; ; round += 1) {
  const formatIds = round % 2 === 0 ? [] : ['h264-480p', 'av1-720p'];
  await publisher.publish({ targetId: 'site', mediaIds, options: { formatIds } });
  for (const id of mediaIds)
    await catalog.commit([
      { type: 'patch', collection: 'media', id, fields: { slug: `${id}-${round % 3}` } },
    ]);
  if (round % 4 === 3) await publisher.unpublish('site', mediaIds.slice(0, 1));
}
