import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '../../main/conversion/process-state.ts';
import { namesIn, requestFor, startConversion } from '../helpers/conversions.ts';
import { makeClip } from '../helpers/make-media.ts';
import { builtInFormat } from '../helpers/plan-outputs.ts';
import { testPool } from '../helpers/worker-pool.ts';
import { type BenchLine, benchLine, median, runAlone } from './bench-line.ts';

export const name = 'cancel';

const TRIES = 30;
const ALLOWED_MS = 1000;
/** The moments lie spread over this time after the first progress. */
const SPREAD_MS = 600;

/** From cancelling a conversion to its last process gone and its last temporary file removed. */
export async function run(): Promise<readonly BenchLine[]> {
  await using pool = await testPool();
  const options = { size: '1280x720', rate: 30, seconds: 20 };
  const master = await makeClip(pool.folder.at('master.mp4'), options);
  const formats = ['h264-720p', 'h264-480p', 'h264-360p'].map(builtInFormat);
  const request = await requestFor(pool, master, formats);
  const took: number[] = [];
  let left = 0;
  for (let number = 0; number < TRIES; number += 1) {
    const conversion = startConversion(pool, request);
    const outcome = conversion.result.catch(() => undefined);
    const pid = await conversion.underWay;
    await wait((number * SPREAD_MS) / TRIES);
    const begin = performance.now();
    conversion.cancel();
    await outcome;
    took.push(performance.now() - begin);
    left += (await namesIn(request.targetFolder)).length + Number(isRunning(pid));
  }
  const slowest = took.toSorted((a, b) => a - b);
  const at95 = slowest[Math.ceil(TRIES * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  return [
    benchLine({
      name: `cancelling a conversion, ${TRIES} tries`,
      figures: `95 % within ${at95.toFixed(0)} ms, median ${median(took).toFixed(0)} ms, slowest ${slowest.at(-1)?.toFixed(0)} ms of ${ALLOWED_MS} ms allowed`,
      ratio: at95 / ALLOWED_MS,
      limit: 1,
    }),
    benchLine({
      name: 'processes and temporary files left by cancelling',
      figures: `${left} left`,
      ratio: left,
      limit: 0,
    }),
  ];
}

if (import.meta.main) await runAlone(run);
