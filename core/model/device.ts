import { z } from 'zod';
import { AUDIO_CODEC_NAMES, VIDEO_CODEC_NAMES } from '../codecs/codecs.ts';
import { CONTAINER_NAMES } from '../codecs/containers.ts';
import { idSchema } from './scalars.ts';

export const deviceAudioSchema = z.object({
  codec: z.enum(AUDIO_CODEC_NAMES),
  maxChannels: z.int().min(1),
  maxSampleRateHz: z.int().positive(),
  /** null: any. */
  maxBitrateBps: z.int().positive().nullable(),
});

/** One thing a device plays: a picture codec up to a limit, in these containers, with this sound or none. */
export const deviceVideoSchema = z.object({
  containers: z.array(z.enum(CONTAINER_NAMES)).readonly(),
  codec: z.enum(VIDEO_CODEC_NAMES),
  /** Profiles in the words of `core/codecs/profiles.ts` (baseline, main, high, …); empty: all 8-bit 4:2:0 ones. */
  profiles: z.array(z.string()).readonly(),
  /** The highest level as written ("4.1"); null: not limited by level. */
  maxLevel: z.string().nullable(),
  /** Longer and shorter side, so that portrait counts like landscape. */
  maxLongSide: z.int().positive().nullable(),
  maxShortSide: z.int().positive().nullable(),
  maxFrameRate: z.number().positive().nullable(),
  maxBitrateBps: z.int().positive().nullable(),
  audio: z.array(deviceAudioSchema).readonly(),
});

export const deviceSoundSchema = deviceAudioSchema.extend({
  containers: z.array(z.enum(CONTAINER_NAMES)).readonly(),
});

export const deviceSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(100),
  description: z.string().max(500),
  builtIn: z.boolean(),
  enabled: z.boolean(),
  icon: z.enum(['desktop', 'laptop', 'phone', 'tablet', 'tv', 'console', 'podcast', 'other']),
  /** Best first: the order in which the device would pick. Empty: the device shows no video. */
  video: z.array(deviceVideoSchema).readonly(),
  /** Sound files without a picture. Empty: the device plays none. */
  audio: z.array(deviceSoundSchema).readonly(),
});

export type DeviceAudio = Readonly<z.infer<typeof deviceAudioSchema>>;
export type DeviceVideo = Readonly<z.infer<typeof deviceVideoSchema>>;
export type DeviceSound = Readonly<z.infer<typeof deviceSoundSchema>>;
export type Device = Readonly<z.infer<typeof deviceSchema>>;
