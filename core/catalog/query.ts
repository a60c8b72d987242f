import { z } from 'zod';
import { mediaKindSchema } from '../model/scalars.ts';

/**
 * What a media looks like in a list:
 * `new` nothing made yet · `queued` · `converting` · `ready` every planned rendition stands ·
 * `outdated` master or formats changed since · `failed` the last job failed · `missing` the master is gone.
 */
export const mediaStatusSchema = z.enum([
  'new',
  'queued',
  'converting',
  'ready',
  'outdated',
  'failed',
  'missing',
]);
export type MediaStatus = z.infer<typeof mediaStatusSchema>;

export const MEDIA_SORTS = ['added', 'title', 'duration', 'size', 'status'] as const;

export const mediaQuerySchema = z.object({
  kind: mediaKindSchema.optional(),
  statuses: z.array(mediaStatusSchema).readonly().optional(),
  watchFolderId: z.string().optional(),
  /** Every word must occur in title, slug, description or file name; case and accents do not matter. */
  text: z.string().max(200).optional(),
  sort: z.enum(MEDIA_SORTS).default('added'),
  order: z.enum(['ascending', 'descending']).default('descending'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(500).default(100),
});
export type MediaQuery = Readonly<z.infer<typeof mediaQuerySchema>>;

/** One row of a list: everything that a card or a table line shows, and nothing else. */
export const mediaRowSchema = z.object({
  id: z.string(),
  kind: mediaKindSchema,
  title: z.string(),
  slug: z.string(),
  status: mediaStatusSchema,
  durationSeconds: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  sizeBytes: z.number(),
  /** URL path of the poster on the host, with a version that changes when the picture does; null: none yet. */
  poster: z.string().nullable(),
  renditionCount: z.int(),
  /** Enabled devices that some ready rendition plays on, of all that are enabled and play this kind of media at all. */
  coveredDevices: z.int(),
  enabledDevices: z.int(),
  problemCode: z.string().nullable(),
  createdAtMs: z.number(),
});
export type MediaRow = Readonly<z.infer<typeof mediaRowSchema>>;

export const mediaWindowSchema = z.object({
  rows: z.array(mediaRowSchema).readonly(),
  /** Of all that pass the filters. */
  total: z.int(),
  /** Counts over the whole library, for the sidebar. */
  counts: z.object({ all: z.int(), video: z.int(), audio: z.int(), attention: z.int() }),
});
export type MediaWindow = Readonly<z.infer<typeof mediaWindowSchema>>;
