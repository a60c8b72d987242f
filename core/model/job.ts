import { z } from 'zod';
import { errorReportSchema } from './error-report.ts';
import { idSchema, timestampSchema } from './scalars.ts';

export const jobStatusSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

/** One run of conversion work for one media. Progress is not part of it: it is not worth a write. */
export const jobSchema = z.object({
  id: idSchema,
  mediaId: idSchema,
  status: jobStatusSchema,
  /** What was asked for; null: the media's format sets. Coverage is always added. */
  formatIds: z.array(idSchema).readonly().nullable(),
  /** Encode even where copying would do, and make anew what is there. */
  force: z.boolean(),
  /** Smaller runs first; fractions let a job move between two others with one change. */
  position: z.number(),
  attempts: z.int().nonnegative(),
  error: errorReportSchema.nullable(),
  /** Formats whose renditions this job finished. */
  finishedFormatIds: z.array(idSchema).readonly(),
  createdAtMs: timestampSchema,
  startedAtMs: timestampSchema.nullable(),
  finishedAtMs: timestampSchema.nullable(),
});

export const jobProgressSchema = z.object({
  jobId: idSchema,
  mediaId: idSchema,
  phase: z.enum(['preparing', 'encoding', 'copying', 'fast-start', 'verifying']),
  /** Of the whole job, 0 to 1. */
  fraction: z.number().min(0).max(1),
  /** Times real time; null while unknown. */
  speed: z.number().nonnegative().nullable(),
  secondsLeft: z.number().nonnegative().nullable(),
  /** What the running FFmpeg process makes. */
  formatIds: z.array(idSchema).readonly(),
});

export type JobStatus = z.infer<typeof jobStatusSchema>;
export type Job = Readonly<z.infer<typeof jobSchema>>;
export type JobProgress = Readonly<z.infer<typeof jobProgressSchema>>;
