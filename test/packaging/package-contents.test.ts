import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORKER_NAMES } from '../../core/work/worker-names.ts';
import { builtRenderer } from '../helpers/built-renderer.ts';
import { type TemporaryFolder, temporaryFolder } from '../helpers/temporary-folder.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';
import { fusesIn, makePlaceholderRuntime } from './placeholder-runtime.ts';

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE_MS = 180_000;
/** Without Electron itself and without FFmpeg. */
const MOST_BYTES = 20_000_000;
/** Beside them in every package: ffprobe (65 MB) and, where its download worked, FFmpeg (80 MB). */
const TOOLS = /\/(ffmpeg|ffprobe)(\.exe)?$/;

const run = promisify(execFile);

let folder: TemporaryFolder;
let resources: string;
let packed: readonly string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  await builtRenderer();
  await run(process.execPath, [join(ROOT, 'scripts/packaging/build-app.mjs')]);
  const { devDependencies } = await packageJson();
  await makePlaceholderRuntime(folder.at('runtime'), devDependencies.electron ?? '');
  await run(
    process.execPath,
    [
      join(ROOT, 'node_modules/electron-builder/cli.js'),
      ...['--linux', '--dir', '--x64', '--publish', 'never', '--config', 'electron-builder.yml'],
      `-c.electronDist=${folder.at('runtime')}`,
      `-c.directories.output=${folder.at('release')}`,
    ],
    { cwd: ROOT },
  );
  resources = folder.at('release', 'linux-unpacked', 'resources');
  packed = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) =>
    file.replaceAll('\\', '/'),
  );
}, PATIENCE_MS);

afterAll(() => folder[Symbol.asyncDispose]());

describe('the package for Linux', { timeout: PATIENCE_MS }, () => {
  it('holds the program as JavaScript, and none of its sources, tests or tools', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        '/dist/app/main/electron/main.js',
        '/dist/app/main/engine.js',
        '/dist/app/preload/dist/preload.cjs',
        '/dist/app/renderer/dist/index.html',
        '/package.json',
      ]),
    );
    const strangers = packed.filter((file) =>
      /\.(ts|tsx|map)$|^\/(test|scripts|docs|cli)\//.test(file),
    );
    expect(strangers).toEqual([]);
  });

  it('holds the packages that the program needs, and no development dependency', async () => {
    const { dependencies, devDependencies } = await packageJson();
    const packages = new Set(packed.flatMap((file) => PACKAGE.exec(file)?.[1] ?? []));
    const bundled = ['mediabunny', 'fluent-ffmpeg', 'commander'];
    const needed = Object.keys(dependencies).filter((name) => !bundled.includes(name));
    expect(needed.filter((name) => !packages.has(name))).toEqual([]);
    expect(Object.keys(devDependencies).filter((name) => packages.has(name))).toEqual([]);
    expect([...packages].filter((name) => name.startsWith('node-'))).toEqual([]);
  });

  it('has its tools and worker files outside of the archive, the tools with their run bits', async () => {
    const unpacked = join(resources, 'app.asar.unpacked');
    const workers = await readdir(join(unpacked, 'dist/app/workers'));
    expect(workers).toEqual(expect.arrayContaining(WORKER_NAMES.map((name) => `${name}.js`)));
    const tools = (await filesBelow(unpacked)).filter((file) => TOOLS.test(file));
    const ffprobe = join(unpacked, `node_modules/ffprobe-static/bin/linux/x64/ffprobe`);
    expect(tools).toContain(ffprobe);
    for (const tool of tools) await access(tool, constants.X_OK);
    expect(tools.filter((file) => /darwin|win32|ia32/.test(file))).toEqual([]);
  });

  it('holds the licences of AVlogue, Electron, Chromium and FFmpeg', async () => {
    const files = await filesBelow(folder.at('release', 'linux-unpacked'));
    for (const name of [
      'resources/LICENSE.avlogue.txt',
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'node_modules/ffprobe-static/LICENSE',
    ]) {
      expect(
        files.some((file) => file.endsWith(name)),
        name,
      ).toBe(true);
    }
  });

  it(`stays under ${MOST_BYTES / 1e6} MB beside Electron and FFmpeg`, async () => {
    const own = (await filesBelow(resources)).filter((file) => !TOOLS.test(file));
    const sizes = await Promise.all(own.map(async (file) => (await stat(file)).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });

  it('has its fuses set: no Node mode, no switches for Node, only the whole archive', async () => {
    const binary = await readFile(folder.at('release', 'linux-unpacked', 'avlogue'));
    expect(fusesIn(binary).slice(0, 8)).toBe('01001100');
  });

  it('has no update feed', async () => {
    expect(await readdir(resources)).not.toContain('app-update.yml');
  });

  it('runs: its engine imports and converts a clip with what the package holds', async () => {
    const app = folder.at('extracted');
    extractAll(join(resources, 'app.asar'), app);
    await makeTinyVideo(folder.at('clip.mp4'));
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', CONVERT], {
      env: { ...process.env, APP: app, CLIP: folder.at('clip.mp4'), LIBRARY: folder.at('library') },
    });
    expect(stdout.trim()).toBe('done');
  });
});

const PACKAGE = /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Run by plain Node, as Electron's main process would. */
const CONVERT = `
const { createEngine } = await import(process.env.APP + '/dist/app/main/engine.js');
await import(process.env.APP + '/dist/app/main/http/http-host.js');
const engine = await createEngine({ libraryPath: process.env.LIBRARY, host: 'desktop' });
await engine.start();
await engine.importer.importPaths([process.env.CLIP], {
  formatSetIds: [], convert: true, watchFolderId: null, ownedByLibrary: false,
});
const [job] = engine.catalog.all('jobs').values();
console.log((await engine.queue.settled(job.id)).status);
await engine.stop();
`;

async function packageJson(): Promise<{
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}> {
  return JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
