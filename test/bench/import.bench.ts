import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createLimiter } from '../../main/import/limiter.ts';
import { engineRoom, openPool } from '../helpers/engine-room.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { copyAsOther, makeTinyAudio, makeTinyVideo } from '../helpers/tiny-media.ts';
import { type BenchLine, benchLine, median, runAlone } from './bench-line.ts';

export const name = 'import';

const FILES = 300;
const PAIRS = 3;
/** Of both sides: what the importer takes by itself. */
const PARALLEL = availableParallelism() + 1;
const runProgram = promisify(execFile);

/** Importing many short files against bare ffprobe and SHA-256 over the same files, as many at once. */
export async function run(): Promise<readonly BenchLine[]> {
  await using folder = await temporaryFolder();
  const pool = await openPool(folder.at('processes'));
  try {
    const files = await makeFiles(folder.at('in'));
    await bare(files.slice(0, PARALLEL * 2));
    await imported(folder.at('warm-up'), files.slice(0, PARALLEL * 2), pool);
    const pairs: { readonly bareMs: number; readonly importMs: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const importMs = await imported(folder.at(`library-${pair}`), files, pool);
      pairs.push({ importMs, bareMs: await bare(files) });
    }
    const ratio = median(pairs.map(({ importMs, bareMs }) => importMs / bareMs));
    const perSecond = (ms: number) => Math.round((FILES / ms) * 1000);
    const ours = perSecond(median(pairs.map(({ importMs }) => importMs)));
    const theirs = perSecond(median(pairs.map(({ bareMs }) => bareMs)));
    return [
      benchLine({
        name: `importing ${FILES} short files`,
        figures: `${ours} files/s, bare ffprobe and SHA-256 ${theirs} files/s, throughput ${(1 / ratio).toFixed(2)} of it (at least 0.8), ${PARALLEL} at once`,
        ratio,
        limit: 1 / 0.8,
      }),
    ];
  } finally {
    await pool.close();
  }
}

async function makeFiles(folder: string): Promise<readonly string[]> {
  await mkdir(folder);
  const video = `${folder}/0.mp4`;
  const audio = `${folder}/1.mp3`;
  await makeTinyVideo(video);
  await makeTinyAudio(audio);
  const files = [video, audio];
  for (let number = files.length; number < FILES; number += 1) {
    const isVideo = number % 2 === 0;
    const file = `${folder}/${number}.${isVideo ? 'mp4' : 'mp3'}`;
    await copyAsOther(isVideo ? video : audio, file, `take ${number}`);
    files.push(file);
  }
  return files;
}

/** From the call to the results, in a library of its own; pictures come later and are given up here. */
async function imported(
  library: string,
  files: readonly string[],
  pool: Awaited<ReturnType<typeof openPool>>,
): Promise<number> {
  let took = 0;
  {
    await using room = await engineRoom(library, { pool });
    const source = { watchFolderId: null, ownedByLibrary: false, formatSetIds: [], convert: null };
    const begin = performance.now();
    const { results } = await room.importer.importPaths(files, source);
    took = performance.now() - begin;
    const taken = results.filter(({ outcome }) => outcome === 'imported').length;
    if (taken !== files.length) throw new Error(`only ${taken} of ${files.length} were imported`);
  }
  await rm(library, { recursive: true });
  return took;
}

async function bare(files: readonly string[]): Promise<number> {
  const limiter = createLimiter(PARALLEL);
  const begin = performance.now();
  await Promise.all(files.map((file) => limiter.run(() => probeAndHash(file))));
  return performance.now() - begin;
}

async function probeAndHash(file: string): Promise<void> {
  const hash = createHash('sha256');
  const wanted = ['-show_format', '-show_streams', '-show_chapters'];
  await Promise.all([
    runProgram('ffprobe', ['-v', 'error', '-of', 'json', ...wanted, file]),
    pipeline(createReadStream(file), hash),
  ]);
  hash.digest('hex');
}

if (import.meta.main) await runAlone(run);
