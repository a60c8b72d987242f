import { z } from 'zod';
import { mediaKindSchema } from '../model/scalars.ts';

const pictureSchema = z.object({
  codec: z.string(),
  profile: z.string().nullable(),
  level: z.string().nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  frameRate: z.number().nullable(),
});

const soundSchema = z.object({
  codec: z.string(),
  channels: z.int().positive(),
  sampleRateHz: z.int().positive(),
  bitrateBps: z.number().nullable(),
});

/** `manifest.json` of one published media, for programs. Names of files are relative to its folder. */
export const manifestSchema = z.object({
  avlogue: z.literal('manifest'),
  version: z.literal(1),
  slug: z.string(),
  kind: mediaKindSchema,
  title: z.string(),
  description: z.string(),
  /** ISO 8601, UTC. */
  addedAt: z.string(),
  durationSeconds: z.number(),
  /** Of the file that all this was made from. */
  masterSha256: z.string(),
  page: z.string(),
  poster: z.object({ file: z.string(), width: z.int(), height: z.int() }).nullable(),
  captions: z
    .array(
      z.object({
        file: z.string(),
        kind: z.enum(['subtitles', 'captions']),
        language: z.string().nullable(),
        label: z.string(),
        default: z.boolean(),
      }),
    )
    .readonly(),
  /** In the order in which a page offers them. */
  renditions: z
    .array(
      z.object({
        file: z.string(),
        format: z.string(),
        formatName: z.string(),
        type: z.string(),
        codecs: z.array(z.string()).readonly(),
        durationSeconds: z.number(),
        sizeBytes: z.number(),
        bitrateBps: z.number(),
        video: pictureSchema.nullable(),
        audio: soundSchema.nullable(),
        /** Ids of the device profiles that play it. */
        devices: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  /** What each device gets on the page; null: nothing here. */
  coverage: z
    .array(z.object({ device: z.string(), deviceName: z.string(), format: z.string().nullable() }))
    .readonly(),
  /** To paste into another page. */
  embed: z.string(),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
