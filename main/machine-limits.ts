import { availableParallelism } from 'node:os';
import type { Settings } from '../core/model/library.ts';
import type { QueueLimits } from './conversion/queue-limits.ts';

/** One encoder hardly gains from more; beyond this a second job makes better use of them. */
const PROCESSORS_PER_JOB = 8;

/** What the settings allow conversions to take, or what suits the machine. */
export function limitsOf(
  { parallelJobs, encoderThreads }: Pick<Settings, 'parallelJobs' | 'encoderThreads'>,
  processors: number = availableParallelism(),
): QueueLimits {
  return {
    parallelJobs: parallelJobs ?? Math.max(1, Math.floor(processors / PROCESSORS_PER_JOB)),
    encoderThreads: encoderThreads ?? processors,
  };
}
