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
const MASTER_SECONDS = 5;
/** Long enough that starting processes does not decide. */
const CONFORMING_SECONDS = 20;

/** The runner against FFmpeg commands as a person who knows it would write them, one after the other in turn. */
export async function run(): Promise<readonly BenchLine[]> {
  await using pool = await testPool();
  await warmUp(pool);
  return [...(await benchRungs(pool)), await benchCopy(pool)];
}

/** Threads and the file cache are warm for both sides. */
async function warmUp(pool: TestPool): Promise<void> {
  const clip = await makeClip(pool.folder.at('warm-up.mp4'), { size: '320x180' });
  await convert(pool, await requestFor(pool, clip, [smallFormat('h264-360p', 128, 72)]));
}

async function benchRungs(pool: TestPool): Promise<readonly BenchLine[]> {
  const master = await makeMaster(pool);
  const request = await requestFor(pool, master, RUNGS.map(builtInFormat));
  const { outputs } = request;
  const rounds: { readonly ours: number; readonly single: number; readonly inTurn: number }[] = [];
  for (let round = 0; round < PAIRS; round += 1) {
    const ours = await timed(() => convert(pool, request));
    const single = await timed(() => command(pool, master, outputs));
    const inTurn = await timed(async () => {
      for (const output of outputs) await command(pool, master, [output]);
    });
    rounds.push({ ours, single, inTurn });
  }
  const ms = (side: keyof (typeof rounds)[number]): string =>
    `${(median(rounds.map((round) => round[side])) / 1000).toFixed(2)} s`;
  return [
    benchLine({
      name: `1080p master of ${MASTER_SECONDS} s to three H.264 rungs against one hand-written command`,
      figures: `${ms('ours')} against ${ms('single')}`,
      ratio: median(rounds.map(({ ours, single }) => ours / single)),
      limit: 1.05,
    }),
    benchLine({
      name: `1080p master of ${MASTER_SECONDS} s to three H.264 rungs against a command for each`,
      figures: `${ms('ours')} against ${ms('inTurn')}`,
      ratio: median(rounds.map(({ ours, inTurn }) => ours / inTurn)),
      limit: 0.8,
    }),
  ];
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

/** Moving pattern with as much grain as makes 14 Mb/s of it, the rate of a camera's or a phone's 1080p30. */
async function makeMaster(pool: TestPool): Promise<string> {
  const path = pool.folder.at('master.mp4');
  const picture = `testsrc2=size=1920x1080:rate=30:duration=${MASTER_SECONDS},noise=alls=5:allf=t`;
  await ffmpeg(
    ...['-f', 'lavfi', '-i', picture],
    ...['-f', 'lavfi', '-i', `sine=sample_rate=48000:duration=${MASTER_SECONDS}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p'],
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
async function command(pool: TestPool, master: string, outputs: readonly Output[]): Promise<void> {
  const scaled = outputs.map(({ video }, index) => {
    if (video?.mode !== 'encode') throw new Error('the plan does not encode');
    return `[s${index}]scale=${video.width}:${video.height}:flags=lanczos,format=yuv420p[v${index}]`;
  });
  const split = `[0:v]split=${outputs.length}${outputs.map((_, index) => `[s${index}]`).join('')}`;
  await ffmpeg(
    ...['-i', master, '-filter_complex', [split, ...scaled].join(';')],
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
    ...['-map', `[v${index}]`, '-map', '0:a', '-c:v', 'libx264', '-preset', video.effort],
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
