import { z } from 'zod';
import { AUDIO_CODEC_NAMES, VIDEO_CODEC_NAMES } from '../codecs/codecs.ts';
import { CONTAINER_NAMES } from '../codecs/containers.ts';
import { REASON_CODES, type ReasonCode } from '../planning/reason-codes.ts';
import { factsSchema } from './facts.ts';
import { rateControlSchema } from './format.ts';
import { idSchema, mediaKindSchema } from './scalars.ts';

const reasonCodes = Object.keys(REASON_CODES) as [ReasonCode, ...ReasonCode[]];

/** Why a decision was taken, with the figures behind it. `core/planning/explain-reason.ts` puts it into words. */
export const reasonSchema = z.object({
  code: z.enum(reasonCodes),
  facts: factsSchema,
});

/** Every figure that the FFmpeg arguments need; nothing is decided after the plan. */
export const outputVideoSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('copy'), codec: z.enum(VIDEO_CODEC_NAMES) }),
  z.object({
    mode: z.literal('encode'),
    codec: z.enum(VIDEO_CODEC_NAMES),
    /** FFmpeg's encoder, from those available. */
    encoder: z.string(),
    /** Final size, even on both sides. */
    width: z.int().positive(),
    height: z.int().positive(),
    /** Size before cropping; equal to width × height unless the fit crops. */
    scaledWidth: z.int().positive(),
    scaledHeight: z.int().positive(),
    /** null: as the master's frames come. */
    frameRate: z.number().positive().nullable(),
    rate: rateControlSchema,
    profile: z.string().nullable(),
    /** The lowest level that fits, as written ("3.1"); null where the codec's encoder needs none. */
    level: z.string().nullable(),
    effort: z.enum(['fast', 'medium', 'slow']),
    keyFrameSeconds: z.number().positive(),
    extraParameters: z.array(z.string()).readonly(),
  }),
]);

export const outputAudioSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('copy'), codec: z.enum(AUDIO_CODEC_NAMES) }),
  z.object({
    mode: z.literal('encode'),
    codec: z.enum(AUDIO_CODEC_NAMES),
    encoder: z.string(),
    bitrateBps: z.int().positive().nullable(),
    channels: z.int().positive(),
    sampleRateHz: z.int().positive(),
    extraParameters: z.array(z.string()).readonly(),
  }),
]);

export const outputSchema = z.object({
  formatId: idSchema,
  formatName: z.string(),
  /** `copy` only when no stream is encoded. */
  decision: z.enum(['encode', 'copy']),
  container: z.enum(CONTAINER_NAMES),
  /** null for audio. */
  video: outputVideoSchema.nullable(),
  /** null: mute. */
  audio: outputAudioSchema.nullable(),
  /** Stable hash input of all the above: another text means another file. */
  fingerprint: z.string(),
});

export const formatDecisionSchema = z.object({
  /** The format's id. */
  format: idSchema,
  formatName: z.string(),
  decision: z.enum(['encode', 'copy', 'skip']),
  /** Asked for by a format set or by the caller; otherwise added for coverage. */
  requested: z.boolean(),
  reasons: z.array(reasonSchema).readonly(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  frameRate: z.number().positive().nullable(),
  /** An upper estimate of the whole file's rate, in bits per second; null when skipped or lossless. */
  bitrateBps: z.number().positive().nullable(),
  /** null when skipped. */
  output: outputSchema.nullable(),
});

export const verdictSchema = z.object({
  plays: z.boolean(),
  /** Why not; empty when it plays. */
  reasons: z.array(reasonSchema).readonly(),
});

export const deviceCoverageSchema = z.object({
  /** The device's id. */
  device: idSchema,
  deviceName: z.string(),
  /** The format whose rendition this device gets; null only with a reason below. */
  format: idSchema.nullable(),
  /** Why that one, or why none. */
  reasons: z.array(reasonSchema).readonly(),
  /** One verdict for each rendition of the plan, in its order. */
  renditions: z.array(verdictSchema.extend({ format: idSchema })).readonly(),
  /** Whether the master itself would play. */
  master: verdictSchema,
});

export const planSchema = z.object({
  media: z.object({
    kind: mediaKindSchema,
    durationSeconds: z.number(),
    width: z.int().positive().nullable(),
    height: z.int().positive().nullable(),
    frameRate: z.number().positive().nullable(),
    bitrateBps: z.number(),
    videoCodec: z.string().nullable(),
    audioCodec: z.string().nullable(),
  }),
  formats: z.array(formatDecisionSchema).readonly(),
  coverage: z.array(deviceCoverageSchema).readonly(),
  /** Format ids by FFmpeg process: each group is decoded once; in the order of running. */
  groups: z.array(z.array(idSchema).readonly()).readonly(),
});

export type Reason = Readonly<z.infer<typeof reasonSchema>>;
export type OutputVideo = Readonly<z.infer<typeof outputVideoSchema>>;
export type OutputAudio = Readonly<z.infer<typeof outputAudioSchema>>;
export type Output = Readonly<z.infer<typeof outputSchema>>;
export type FormatDecision = Readonly<z.infer<typeof formatDecisionSchema>>;
export type Verdict = Readonly<z.infer<typeof verdictSchema>>;
export type DeviceCoverage = Readonly<z.infer<typeof deviceCoverageSchema>>;
export type Plan = Readonly<z.infer<typeof planSchema>>;
