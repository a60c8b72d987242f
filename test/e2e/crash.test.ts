import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createEngine, type Engine } from '../../main/engine.ts';
import { isTemporaryPath } from '../../main/files/temporary-path.ts';
import { makeClip } from '../helpers/make-media.ts';
import { type TemporaryFolder, temporaryFolder } from '../helpers/temporary-folder.ts';

const run = promisify(execFile);
const victimFile = join(import.meta.dirname, '..', 'helpers', 'crash-victim.ts');

const KILLS = Number(process.env.CRASH_KILLS ?? 30);
const LONGEST_LIFE_MS = 2_500;

/** Where everything of one run lies. */
interface Scene {
  readonly folder: TemporaryFolder;
  readonly library: string;
  readonly masters: string;
  readonly site: string;
  /** Lines that some victim told: each stays true for ever. */
  readonly acknowledged: Set<string>;
  /** Path, size and time of files that were read to their end and found whole. */
  readonly whole: Set<string>;
}

it(`loses nothing, leaves no half file and no FFmpeg in ${KILLS} kills at random moments`, {
  timeout: 400_000,
}, async () => {
  await using folder = await temporaryFolder();
  const scene: Scene = {
    folder,
    library: folder.at('library'),
    masters: folder.at('masters'),
    site: folder.at('site'),
    acknowledged: new Set(),
    whole: new Set(),
  };
  await mkdir(scene.masters);
  const random = seededRandom(20261124);
  const seen = { renditions: 0, unfinished: 0, orphans: 0 };
  for (let round = 0; round < KILLS; round += 1) {
    await addMaster(scene, round);
    await liveAndDie(scene, random() * LONGEST_LIFE_MS);
    const orphans = await ffmpegProcesses(scene);
    seen.orphans += orphans.length;
    await expectWholeFiles(scene);
    const engine = await createEngine({ libraryPath: scene.library, host: 'terminal' });
    seen.unfinished += unfinishedJobs(engine).length;
    await engine.start();
    expect(await stillRunning(orphans)).toEqual([]);
    expect(missing(engine, scene)).toEqual([]);
    seen.renditions = [...engine.catalog.all('media').values()].flatMap((m) => m.renditions).length;
    await engine.stop();
  }
  await liveOn(scene);
  await expectAllDone(scene);
  // The kills met what they were meant to meet.
  expect(seen.renditions).toBeGreaterThan(KILLS / 4);
  expect(seen.unfinished).toBeGreaterThan(KILLS / 10);
  process.stdout.write(
    `crash test: ${KILLS} kills, ${scene.acknowledged.size} acknowledged facts kept, ` +
      `${seen.unfinished} unfinished jobs taken up, ${seen.orphans} FFmpeg processes outlived a kill and were ended\n`,
  );
});

async function addMaster({ masters, folder }: Scene, round: number): Promise<void> {
  const made = folder.at(`${round}.mp4`);
  await makeClip(made, { seconds: 3 + (round % 3), size: '640x360', rate: 25 + round });
  await copyFile(made, join(masters, `clip ${round}.mp4`));
}

