import { z } from 'zod';
import { errorReportSchema } from '../model/error-report.ts';
import { refusalSchema, watchFolderSchema } from '../model/library.ts';
import { noticeSchema } from '../system/notices.ts';
import { idInput, idsInput, nothing, operation } from './operation.ts';

export const importResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), path: z.string(), mediaId: z.string() }),
  /** The same content is catalogued already. */
  z.object({ outcome: z.literal('duplicate'), path: z.string(), mediaId: z.string() }),
  /** A known master stands here now. */
  z.object({ outcome: z.literal('moved'), path: z.string(), mediaId: z.string() }),
  /** A known master has other content than before. */
  z.object({ outcome: z.literal('changed'), path: z.string(), mediaId: z.string() }),
  /** Known and untouched. */
  z.object({ outcome: z.literal('unchanged'), path: z.string(), mediaId: z.string() }),
  /** A caption file that lies beside the master of this media. */
  z.object({ outcome: z.literal('captions'), path: z.string(), mediaId: z.string() }),
  z.object({ outcome: z.literal('refused'), path: z.string(), error: errorReportSchema }),
]);
export type ImportResult = Readonly<z.infer<typeof importResultSchema>>;

export const importOptionsSchema = z.object({
  formatSetIds: z.array(z.string()).readonly().default([]),
  /** null: as the settings say. */
  convert: z.boolean().nullable().default(null),
});
export type ImportOptions = Readonly<z.infer<typeof importOptionsSchema>>;

export const importContract = {
  /** Folders are walked. Resolves when every file has its result; progress comes as events. */
  paths: operation
    .route({
      method: 'POST',
      path: '/import',
      summary: 'Import files and folders of this machine',
      tags: ['import'],
    })
    .input(importOptionsSchema.extend({ paths: z.array(z.string().min(1)).min(1).max(10_000) }))
    .output(z.object({ batchId: z.string(), results: z.array(importResultSchema) })),
  /** They are made in the background, after the results of an import. Caption files beside masters are looked at again. */
  finish: operation
    .route({
      method: 'POST',
      path: '/import/finish',
      summary: 'Wait until media have their pictures and captions',
      tags: ['import'],
    })
    .input(idsInput)
    .output(nothing),
  refusals: operation
    .route({
      method: 'GET',
      path: '/refusals',
      summary: 'Files that could not be imported',
      tags: ['import'],
    })
    .output(z.array(refusalSchema).readonly()),
  retryRefusals: operation
    .route({
      method: 'POST',
      path: '/refusals/retry',
      summary: 'Try refused files again',
      tags: ['import'],
    })
    .input(idsInput)
    .output(z.object({ results: z.array(importResultSchema) })),
  dismissRefusals: operation
    .route({
      method: 'POST',
      path: '/refusals/dismiss',
      summary: 'Forget refused files',
      tags: ['import'],
    })
    .input(idsInput)
    .output(nothing),
  watchFolders: operation
    .route({ method: 'GET', path: '/watch-folders', summary: 'Watched folders', tags: ['import'] })
    .output(
      z
        .array(
          watchFolderSchema.extend({
            state: z.enum(['off', 'scanning', 'watching', 'polling', 'unreachable']),
            /** Why it polls or is unreachable, in words. */
            message: z.string().nullable(),
            /** The same as a code with its facts, for other languages. */
            notice: noticeSchema.nullable(),
            mediaCount: z.int(),
          }),
        )
        .readonly(),
    ),
  saveWatchFolder: operation
    .route({
      method: 'PUT',
      path: '/watch-folders',
      summary: 'Add or change a watched folder',
      tags: ['import'],
    })
    .input(
      watchFolderSchema.omit({ id: true, createdAtMs: true }).extend({ id: z.string().nullable() }),
    )
    .output(watchFolderSchema),
  removeWatchFolder: operation
    .route({
      method: 'DELETE',
      path: '/watch-folders/{id}',
      summary: 'Stop watching a folder; its media stay',
      tags: ['import'],
    })
    .input(idInput)
    .output(nothing),
};
