import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MEDIA_SORTS, type MediaQuery } from '../../core/catalog/query.ts';
import type { Catalog } from '../../main/catalog/catalog.ts';
import { openCatalog } from '../../main/catalog/open-catalog.ts';
import type { LibraryPaths } from '../../main/library-paths.ts';
import { sampleMedia } from '../core/catalog/sample-media.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { type BenchLine, benchLine, median, runAlone } from './bench-line.ts';
import { writeLibrary } from './catalog-library.ts';

const execute = promisify(execFile);

export const name = 'catalog';

const MANY = 100_000;
const FEW = 1_000;
const CHANGE_PAIRS = 400;
const START_PAIRS = 3;
const WINDOWS = 300;
const WINDOW_LIMIT_MS = 16;

export async function run(): Promise<readonly BenchLine[]> {
  await using folder = await temporaryFolder();
  const small = await writeLibrary(folder.at('small'), FEW);
  const large = await writeLibrary(folder.at('large'), MANY);
  const start = await measureStart(large);
  const [few, many] = [await open(small), await open(large)];
  const lines = [await measureChange(few, many), start, ...(await measureWindows(many))];
  await few.close();
  await many.close();
  return lines;
}

function open(paths: LibraryPaths): Promise<Catalog> {
  return openCatalog({ paths, clock: { now: Date.now } });
}

async function measureChange(few: Catalog, many: Catalog): Promise<BenchLine> {
  const times: Record<'few' | 'many', number[]> = { few: [], many: [] };
  for (let turn = 0; turn < CHANGE_PAIRS; turn += 1) {
    const inFew = async () => times.few.push(await timeChange(few, (turn * 31) % FEW, turn));
    const inMany = async () => times.many.push(await timeChange(many, (turn * 3_001) % MANY, turn));
    // the disk may favour whoever comes second
    for (const change of turn % 2 === 0 ? [inFew, inMany] : [inMany, inFew]) await change();
  }
  const [fewMs, manyMs] = [median(times.few), median(times.many)];
  return benchLine({
    name: `one change with ${MANY} media`,
    figures: `${manyMs.toFixed(3)} ms with ${MANY}, ${fewMs.toFixed(3)} ms with ${FEW} (medians of ${CHANGE_PAIRS} pairs)`,
    ratio: manyMs / fewMs,
    limit: 1.2,
  });
}

async function timeChange(catalog: Catalog, number: number, turn: number): Promise<number> {
  const { id } = sampleMedia(number);
  const begin = performance.now();
  await catalog.commit([
    { type: 'patch', collection: 'media', id, fields: { title: `Changed ${turn}` } },
  ]);
  return performance.now() - begin;
}

async function measureStart(paths: LibraryPaths): Promise<BenchLine> {
  const times: Record<'open' | 'parse', number[]> = { open: [], parse: [] };
  for (let turn = 0; turn < START_PAIRS; turn += 1) {
    times.parse.push(await timeStart('parse', paths));
    times.open.push(await timeStart('open', paths));
  }
  const [openMs, parseMs] = [median(times.open), median(times.parse)];
  return benchLine({
    name: `start with ${MANY} media`,
    figures: `open ${openMs.toFixed(0)} ms, readFileSync and JSON.parse ${parseMs.toFixed(0)} ms (medians of ${START_PAIRS} pairs)`,
    ratio: openMs / parseMs,
    limit: 2,
  });
}

async function timeStart(how: 'open' | 'parse', { root }: LibraryPaths): Promise<number> {
  const script = join(import.meta.dirname, 'catalog-start.ts');
  const { stdout } = await execute(process.execPath, [script, how, root]);
  return Number(stdout);
}

const TEXTS = ['hist', 'apfel', 'clip_7', 'series', 'day 12', 'übung 4', 'se', 'interview 5'];

/** Another filter nearly every time, as when one types, switches and scrolls; each second one right after a change. */
async function measureWindows(many: Catalog): Promise<readonly BenchLine[]> {
  for (const sort of MEDIA_SORTS) many.query(windowQuery(0, { sort, text: 'first' }));
  const times: Record<'rest' | 'change', number[]> = { rest: [], change: [] };
  for (let turn = 0; turn < WINDOWS; turn += 1) {
    const afterChange = turn % 2 === 0;
    if (afterChange) await timeChange(many, (turn * 7_919) % MANY, turn);
    const begin = performance.now();
    many.query(windowQuery(turn));
    times[afterChange ? 'change' : 'rest'].push(performance.now() - begin);
  }
  return [windowLine('of 100 rows', times.rest), windowLine('right after a change', times.change)];
}

function windowQuery(turn: number, changes: Partial<MediaQuery> = {}): MediaQuery {
  const text = `${TEXTS[turn % TEXTS.length]} ${turn % 10}`;
  return {
    sort: MEDIA_SORTS[turn % MEDIA_SORTS.length] ?? 'added',
    order: turn % 3 === 0 ? 'ascending' : 'descending',
    statuses: ['ready', 'outdated', 'failed'],
    text,
    offset: (turn * 37) % 500,
    limit: 100,
    ...changes,
  };
}

function windowLine(what: string, times: readonly number[]): BenchLine {
  const ms = median(times);
  return benchLine({
    name: `window ${what}, ${MANY} media, filtered and sorted`,
    figures: `${ms.toFixed(2)} ms of ${WINDOW_LIMIT_MS} ms (median of ${times.length})`,
    ratio: ms / WINDOW_LIMIT_MS,
    limit: 1,
  });
}

if (import.meta.main) await runAlone(run);
