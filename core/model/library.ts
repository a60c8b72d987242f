import { z } from 'zod';
import { errorReportSchema } from './error-report.ts';
import { placeSchema } from './file-places.ts';
import { idSchema, slugSchema, timestampSchema } from './scalars.ts';
import { DEFAULT_SITE_LANGUAGE, siteLanguageSchema } from './site-language.ts';

export const watchFolderSchema = z.object({
  id: idSchema,
  /** Absolute. */
  path: z.string().min(1),
  recursive: z.boolean(),
  enabled: z.boolean(),
  /** `auto` watches natively and falls back to polling; `always` is for network folders. */
  polling: z.enum(['auto', 'always']),
  pollSeconds: z.number().min(1).max(3600),
  formatSetIds: z.array(idSchema).readonly(),
  /** Convert what arrives without being asked. */
  convert: z.boolean(),
  createdAtMs: timestampSchema,
});

/** A file that was found and not taken, kept so that a person sees it and so that it is tried again when it changes. */
export const refusalSchema = z.object({
  /** Hash of the path. */
  id: idSchema,
  path: z.string(),
  watchFolderId: idSchema.nullable(),
  error: errorReportSchema,
  sizeBytes: z.number().nonnegative(),
  modifiedMs: z.number(),
  atMs: timestampSchema,
});

/**
 * A file of a watched folder whose media a person removed: what holds the same is passed over there, under whatever
 * name, until it is imported by name or the removal is taken back.
 */
export const removedMasterSchema = z.object({
  /** Hash of the path. */
  id: idSchema,
  /** Absolute. */
  path: z.string().min(1),
  sizeBytes: z.number().nonnegative(),
  modifiedMs: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: timestampSchema,
});

export const publishTargetSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(100),
  kind: z.literal('folder'),
  /** Absolute. */
  path: z.string().min(1),
  /** Where the folder is reached on the web, without a trailing slash, query or fragment; empty: relative URLs. */
  baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /** Of the words around the media on its pages. */
  language: siteLanguageSchema.default(DEFAULT_SITE_LANGUAGE),
  createdAtMs: timestampSchema,
});

export const publishedFileSchema = z.object({
  /** Relative to the target's root, with `/`. */
  file: placeSchema('published'),
  sizeBytes: z.number().nonnegative(),
  sha256: z.string(),
});

export const publicationSchema = z.object({
  /** `<targetId>.<mediaId>`. */
  id: idSchema,
  targetId: idSchema,
  mediaId: idSchema,
  slug: slugSchema,
  files: z.array(publishedFileSchema).readonly(),
  publishedAtMs: timestampSchema,
});

export const settingsSchema = z.object({
  id: z.literal('settings'),
  /** null: chosen from the number of processors. */
  parallelJobs: z.int().min(1).max(64).nullable(),
  /** Threads for all encoders together; null: all processors. */
  encoderThreads: z.int().min(1).max(256).nullable(),
  ffmpegPath: z.string().nullable(),
  ffprobePath: z.string().nullable(),
  videoFormatSetId: idSchema,
  audioFormatSetId: idSchema,
  /** Convert on import without being asked. */
  convertOnImport: z.boolean(),
  queuePaused: z.boolean(),
  disabledDeviceIds: z.array(idSchema).readonly(),
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  language: z.enum(['system', 'en', 'de']),
  /** Tell who is not looking when nothing is left to convert. */
  notifyWhenDone: z.boolean(),
  /** The same, when some of it could not be converted. */
  notifyOfFailures: z.boolean(),
  /** Means something only in a package that was built with an update feed. */
  lookForUpdates: z.boolean(),
  /** What closing the desktop window does while something is converted. */
  whenClosing: z.enum(['ask', 'background', 'stop']),
});

export type WatchFolder = Readonly<z.infer<typeof watchFolderSchema>>;
export type Refusal = Readonly<z.infer<typeof refusalSchema>>;
export type RemovedMaster = Readonly<z.infer<typeof removedMasterSchema>>;
export type PublishTarget = Readonly<z.infer<typeof publishTargetSchema>>;
export type PublishedFile = Readonly<z.infer<typeof publishedFileSchema>>;
export type Publication = Readonly<z.infer<typeof publicationSchema>>;
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  id: 'settings',
  parallelJobs: null,
  encoderThreads: null,
  ffmpegPath: null,
  ffprobePath: null,
  videoFormatSetId: 'web-video',
  audioFormatSetId: 'web-audio',
  convertOnImport: true,
  queuePaused: false,
  disabledDeviceIds: [],
  theme: 'system',
  language: 'system',
  notifyWhenDone: true,
  notifyOfFailures: true,
  lookForUpdates: true,
  whenClosing: 'ask',
};
