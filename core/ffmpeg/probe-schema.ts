import { z } from 'zod';

/** ffprobe writes most numbers as text, and `N/A` or nothing for what it does not know. */
const scalar = z.union([z.string(), z.number()]).optional();
const tags = z.record(z.string(), z.unknown()).optional();
const flags = z.record(z.string(), z.number()).optional();

const probeStreamSchema = z.object({
  index: z.int().nonnegative(),
  codec_name: z.string().optional(),
  codec_type: z.string().optional(),
  codec_tag_string: z.string().optional(),
  profile: scalar,
  level: scalar,
  width: z.number().optional(),
  height: z.number().optional(),
  coded_width: z.number().optional(),
  coded_height: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  pix_fmt: z.string().optional(),
  field_order: z.string().optional(),
  color_range: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  duration: scalar,
  bit_rate: scalar,
  bits_per_raw_sample: scalar,
  bits_per_sample: z.number().optional(),
  sample_fmt: z.string().optional(),
  nb_frames: scalar,
  sample_rate: scalar,
  channels: z.number().optional(),
  channel_layout: z.string().optional(),
  disposition: flags,
  tags,
  side_data_list: z.array(z.record(z.string(), z.unknown())).optional(),
});

export const probeSchema = z.object({
  streams: z.array(probeStreamSchema).optional(),
  chapters: z.array(z.object({ start_time: scalar, end_time: scalar, tags })).optional(),
  format: z
    .object({ format_name: z.string().optional(), duration: scalar, bit_rate: scalar, tags })
    .optional(),
});

export type Probe = Readonly<z.infer<typeof probeSchema>>;
export type ProbeStream = Readonly<z.infer<typeof probeStreamSchema>>;
export type ProbeTags = ProbeStream['tags'];
