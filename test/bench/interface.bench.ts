import { builtRenderer } from '../helpers/built-renderer.ts';
import { type TestBrowser, testBrowser, type WatchedPage } from '../helpers/chromium.ts';
import { drawLandscape } from '../helpers/fake-host/sample-pictures.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { type BenchHost, startBenchHost } from './bench-host.ts';
import { type BenchLine, benchLine, median, runAlone } from './bench-line.ts';
import {
  type Answer,
  type ExpectedAnswer,
  markFirstRows,
  readFirstRowsMs,
  readHeapMegabytes,
  scrollFrames,
  timeAnswer,
} from './interface-page.ts';

export const name = 'interface';

const MANY = 100_000;
const FEW = 100;
const START_PAIRS = 9;
/** A wheel that never rests. */
const WHEEL = { pixels: 120, frames: 600 };
/** The scroll bar drawn through the whole list. */
const DRAG_FRAMES = 900;
const FRAME_LIMIT_MS = 50;
/** Each key leads to other rows. */
const SEARCHES = ['9731', '3702', '1888', '5016'];
const ANSWER_LIMIT_MS = 50;
const HEAP_LIMIT_MB = 150;
const SIZE = { width: 1280, height: 800 };

/** The built page in Chromium over the real host, in a process of its own. */
export async function run(): Promise<readonly BenchLine[]> {
  await using folder = await temporaryFolder();
  await using browser = await testBrowser();
  const common = { rendererFolder: await builtRenderer(), poster: await drawPoster(browser) };
  await using few = await startBenchHost({
    libraryPath: folder.at('few'),
    mediaCount: FEW,
    ...common,
  });
  await using many = await startBenchHost({
    libraryPath: folder.at('many'),
    mediaCount: MANY,
    ...common,
  });
  const first = await measureFirstRows(browser, few, many);
  await using watched = await openPage(browser, many);
  await readFirstRowsMs(watched.page);
  const scrolled = await measureScrolling(watched);
  const searched = await measureSearching(watched);
  return [first, ...scrolled, searched, await measureHeap(watched)];
}

async function drawPoster({ browser }: TestBrowser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
  await page.setContent(`<style>body { margin: 0 }</style>${drawLandscape(1)}`);
  const poster = await page.screenshot({ type: 'jpeg', quality: 80 });
  await page.close();
  return poster;
}

/** A profile of its own: nothing is cached, as at the first visit. */
async function openPage(browser: TestBrowser, { pageUrl }: BenchHost): Promise<WatchedPage> {
  const watched = await browser.open('about:blank', { viewport: SIZE, locale: 'en-GB' });
  await watched.page.addInitScript(markFirstRows);
  await watched.page.goto(pageUrl);
  return watched;
}

async function measureFirstRows(
  browser: TestBrowser,
  few: BenchHost,
  many: BenchHost,
): Promise<BenchLine> {
  const times: Record<'few' | 'many', number[]> = { few: [], many: [] };
  for (let turn = 0; turn < START_PAIRS; turn += 1) {
    const inFew = async () => times.few.push(await timeFirstRows(browser, few));
    const inMany = async () => times.many.push(await timeFirstRows(browser, many));
    for (const visit of turn % 2 === 0 ? [inFew, inMany] : [inMany, inFew]) await visit();
  }
  const [fewMs, manyMs] = [median(times.few), median(times.many)];
  return benchLine({
    name: `first rows of ${MANY} media on screen`,
    figures: `${manyMs.toFixed(0)} ms with ${MANY}, ${fewMs.toFixed(0)} ms with ${FEW} (medians of ${START_PAIRS} pairs)`,
    ratio: manyMs / fewMs,
    limit: 1.5,
  });
}

async function timeFirstRows(browser: TestBrowser, host: BenchHost): Promise<number> {
  await using watched = await openPage(browser, host);
  return await readFirstRowsMs(watched.page);
}

async function measureScrolling({ page }: WatchedPage): Promise<readonly BenchLine[]> {
  const wheel = await scrollFrames(page, WHEEL);
  const pixels = await page
    .locator('.media-list')
    .evaluate((list, frames) => Math.ceil(list.scrollHeight / frames), DRAG_FRAMES);
  const drag = await scrollFrames(page, { pixels, frames: DRAG_FRAMES });
  await page.locator(`#media-at-${MANY - 1}`).waitFor();
  return [
    frameLine('scrolling by the wheel', wheel),
    frameLine(`scrolling through all ${MANY} media`, drag),
  ];
}

function frameLine(what: string, lengths: readonly number[]): BenchLine {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  const over = lengths.filter((length) => length > FRAME_LIMIT_MS).length;
  return benchLine({
    name: what,
    figures: `95 % of ${lengths.length} frames within ${at95.toFixed(1)} ms of ${FRAME_LIMIT_MS} ms, median ${median(lengths).toFixed(1)} ms, ${over} over it, longest ${sorted.at(-1)?.toFixed(0)} ms`,
    ratio: at95 / FRAME_LIMIT_MS,
    limit: 1,
  });
}

async function measureSearching({ page }: WatchedPage): Promise<BenchLine> {
  await page.locator('#search').focus();
  const answers: Answer[] = [];
  for (const search of SEARCHES) {
    for (const step of stepsOf(search)) answers.push(await timeAnswer(page, step));
  }
  const ms = median(answers.map((answer) => answer.ms));
  const engineMs = median(answers.map((answer) => answer.engineMs));
  const slowest = Math.max(...answers.map((answer) => answer.ms));
  return benchLine({
    name: `a key in the search of ${MANY} media`,
    figures: `new rows after ${ms.toFixed(1)} ms of ${ANSWER_LIMIT_MS} ms (median of ${answers.length}, slowest ${slowest.toFixed(0)} ms), of which the engine and the way to it ${engineMs.toFixed(1)} ms`,
    ratio: ms / ANSWER_LIMIT_MS,
    limit: 1,
  });
}

/** Typed and taken back, key by key, with what each leads to. */
function stepsOf(search: string): readonly ExpectedAnswer[] {
  const typed = [...search].map((key, index) => ({
    key,
    count: countWith(search.slice(0, index + 1)),
  }));
  const takenBack = typed.map((_, index) => ({
    key: 'Backspace',
    count: countWith(search.slice(0, search.length - index - 1)),
  }));
  return [...typed, ...takenBack];
}

/** Where a generated media has digits: its number, the day of its description, the end of its file name. */
function countWith(digits: string): string {
  const numbers = Array.from({ length: MANY }, (_, number) => number);
  const found = numbers.filter((number) => `${number} ${number % 365} mp4`.includes(digits));
  return found.length.toLocaleString('en-GB');
}

async function measureHeap({ page, problems }: WatchedPage): Promise<BenchLine> {
  const megabytes = await readHeapMegabytes(page);
  if (problems.length > 0) throw new Error(`The page met problems: ${problems.join('\n')}`);
  return benchLine({
    name: 'JavaScript heap of the page after all of it',
    figures: `${megabytes.toFixed(0)} MB of ${HEAP_LIMIT_MB} MB, with ${MANY} media`,
    ratio: megabytes / HEAP_LIMIT_MB,
    limit: 1,
  });
}

if (import.meta.main) await runAlone(run);
