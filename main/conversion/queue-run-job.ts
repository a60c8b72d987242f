import { join, relative, sep } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { Job } from '../../core/model/job.ts';
import type { Media, Rendition } from '../../core/model/media.ts';
import type { Output, Plan } from '../../core/model/plan.ts';
import { outputsOf, outstandingGroups } from '../../core/planning/outstanding-outputs.ts';
import { mergeRenditions, plannedAfter } from '../../core/queue/merge-renditions.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import type { ConversionResult } from './conversion-runner.ts';
import type { QueueLog } from './queue-log.ts';
import { readyMaster } from './queue-master.ts';
import type { QueueNeeds } from './queue-needs.ts';
import type { ProgressReporter } from './queue-progress.ts';

export interface JobRun {
  readonly jobId: string;
  readonly signal: AbortSignal;
  readonly reporter: ProgressReporter;
  readonly log: QueueLog;
  /** Encoder threads for the process that starts now. */
  readonly threads: () => number;
}

/**
 * Makes what the job's media still lacks, group by group; each group is catalogued as soon as it stands.
 * A master that changes meanwhile is read and planned anew, once.
 * @returns the plan that was carried out. @throws AppError
 */
export async function runJob(run: JobRun, needs: QueueNeeds): Promise<Plan> {
  try {
    return await runPlan(run, needs);
  } catch (error) {
    const changed = error instanceof AppError && error.code === 'conversion/master-changed';
    if (!changed || run.signal.aborted) throw error;
    return runPlan(run, needs);
  }
}

async function runPlan(run: JobRun, needs: QueueNeeds): Promise<Plan> {
  const job = jobOf(run, needs);
  const media = await readyMaster(mediaOf(job, needs), needs, run.signal);
  const plan = needs.planner.planMedia(media, { formatIds: job.formatIds, force: job.force });
  await keepPlanned(plan, media, job, needs);
  const groups = groupsToRun(plan, media, job);
  run.reporter.planned(groups);
  for (const [index, group] of groups.entries()) {
    run.signal.throwIfAborted();
    run.reporter.groupStarted(index);
    await catalogueGroup(await runGroup(group, media, run, needs), run, needs);
  }
  return plan;
}

/** With force all is made anew, except what this very job made before it was interrupted. */
function groupsToRun(plan: Plan, media: Media, job: Job): readonly (readonly Output[])[] {
  const outstanding = outstandingGroups(plan, media);
  if (!job.force) return outstanding;
  const lacking = new Set(outstanding.flat().map(({ formatId }) => formatId));
  const outputs = new Map(outputsOf(plan).map((output) => [output.formatId, output]));
  return plan.groups
    .map((group) =>
      group
        .filter((formatId) => lacking.has(formatId) || !job.finishedFormatIds.includes(formatId))
        .flatMap((formatId) => outputs.get(formatId) ?? []),
    )
    .filter((group) => group.length > 0);
}

async function keepPlanned(plan: Plan, media: Media, job: Job, needs: QueueNeeds): Promise<void> {
  const planned = plannedAfter(plan, media, job.formatIds !== null);
  if (JSON.stringify(planned) === JSON.stringify(media.planned)) return;
  await needs.catalog.commit([
    { type: 'patch', collection: 'media', id: media.id, fields: { planned } },
  ]);
}

function runGroup(
  group: readonly Output[],
  media: Media,
  run: JobRun,
  needs: QueueNeeds,
): Promise<ConversionResult> {
  return needs.runner.run(
    {
      jobId: run.jobId,
      masterPath: media.master.path,
      masterSha256: media.master.sha256,
      info: media.info,
      outputs: group,
      targetFolder: join(needs.paths.renditions, media.id),
      encoderThreads: run.threads(),
    },
    { signal: run.signal, onProgress: run.reporter.groupProgress, onRun: run.log.add },
  );
}

async function catalogueGroup(
  { renditions: finished }: ConversionResult,
  run: JobRun,
  needs: QueueNeeds,
): Promise<void> {
  const { catalog, clock, ids, paths, events } = needs;
  const job = jobOf(run, needs);
  const media = mediaOf(job, needs);
  const made = finished.map(({ path, ...measured }): Rendition => {
    const file = relative(paths.root, path).split(sep).join('/');
    return { ...measured, id: ids.next(), file, createdAtMs: clock.now() };
  });
  const { renditions, obsoleteFiles } = mergeRenditions(media.renditions, made);
  const formatIds = made.map(({ formatId }) => formatId);
  const finishedFormatIds = [...new Set([...job.finishedFormatIds, ...formatIds])];
  await catalog.commit([
    {
      type: 'patch',
      collection: 'media',
      id: media.id,
      fields: { renditions, updatedAtMs: clock.now() },
    },
    { type: 'patch', collection: 'jobs', id: job.id, fields: { finishedFormatIds } },
  ]);
  for (const { id } of made) {
    events.emit({ type: 'rendition-ready', mediaId: media.id, renditionId: id });
  }
  await Promise.all(obsoleteFiles.map((file) => removeQuietly(join(paths.root, file))));
}

function jobOf({ jobId }: JobRun, { catalog }: QueueNeeds): Job {
  const job = catalog.get('jobs', jobId);
  if (job !== undefined) return job;
  throw new AppError('catalog/not-found', `The job ${jobId} is not in the catalog any more.`);
}

function mediaOf({ mediaId }: Job, { catalog }: QueueNeeds): Media {
  const media = catalog.get('media', mediaId);
  if (media !== undefined) return media;
  throw new AppError(
    'catalog/not-found',
    `The media ${mediaId} was taken out of the library while its job waited or ran.`,
  );
}