function startVictim({ library, masters, site }: Scene, ...more: string[]): ChildProcess {
  return spawn(process.execPath, [victimFile, library, masters, site, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The victim's life begins when its engine has started, so that every kill meets work. */
async function liveAndDie(scene: Scene, lifeMs: number): Promise<void> {
  const victim = startVictim(scene);
  const gone = once(victim, 'exit');
  let timer: NodeJS.Timeout | null = null;
  for await (const line of linesOf(victim)) {
    if (line === 'started') timer = setTimeout(() => victim.kill('SIGKILL'), lifeMs);
    else if (line !== 'finished') scene.acknowledged.add(line);
  }
  await gone;
  if (timer !== null) clearTimeout(timer);
  expect(victim.exitCode ?? victim.signalCode).toBeOneOf([0, 'SIGKILL']);
}

async function liveOn(scene: Scene): Promise<void> {
  const victim = startVictim(scene, '--last');
  const gone = once(victim, 'exit');
  const lines: string[] = [];
  for await (const line of linesOf(victim)) lines.push(line);
  await gone;
  expect(lines.at(-1)).toBe('finished');
  expect(victim.exitCode).toBe(0);
}

function linesOf(victim: ChildProcess) {
  if (victim.stdout === null) throw new Error('The victim has no output.');
  return createInterface({ input: victim.stdout });
}

function missing({ catalog }: Engine, { acknowledged }: Scene): readonly string[] {
  return [...acknowledged].filter((line) => {
    const [kind, id = '', formatId] = line.split(' ');
    if (kind === 'publication') return catalog.get('publications', id) === undefined;
    const media = catalog.get('media', id);
    if (kind === 'media') return media === undefined;
    return !media?.renditions.some((rendition) => rendition.formatId === formatId);
  });
}

function unfinishedJobs({ catalog }: Engine) {
  return [...catalog.all('jobs').values()].filter(
    ({ status }) => status === 'queued' || status === 'running',
  );
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const PLAYABLE = ['.mp4', '.jpg'];

/** Whatever carries a final name can be read from its first to its last frame. */
async function expectWholeFiles({ library, site, whole }: Scene): Promise<void> {
  const files = [...(await filesUnder(library)), ...(await filesUnder(site))];
  for (const file of files.filter((path) => !isTemporaryPath(path))) {
    const { size, mtimeMs } = await stat(file);
    const state = `${file} ${size} ${mtimeMs}`;
    if (whole.has(state)) continue;
    whole.add(state);
    if (PLAYABLE.includes(extname(file))) await expectDecodes(file);
    if (extname(file) === '.json') JSON.parse(await readFile(file, 'utf8'));
  }
}

async function expectDecodes(file: string): Promise<void> {
  const { stderr } = await run('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-xerror', '-i', file, '-map', '0', '-c', 'copy'],
    ...['-f', 'null', '-'],
  ]).catch((error: unknown) => ({ stderr: String(error) }));
  expect(stderr, file).toBe('');
}

interface Found {
  readonly pid: number;
  readonly startTicks: string;
}

/** FFmpeg processes with a file of this scene in their command line. */
async function ffmpegProcesses({ folder }: Scene): Promise<readonly Found[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (!/ffmpeg/.test(command) || !command.includes(folder.path)) return null;
      return { pid, startTicks: await startTicks(pid) };
    }),
  );
  return found.filter((one) => one !== null);
}

async function startTicks(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

async function stillRunning(processes: readonly Found[]): Promise<readonly Found[]> {
  const now = await Promise.all(processes.map(({ pid }) => startTicks(pid)));
  return processes.filter(({ startTicks: then }, index) => then !== '' && now[index] === then);
}

async function expectAllDone(scene: Scene): Promise<void> {
  const engine = await createEngine({ libraryPath: scene.library, host: 'terminal' });
  expect(missing(engine, scene)).toEqual([]);
  const media = [...engine.catalog.all('media').values()];
  expect(media.map(({ master }) => master.status)).toEqual(Array(KILLS).fill('present'));
  expect(media.map(({ problem }) => problem)).toEqual(Array(KILLS).fill(null));
  for (const { renditions, planned } of media) {
    expect(renditions.map(({ formatId }) => formatId).toSorted()).toEqual(
      planned.map(({ formatId }) => formatId).toSorted(),
    );
  }
  expect(unfinishedJobs(engine)).toEqual([]);
  await expectWholeFiles(scene);
  await engine.stop();
  const left = [...(await filesUnder(scene.library)), ...(await filesUnder(scene.site))];
  expect(left.filter(isTemporaryPath)).toEqual([]);
  const pages = left.filter((file) => file.startsWith(scene.site) && file.endsWith('embed.html'));
  expect(pages).toHaveLength(KILLS);
  expect(await ffmpegProcesses(scene)).toEqual([]);
}

/** Mulberry32: the same moments at every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
