import { openCatalog } from '../../../main/catalog/open-catalog.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';

/** Commits media from a number on, four at a time and for ever; says each number once it is promised to be there. */
const [root = '', first = '0'] = process.argv.slice(2);
const catalog = await openCatalog({
  paths: libraryPaths(root),
  clock: { now: Date.now },
  minJournalBytes: 20_000,
});
process.stdout.write('open\n');
let next = Number(first);

async function commitOn(): Promise<never> {
  for (;;) {
    const number = next;
    next += 1;
    await catalog.commit([
      { type: 'put', collection: 'media', record: sampleMedia(number) },
      { type: 'patch', collection: 'media', id: sampleMedia(number).id, fields: { title: 'both' } },
    ]);
    process.stdout.write(`${number}\n`);
  }
}

await Promise.all([commitOn(), commitOn(), commitOn(), commitOn()]);
