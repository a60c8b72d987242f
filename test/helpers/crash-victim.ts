import { writeSync } from 'node:fs';
import { createEngine } from '../../main/engine.ts';

/**
 * A whole AVlogue that imports, converts and publishes until it is killed. Each line on standard output tells of
 * something that the engine acknowledged: it must be there after any crash from then on.
 * Arguments: library, folder of masters, publish folder.
 */
const [library = '', masters = '', site = ''] = process.argv.slice(2);

/** Written before anything else can happen, unlike `console.log` into a pipe. */
function tell(...words: readonly string[]): void {
  writeSync(1, `${words.join(' ')}\n`);
}

const engine = await createEngine({ libraryPath: library, host: 'terminal' });
const { catalog } = engine;

catalog.subscribe(({ touched }) => {
  for (const { collection, id, change } of touched) {
    if (change !== 'remove' && collection === 'media') tell('media', id);
    for (const rendition of catalog.get('media', id)?.renditions ?? []) {
      if (collection === 'media') tell('rendition', id, rendition.formatId);
    }
    // a publication without a time is still being placed, and is cleared away by the next start
    const publishedAtMs = catalog.get('publications', id)?.publishedAtMs ?? 0;
    if (collection === 'publications' && publishedAtMs > 0) tell('publication', id);
  }
});

async function target(): Promise<string> {
  const known = [...catalog.all('publishTargets').values()].find(({ path }) => path === site);
  if (known !== undefined) return known.id;
  const id = engine.ids.next();
  await catalog.commit([
    {
      type: 'put',
      collection: 'publishTargets',
      record: {
        id,
        name: 'Site',
        kind: 'folder',
        path: site,
        baseUrl: '',
        language: 'en',
        createdAtMs: 0,
      },
    },
  ]);
  return id;
}

await engine.start();
tell('started');
// What was given up after too many kills is for a person to retry.
if (process.argv.includes('--last')) await engine.queue.retryFailed();
const targetId = await target();
await engine.importer.importPaths([masters], {
  formatSetIds: [],
  convert: true,
  watchFolderId: null,
  ownedByLibrary: false,
});
for (;;) {
  const jobs = [...catalog.all('jobs').values()];
  const mediaIds = [...catalog.all('media').values()]
    .filter(({ renditions }) => renditions.length > 0)
    .map(({ id }) => id);
  if (mediaIds.length > 0) await engine.publisher.publish({ targetId, mediaIds, options: {} });
  const next = jobs.find(({ status }) => status === 'queued' || status === 'running');
  if (next === undefined) break;
  await engine.queue.settled(next.id);
}
await engine.importer.idle();
tell('finished');
await engine.stop();
