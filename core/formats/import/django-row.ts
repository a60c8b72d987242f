import { z } from 'zod';

/** One entry of `manage.py dumpdata`. */
export const djangoRowSchema = z.object({
  model: z.string(),
  pk: z.union([z.number(), z.string()]).nullish(),
  fields: z.record(z.string(), z.unknown()),
});
export type DjangoRow = Readonly<z.infer<typeof djangoRowSchema>>;

/** Whole numbers came as numbers or strings, bit rates also as "128k"; what was not set as null, 0 or "". */
const wholeSchema = z
  .union([z.int(), z.string(), z.null()])
  .optional()
  .transform((value, context) => {
    const match = /^\s*(-?\d{1,12})\s*([kKmM]?)\s*$/.exec(String(value ?? '') || '0');
    if (match === null) {
      context.addIssue({ code: 'custom', message: `“${value}” is not a whole number` });
      return z.NEVER;
    }
    const factor = { '': 1, k: 1000, m: 1_000_000 }[(match[2] ?? '').toLowerCase()] ?? 1;
    return Number(match[1]) * factor;
  });

const textSchema = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');

const audioFields = {
  name: z.string().trim().min(1).max(100),
  container: z.string(),
  audio_codec: textSchema,
  /** Bits per second. */
  audio_bitrate: wholeSchema,
  audio_channels: wholeSchema,
  audio_codec_params: textSchema,
};

export const audioFormatFields = z.object(audioFields);

export const videoFormatFields = z.object({
  ...audioFields,
  video_codec: z.string(),
  video_bitrate: wholeSchema,
  video_width: wholeSchema,
  video_height: wholeSchema,
  video_aspect_mode: z
    .enum(['scale', 'scale_crop', 'scale-and-crop', ''])
    .nullish()
    .transform((mode) => (mode === null || mode === undefined || mode === '' ? 'scale' : mode)),
  video_codec_params: textSchema,
});

export const formatSetFields = z.object({
  name: z.string().trim().min(1).max(100),
  formats: z
    .array(z.union([z.number(), z.string()]))
    .readonly()
    .default([]),
});

export type AudioFormatFields = Readonly<z.infer<typeof audioFormatFields>>;
export type VideoFormatFields = Readonly<z.infer<typeof videoFormatFields>>;
