import { z } from 'zod';
import type { Choice, Place } from './bridge.ts';

/** What the page may send, by channel; more or other arguments are refused. */
const id = z.string().min(1).max(200);

export const noArguments = z.tuple([]);

export const chooseArguments = z.tuple([
  z.enum(['files', 'folders', 'folder', 'publish-folder', 'program']) satisfies z.ZodType<Choice>,
]);

/** '' stands for a file that lies on no disk. */
export const droppedArguments = z.tuple([z.array(z.string().max(32_767)).max(10_000)]);

export const showArguments = z.tuple([
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('library') }),
    z.strictObject({ kind: z.literal('log') }),
    z.strictObject({ kind: z.literal('master'), mediaId: id }),
    z.strictObject({ kind: z.literal('rendition'), mediaId: id, renditionId: id }),
    z.strictObject({ kind: z.literal('target'), targetId: id }),
    z.strictObject({ kind: z.literal('target-page'), targetId: id }),
  ]) satisfies z.ZodType<Place>,
]);
