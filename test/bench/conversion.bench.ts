import type { Format } from '../../core/model/format.ts';
import type { Output } from '../../core/model/plan.ts';
import type { ConversionRequest } from '../../main/conversion/conversion-runner.ts';
import { requestFor, startConversion } from '../helpers/conversions.ts';
import { ffmpeg, makeClip } from '../helpers/make-media.ts';
import { builtInFormat, smallFormat } from '../helpers/plan-outputs.ts';
import { type TestPool, testPool } from '../helpers/worker-pool.ts';
import { type BenchLine, benchLine, median, runAlone } from './bench-line.ts';

export const name = 'conversion';

const PAIRS = 3;
const RUNGS = ['h264-1080p', 'h264-720p', 'h264-480p'];
/** Long enough that starting processes and looking at the results do not decide, as with a person's masters. */
const MASTER_SECONDS = 10;
const CONFORMING_SECONDS = 20;

/**
 * So much is encoded unmeasured before each measurement: a virtual machine gives memory back while it is idle, and
 * whoever runs first pays for getting it again (1 s of 15 were measured).
 */
const FOOTING_SECONDS = 2;

interface Master {
  readonly name: string;
  readonly rate: readonly string[];
  /** Of the wall time of one command for each rung, by the effort that the formats ask for. */
  readonly limitInTurn: { readonly [effort in (typeof EFFORTS)[number]]: number };
}

/** The built-in formats ask for medium; fast is what a person chooses who would rather not wait. */
const EFFORTS = ['medium', 'fast'] as const;

/** Of x264, as a person would name them by hand. */
const PRESETS = { fast: 'veryfast', medium: 'medium', slow: 'slow' } as const;

/**
 * What one decode saves is its share of the work. A camera's 50 Mb/s cost a quarter of a rendition to decode.
 * With a phone's rate and medium effort the three encodings are nearly all there is to do: there the best command
 * by hand needs 0.85 of the time in turn too.
 */
const MASTERS: readonly Master[] = [
  {
    name: 'camera’s 1080p master of 50 Mb/s',
    rate: ['-b:v', '50M', '-maxrate', '50M', '-bufsize', '50M', '-g', '15'],
    limitInTurn: { medium: 0.8, fast: 0.8 },
  },
  {
    name: 'phone’s 1080p master of 14 Mb/s',
    rate: ['-crf', '20'],
    limitInTurn: { medium: 0.92, fast: 0.8 },
  },
];

/** The runner against FFmpeg commands as a person who knows it would write them, one after the other in turn. */
export async function run(): Promise<readonly BenchLine[]> {
  await using pool = await testPool();
  await warmUp(pool);
  const lines: BenchLine[] = [];
  for (const master of MASTERS) lines.push(...(await benchRungs(pool, master)));
  return [...lines, await benchCopy(pool)];
}

/** Threads and the file cache are warm for both sides. */
async function warmUp(pool: TestPool): Promise<void> {
  const clip = await makeClip(pool.folder.at('warm-up.mp4'), { size: '320x180' });
  await convert(pool, await requestFor(pool, clip, [smallFormat('h264-360p', 128, 72)]));
}

interface Round {
  readonly ours: number;
  readonly single: number;
  readonly inTurn: number;
}

async function benchRungs(pool: TestPool, master: Master): Promise<readonly BenchLine[]> {
  const path = await makeMaster(pool, master);
  const lines: BenchLine[] = [];
  for (const effort of EFFORTS) lines.push(...(await benchEffort(pool, path, { master, effort })));
  return lines;
}

async function benchEffort(
  pool: TestPool,
  path: string,
  { master, effort }: { readonly master: Master; readonly effort: (typeof EFFORTS)[number] },
): Promise<readonly BenchLine[]> {
  const formats = RUNGS.map((id) => withEffort(builtInFormat(id), effort));
  const request = await requestFor(pool, path, formats);
  const rounds: Round[] = [];
  for (let round = 0; round < PAIRS; round += 1) rounds.push(await race(pool, path, request));
  const seconds = (side: keyof Round): string =>
    `${(median(rounds.map((round) => round[side])) / 1000).toFixed(2)} s`;
  const ratio = (one: keyof Round, other: keyof Round): number =>
    median(rounds.map((round) => round[one] / round[other]));
  return [
    benchLine({
      name: `${master.name} to three H.264 rungs, ${effort} effort, against one hand-written command`,
      figures: `${seconds('ours')} against ${seconds('single')}`,
      ratio: ratio('ours', 'single'),
      limit: 1.05,
    }),
    benchLine({
      name: `${master.name} to three H.264 rungs, ${effort} effort, against a command for each`,
      figures: `${seconds('ours')} against ${seconds('inTurn')}, one command by hand ${ratio('single', 'inTurn').toFixed(3)} of it`,
      ratio: ratio('ours', 'inTurn'),
      limit: master.limitInTurn[effort],
    }),
  ];
}

