import { constants } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { openCatalog } from '../../main/catalog/open-catalog.ts';
import { libraryPaths } from '../../main/library-paths.ts';

/** A process of its own for each start, as users have it: `node catalog-start.ts open|parse FOLDER` prints milliseconds. */
const [how = '', root = ''] = process.argv.slice(2);
const paths = libraryPaths(root);
const begin = performance.now();
if (how === 'open') {
  const catalog = await openCatalog({ paths, clock: { now: Date.now } });
  console.log(performance.now() - begin);
  await catalog.close();
} else {
  const parsed = parseBarely(paths.snapshot);
  console.log(performance.now() - begin);
  if (parsed.length === 0) process.exitCode = 1;
}

/** One `JSON.parse` of the whole text; in as many parts as V8's longest string makes necessary. */
function parseBarely(path: string): readonly unknown[] {
  const bytes = readFileSync(path);
  if (bytes.length < constants.MAX_STRING_LENGTH) return [JSON.parse(bytes.toString('utf8'))];
  const parsed: unknown[] = [];
  const end = bytes.indexOf('\n]');
  const partBytes = constants.MAX_STRING_LENGTH / 2;
  for (let start = bytes.indexOf('[\n') + 2; start < end; ) {
    const after = start + partBytes < end ? bytes.indexOf(',\n', start + partBytes) : -1;
    const stop = after === -1 || after > end ? end : after;
    parsed.push(JSON.parse(`[${bytes.toString('utf8', start, stop)}]`));
    start = stop + 2;
  }
  return parsed;
}
