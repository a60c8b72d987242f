import { z } from 'zod';
import { AUDIO_CODEC_NAMES, VIDEO_CODEC_NAMES } from '../codecs/codecs.ts';
import { CONTAINER_NAMES } from '../codecs/containers.ts';
import { idSchema, mediaKindSchema } from './scalars.ts';

export const rateControlSchema = z.discriminatedUnion('mode', [
  /** Constant quality under a ceiling; `quality` is the encoder's CRF (x264: 0–51, VP9 and AV1: 0–63). */
  z.object({
    mode: z.literal('quality'),
    quality: z.number().min(0).max(63),
    maxBitrateBps: z.int().positive().nullable(),
  }),
  /** Average bitrate with a peak of at most twice that. */
  z.object({ mode: z.literal('bitrate'), bitrateBps: z.int().positive() }),
]);

export const videoRecipeSchema = z.object({
  codec: z.enum(VIDEO_CODEC_NAMES),
  /** `scale` fits into the box; `scale-and-crop` fills it and cuts the overhang. */
  fit: z.enum(['scale', 'scale-and-crop']),
  /**
   * The box for a landscape picture, in pixels; portrait masters use it turned. Either side may be
   * null (no limit on that side). Never upscaled.
   */
  maxWidth: z.int().positive().nullable(),
  maxHeight: z.int().positive().nullable(),
  maxFrameRate: z.number().positive().nullable(),
  rate: rateControlSchema,
  /** H.264: baseline, main, high; HEVC: main. null lets the encoder choose what the size needs. */
  profile: z.string().nullable(),
  /** The highest level allowed, as written in the standard ("4.1"); null: the lowest that fits. */
  level: z.string().nullable(),
  /** How much time the encoder takes for a better result. */
  effort: z.enum(['fast', 'medium', 'slow']),
  keyFrameSeconds: z.number().positive().max(10),
  /** Raw options from the allow-list in core/formats; a flat list of `-name`, `value`. */
  extraParameters: z.array(z.string()).readonly(),
});

export const audioRecipeSchema = z.object({
  codec: z.enum(AUDIO_CODEC_NAMES),
  /** null for lossless codecs only. */
  bitrateBps: z.int().positive().nullable(),
  /** The most channels kept; masters with more are mixed down. */
  maxChannels: z.int().min(1).max(8),
  /** null keeps the master's rate where the codec can. */
  sampleRateHz: z.int().positive().nullable(),
  extraParameters: z.array(z.string()).readonly(),
});

export const formatSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(100),
  description: z.string().max(500),
  kind: mediaKindSchema,
  builtIn: z.boolean(),
  container: z.enum(CONTAINER_NAMES),
  /** null exactly when `kind` is audio. */
  video: videoRecipeSchema.nullable(),
  /** null makes a mute video. */
  audio: audioRecipeSchema.nullable(),
});

export const formatSetSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(100),
  description: z.string().max(500),
  kind: mediaKindSchema,
  builtIn: z.boolean(),
  formatIds: z.array(idSchema).readonly(),
});

export type RateControl = Readonly<z.infer<typeof rateControlSchema>>;
export type VideoRecipe = Readonly<z.infer<typeof videoRecipeSchema>>;
export type AudioRecipe = Readonly<z.infer<typeof audioRecipeSchema>>;
export type Format = Readonly<z.infer<typeof formatSchema>>;
export type FormatSet = Readonly<z.infer<typeof formatSetSchema>>;
