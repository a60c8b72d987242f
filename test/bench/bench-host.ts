import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeLibrary } from './catalog-library.ts';

export interface BenchHost extends AsyncDisposable {
  /** With its token. */
  readonly pageUrl: string;
}

export interface BenchHostOptions {
  readonly libraryPath: string;
  readonly mediaCount: number;
  readonly rendererFolder: string;
  /** The picture of every media. */
  readonly poster: Buffer;
}

const POSTER_FILE = 'posters/sample-0.jpg';

/** The real host over a generated library, in a process of its own. */
export async function startBenchHost(options: BenchHostOptions): Promise<BenchHost> {
  const { libraryPath, mediaCount, rendererFolder, poster } = options;
  await writeLibrary(libraryPath, mediaCount, {
    poster: {
      file: POSTER_FILE,
      width: 640,
      height: 360,
      sizeBytes: poster.length,
      source: 'frame',
      atSeconds: 1,
    },
  });
  await mkdir(dirname(join(libraryPath, POSTER_FILE)), { recursive: true });
  await writeFile(join(libraryPath, POSTER_FILE), poster);
  const script = join(import.meta.dirname, 'interface-host.ts');
  const host = spawn(process.execPath, [script, libraryPath, rendererFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  const [pageUrl] = await Promise.race([
    once(createInterface(host.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('The host of the benchmark ended by itself.'))),
  ]);
  return {
    pageUrl: String(pageUrl),
    async [Symbol.asyncDispose]() {
      host.stdin.end();
      await ended;
    },
  };
}
