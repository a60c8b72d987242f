import { z } from 'zod';

/** Ids and slugs become file names and URL parts, so they hold nothing that either would escape. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9._-]*$/;
export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const idSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(ID_PATTERN, 'lower-case letters, digits, dot, dash and underscore only');

export const slugSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(SLUG_PATTERN, 'lower-case letters and digits, joined by single dashes');

export const mediaKindSchema = z.enum(['video', 'audio']);
export type MediaKind = z.infer<typeof mediaKindSchema>;

/** Milliseconds since the epoch, UTC. */
export const timestampSchema = z.number().nonnegative();
