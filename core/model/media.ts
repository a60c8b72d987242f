import { z } from 'zod';
import { AUDIO_CODEC_NAMES, VIDEO_CODEC_NAMES } from '../codecs/codecs.ts';
import { CONTAINER_NAMES } from '../codecs/containers.ts';
import { errorReportSchema } from './error-report.ts';
import { placeSchema } from './file-places.ts';
import { mediaInfoSchema } from './media-info.ts';
import { idSchema, mediaKindSchema, slugSchema, timestampSchema } from './scalars.ts';

export const masterSchema = z.object({
  /** Absolute. */
  path: z.string().min(1),
  /** The watch folder that it came from. */
  watchFolderId: idSchema.nullable(),
  /** Only a master that AVlogue copied into its library (an upload) may ever be deleted by it. */
  ownedByLibrary: z.boolean(),
  sizeBytes: z.number().nonnegative(),
  modifiedMs: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Missing is not failed: it comes back by itself. */
  status: z.enum(['present', 'missing']),
});

export const posterSchema = z.object({
  /** Relative to the library folder, with `/`. */
  file: placeSchema('poster'),
  width: z.int().positive(),
  height: z.int().positive(),
  sizeBytes: z.number().nonnegative(),
  source: z.enum(['frame', 'cover-art', 'waveform', 'user']),
  /** Position in the master, for frames. */
  atSeconds: z.number().nonnegative().nullable(),
});

/** A text track that stands beside the renditions as WebVTT. */
export const captionSchema = z.object({
  id: idSchema,
  /** Relative to the library folder, with `/`. */
  file: placeSchema('caption'),
  /** Captions are for people who do not hear; subtitles for people who do not understand. */
  kind: z.enum(['subtitles', 'captions']),
  /** BCP 47 for `srclang`; null when unknown. */
  language: z.string().nullable(),
  label: z.string().min(1).max(100),
  isDefault: z.boolean(),
  sizeBytes: z.number().nonnegative(),
  /**
   * The file beside the master that it was made of, as it was then; the path is absolute. Absent for tracks of the
   * master and for what a person added.
   */
  sidecar: z
    .object({ path: z.string(), sizeBytes: z.number().nonnegative(), modifiedMs: z.number() })
    .optional(),
});

/** What was measured in the finished file, not what was asked for. */
export const renditionSchema = z.object({
  id: idSchema,
  formatId: idSchema,
  formatName: z.string(),
  /** Of the recipe and the plan's figures; another one means that the rendition is outdated. */
  recipeFingerprint: z.string(),
  masterSha256: z.string(),
  decision: z.enum(['encode', 'copy']),
  /** Relative to the library folder, with `/`. */
  file: placeSchema('rendition'),
  container: z.enum(CONTAINER_NAMES),
  /** With codecs parameter: `video/mp4; codecs="avc1.64001f, mp4a.40.2"`; without one where none is defined. */
  mimeType: z.string(),
  /** RFC 6381, read from the file's own boxes; empty where the container has none. */
  codecStrings: z.array(z.string()).readonly(),
  durationSeconds: z.number().nonnegative(),
  sizeBytes: z.number().positive(),
  bitrateBps: z.number().nonnegative(),
  video: z
    .object({
      codec: z.enum(VIDEO_CODEC_NAMES),
      profile: z.string().nullable(),
      /** As written in the standard ("4.1"). */
      level: z.string().nullable(),
      width: z.int().positive(),
      height: z.int().positive(),
      frameRate: z.number().positive().nullable(),
      bitDepth: z.int().positive(),
    })
    .nullable(),
  audio: z
    .object({
      codec: z.enum(AUDIO_CODEC_NAMES),
      channels: z.int().positive(),
      sampleRateHz: z.int().positive(),
      bitrateBps: z.number().positive().nullable(),
    })
    .nullable(),
  fastStart: z.boolean().nullable(),
  createdAtMs: timestampSchema,
});

export const mediaSchema = z.object({
  id: idSchema,
  kind: mediaKindSchema,
  slug: slugSchema,
  title: z.string().min(1).max(300),
  /** A title or slug set by a person is never overwritten by a later probe. */
  titleSource: z.enum(['tag', 'file-name', 'user']),
  description: z.string().max(10_000),
  master: masterSchema,
  info: mediaInfoSchema,
  /** Of `core/ffmpeg/probe-revisions.ts`, the one that `info` was read with. Absent: the first. */
  probeVersion: z.int().positive().optional(),
  /** Chosen on import; empty: the library's default set of its kind. */
  formatSetIds: z.array(idSchema).readonly(),
  poster: posterSchema.nullable(),
  captions: z.array(captionSchema).readonly(),
  /**
   * Which of the captions that come with the master a person wants to be shown at first, by what stays the same in
   * another cut; null: none of them. Absent: as the master says.
   */
  chosenCaption: z
    .object({
      /** Of its id, what does not come from the content. */
      source: z.string(),
      language: z.string().nullable(),
      kind: captionSchema.shape.kind,
      label: z.string(),
    })
    .nullable()
    .optional(),
  renditions: z.array(renditionSchema).readonly(),
  /**
   * What the last plan wants made, by format and fingerprint. Compared with `renditions` it tells
   * ready from outdated without planning again; kept up to date by the importer, the queue and `main/replan-media.ts`.
   */
  planned: z.array(z.object({ formatId: idSchema, fingerprint: z.string() })).readonly(),
  /** The last thing that went wrong with this media and still stands. */
  problem: errorReportSchema.nullable(),
  createdAtMs: timestampSchema,
  updatedAtMs: timestampSchema,
});

export type Master = Readonly<z.infer<typeof masterSchema>>;
export type Poster = Readonly<z.infer<typeof posterSchema>>;
export type Caption = Readonly<z.infer<typeof captionSchema>>;
export type Rendition = Readonly<z.infer<typeof renditionSchema>>;
export type Media = Readonly<z.infer<typeof mediaSchema>>;