function withEffort(format: Format, effort: (typeof EFFORTS)[number]): Format {
  if (format.video === null) throw new Error('the format has no picture');
  return { ...format, video: { ...format.video, effort } };
}

async function race(pool: TestPool, path: string, request: ConversionRequest): Promise<Round> {
  const { outputs } = request;
  const sides = {
    ours: () => convert(pool, request),
    single: () => command(pool, path, outputs),
    inTurn: async () => {
      for (const output of outputs) await command(pool, path, [output]);
    },
  };
  const fair = async (side: keyof Round): Promise<number> => {
    await command(pool, path, outputs, ['-t', `${FOOTING_SECONDS}`]);
    return timed(sides[side]);
  };
  return { ours: await fair('ours'), single: await fair('single'), inTurn: await fair('inTurn') };
}

async function benchCopy(pool: TestPool): Promise<BenchLine> {
  const master = await makeClip(pool.folder.at('conforming.mp4'), {
    size: '1280x720',
    rate: 30,
    seconds: CONFORMING_SECONDS,
    options: ['-crf', '30', '-movflags', '+faststart'],
  });
  const format = [builtInFormat('h264-720p')];
  const copying = await requestFor(pool, master, format, false);
  const encoding = await requestFor(pool, master, format, true);
  if (copying.outputs[0]?.decision !== 'copy') throw new Error('the master does not conform');
  const pairs: { readonly copy: number; readonly encode: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const copy = await timed(() => convert(pool, copying));
    pairs.push({ copy, encode: await timed(() => convert(pool, encoding)) });
  }
  return benchLine({
    name: `conforming 720p master of ${CONFORMING_SECONDS} s copied against encoded`,
    figures: `${median(pairs.map(({ copy }) => copy)).toFixed(0)} ms against ${median(pairs.map(({ encode }) => encode)).toFixed(0)} ms`,
    ratio: median(pairs.map(({ copy, encode }) => copy / encode)),
    limit: 0.05,
  });
}

/** Moving pattern with grain, 1080p30. */
async function makeMaster(pool: TestPool, { rate }: Master): Promise<string> {
  const path = pool.folder.at('master.mp4');
  const picture = `testsrc2=size=1920x1080:rate=30:duration=${MASTER_SECONDS},noise=alls=5:allf=t`;
  await ffmpeg(
    ...['-f', 'lavfi', '-i', picture],
    ...['-f', 'lavfi', '-i', `sine=sample_rate=48000:duration=${MASTER_SECONDS}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', ...rate, '-pix_fmt', 'yuv420p'],
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709'],
    ...['-color_trc', 'bt709', '-c:a', 'aac', '-ac', '2', '-shortest', path],
  );
  return path;
}

async function convert(pool: TestPool, request: ConversionRequest): Promise<void> {
  const { renditions } = await startConversion(pool, request).result;
  if (renditions.length !== request.outputs.length) throw new Error('renditions are missing');
}

/** One command for these outputs, with the same encoders and settings and FFmpeg's own choice of threads. */
async function command(
  pool: TestPool,
  master: string,
  outputs: readonly Output[],
  limits: readonly string[] = [],
): Promise<void> {
  const scaled = outputs.map(({ video }, index) => {
    if (video?.mode !== 'encode') throw new Error('the plan does not encode');
    return `[s${index}]scale=${video.width}:${video.height}:flags=lanczos,format=yuv420p[v${index}]`;
  });
  const split = `[0:v]split=${outputs.length}${outputs.map((_, index) => `[s${index}]`).join('')}`;
  await ffmpeg(
    ...[...limits, '-i', master, '-filter_complex', [split, ...scaled].join(';')],
    ...outputs.flatMap((output, index) => writtenOutput(pool, output, index)),
  );
}

function writtenOutput(pool: TestPool, { video, audio }: Output, index: number): readonly string[] {
  if (video?.mode !== 'encode' || audio?.mode !== 'encode' || video.rate.mode !== 'quality') {
    throw new Error('the plan does not encode with a quality');
  }
  const { quality, maxBitrateBps } = video.rate;
  const ceiling =
    maxBitrateBps === null
      ? []
      : ['-maxrate', `${maxBitrateBps}`, '-bufsize', `${maxBitrateBps * 2}`];
  const level = video.level === null ? [] : ['-level', video.level];
  return [
    ...['-map', `[v${index}]`, '-map', '0:a', '-c:v', 'libx264', '-preset', PRESETS[video.effort]],
    ...['-crf', `${quality}`, ...ceiling, '-profile:v', video.profile ?? 'high', ...level],
    ...['-g', `${Math.round(30 * video.keyFrameSeconds)}`],
    ...['-c:a', 'aac', '-b:a', `${audio.bitrateBps}`, '-ac', `${audio.channels}`],
    ...['-movflags', '+faststart', pool.folder.at(`by-hand-${index}.mp4`)],
  ];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

if (import.meta.main) await runAlone(run);
