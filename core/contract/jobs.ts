import { z } from 'zod';
import { jobProgressSchema, jobSchema, jobStatusSchema } from '../model/job.ts';
import { QUEUE_REFUSALS, type QueueRefusalCode } from '../queue/refusals.ts';
import { statementFields } from '../text/sentence-table.ts';
import { idInput, idsInput, noInput, nothing, operation } from './operation.ts';
import { queryList } from './query-list.ts';

export const queueStateSchema = z.object({
  paused: z.boolean(),
  counts: z.object({
    queued: z.int(),
    running: z.int(),
    done: z.int(),
    failed: z.int(),
    cancelled: z.int(),
  }),
  running: z.array(jobProgressSchema).readonly(),
});

export const jobRowSchema = jobSchema.extend({
  mediaTitle: z.string(),
  mediaKind: z.enum(['video', 'audio']),
  progress: jobProgressSchema.nullable(),
});

export const jobLogSchema = z.object({
  /** One entry per FFmpeg process, in order. */
  runs: z
    .array(
      z.object({
        /** For people to copy into a shell. */
        command: z.string(),
        argv: z.array(z.string()).readonly(),
        startedAtMs: z.number(),
        seconds: z.number().nullable(),
        /** FFmpeg's last lines. */
        lines: z.array(z.string()).readonly(),
        outcome: z.enum(['running', 'done', 'failed', 'cancelled']),
      }),
    )
    .readonly(),
});
/** Why no job came of a media. */
export const skippedSchema = z.object({
  mediaId: z.string(),
  ...statementFields<QueueRefusalCode>(QUEUE_REFUSALS),
  /** In English, from code and facts. */
  reason: z.string(),
});
export type Skipped = Readonly<z.infer<typeof skippedSchema>>;

export type JobLog = Readonly<z.infer<typeof jobLogSchema>>;

export const jobsContract = {
  state: operation
    .route({ method: 'GET', path: '/queue', summary: 'The queue at a glance', tags: ['jobs'] })
    .output(queueStateSchema),
  list: operation
    .route({
      method: 'GET',
      path: '/jobs',
      summary: 'Jobs in the order of running, finished ones newest first',
      tags: ['jobs'],
    })
    .input(
      z.object({
        statuses: queryList(jobStatusSchema).optional(),
        mediaId: z.string().optional(),
        offset: z.int().nonnegative().default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ rows: z.array(jobRowSchema).readonly(), total: z.int() })),
  enqueue: operation
    .route({ method: 'POST', path: '/jobs', summary: 'Convert media', tags: ['jobs'] })
    .input(
      z.object({
        mediaIds: z.array(z.string()).min(1).max(100_000),
        formatIds: z.array(z.string()).readonly().nullable().default(null),
        /** Instead of the media's own sets; remembered with the media. */
        formatSetIds: z.array(z.string()).readonly().nullable().default(null),
        force: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        jobIds: z.array(z.string()).readonly(),
        skipped: z.array(skippedSchema).readonly(),
      }),
    ),
  cancel: operation
    .route({
      method: 'POST',
      path: '/jobs/cancel',
      summary: 'Cancel jobs; resolves when their processes are gone',
      tags: ['jobs'],
    })
    .input(idsInput)
    .output(z.object({ cancelled: z.int() })),
  cancelWaiting: operation
    .route({
      method: 'POST',
      path: '/jobs/cancel-waiting',
      summary: 'Cancel all jobs that wait; those that run go on',
      tags: ['jobs'],
    })
    .input(noInput)
    .output(z.object({ jobIds: z.array(z.string()).readonly() })),
  retry: operation
    .route({
      method: 'POST',
      path: '/jobs/retry',
      summary: 'Queue failed or cancelled jobs again',
      tags: ['jobs'],
    })
    .input(idsInput)
    .output(z.object({ jobIds: z.array(z.string()).readonly() })),
  retryFailed: operation
    .route({
      method: 'POST',
      path: '/jobs/retry-failed',
      summary: 'Queue all failed jobs again',
      tags: ['jobs'],
    })
    .input(noInput)
    .output(z.object({ jobIds: z.array(z.string()).readonly() })),
  /** Before another queued job; null: to the end. */
  move: operation
    .route({ method: 'POST', path: '/jobs/{id}/move', summary: 'Change the order', tags: ['jobs'] })
    .input(idInput.extend({ beforeId: z.string().nullable() }))
    .output(nothing),
  pause: operation
    .route({
      method: 'POST',
      path: '/queue/pause',
      summary: 'Start no more jobs and halt the running ones',
      tags: ['jobs'],
    })
    .input(noInput)
    .output(nothing),
  resume: operation
    .route({ method: 'POST', path: '/queue/resume', summary: 'Go on', tags: ['jobs'] })
    .input(noInput)
    .output(nothing),
  clearFinished: operation
    .route({
      method: 'POST',
      path: '/jobs/clear-finished',
      summary: 'Take done, failed and cancelled jobs off the list',
      tags: ['jobs'],
    })
    .input(noInput)
    .output(z.object({ removed: z.int() })),
  log: operation
    .route({
      method: 'GET',
      path: '/jobs/{id}/log',
      summary: 'FFmpeg commands and last lines',
      tags: ['jobs'],
    })
    .input(idInput)
    .output(jobLogSchema),
};
