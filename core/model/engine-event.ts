import { z } from 'zod';
import { jobProgressSchema } from './job.ts';

/** What the engine tells whoever listens; none of it needs to be kept. */
export const engineEventSchema = z.discriminatedUnion('type', [
  /** The catalog changed: reload what shows these records. */
  z.object({
    type: z.literal('catalog'),
    /** Of the journal. */
    sequence: z.int(),
    touched: z
      .array(
        z.object({
          collection: z.string(),
          /** `*` stands for any number of records, where too many changed to name them. */
          id: z.string(),
          change: z.enum(['put', 'patch', 'remove']),
        }),
      )
      .readonly(),
  }),
  z.object({ type: z.literal('job-progress'), progress: jobProgressSchema }),
  z.object({
    type: z.literal('import-progress'),
    batchId: z.string(),
    total: z.int(),
    finished: z.int(),
    refused: z.int(),
    /** What is being looked at now; null at the end. */
    path: z.string().nullable(),
    done: z.boolean(),
  }),
  z.object({
    type: z.literal('publish-progress'),
    batchId: z.string(),
    total: z.int(),
    finished: z.int(),
    mediaId: z.string().nullable(),
    done: z.boolean(),
  }),
  z.object({ type: z.literal('rendition-ready'), mediaId: z.string(), renditionId: z.string() }),
  /** Every enabled device has its rendition. */
  z.object({ type: z.literal('media-ready'), mediaId: z.string() }),
  /** Something a person should read once: a fallback, a repaired file. */
  z.object({
    type: z.literal('notice'),
    level: z.enum(['info', 'warning', 'error']),
    /** An error's code, or one of `core/system/notices.ts`. */
    code: z.string(),
    /** What it concerns, for other languages: an error's details, or the facts of the notice. */
    details: z.record(z.string(), z.unknown()).optional(),
    /** In English. */
    message: z.string(),
  }),
]);

export type EngineEvent = Readonly<z.infer<typeof engineEventSchema>>;
