import { z } from 'zod';
import { errorReportSchema } from '../model/error-report.ts';
import { publicationSchema, publishTargetSchema } from '../model/library.ts';
import { siteLanguageSchema } from '../model/site-language.ts';
import { snippetOptionsSchema } from '../snippet/snippet-options.ts';
import { idInput, nothing, operation } from './operation.ts';

/** Media that are not among what is published, each with its reason. */
const leftOutSchema = z
  .array(z.object({ mediaId: z.string(), error: errorReportSchema }))
  .readonly();

/** What publishing does to one file of the target. */
export const publishStepSchema = z.object({
  file: z.string(),
  action: z.enum(['add', 'replace', 'keep', 'remove']),
  sizeBytes: z.number(),
});

const publishInput = z.object({
  targetId: z.string(),
  mediaIds: z.array(z.string()).min(1).max(100_000),
  options: snippetOptionsSchema.partial().default({}),
});

export const publishContract = {
  targets: operation
    .route({
      method: 'GET',
      path: '/publish-targets',
      summary: 'Publish targets',
      tags: ['publish'],
    })
    .output(
      z
        .array(publishTargetSchema.extend({ publicationCount: z.int(), writable: z.boolean() }))
        .readonly(),
    ),
  saveTarget: operation
    .route({
      method: 'PUT',
      path: '/publish-targets',
      summary: 'Add or change a publish target',
      tags: ['publish'],
    })
    .input(
      publishTargetSchema.omit({ id: true, createdAtMs: true }).extend({
        id: z.string().nullable(),
        /** Left out: as it is, and English for a new target. */
        language: siteLanguageSchema.optional(),
      }),
    )
    .output(publishTargetSchema),
  removeTarget: operation
    .route({
      method: 'DELETE',
      path: '/publish-targets/{id}',
      summary: 'Forget a target; its files stay',
      tags: ['publish'],
    })
    .input(idInput)
    .output(nothing),
  preview: operation
    .route({
      method: 'POST',
      path: '/publish/preview',
      summary: 'What publishing would change',
      tags: ['publish'],
    })
    .input(
      publishInput.extend({
        /** As if the target were changed so; it stays as it is. */
        as: publishTargetSchema
          .pick({ baseUrl: true })
          .extend({ language: siteLanguageSchema })
          .partial()
          .default({}),
      }),
    )
    .output(
      z.object({
        steps: z.array(publishStepSchema).readonly(),
        bytesToWrite: z.number(),
        failed: leftOutSchema,
      }),
    ),
  run: operation
    .route({
      method: 'POST',
      path: '/publish',
      summary: 'Publish media into a target',
      tags: ['publish'],
    })
    .input(publishInput)
    .output(
      z.object({
        batchId: z.string(),
        published: z
          .array(
            z.object({
              mediaId: z.string(),
              slug: z.string(),
              folder: z.string(),
              pageUrl: z.string(),
            }),
          )
          .readonly(),
        failed: leftOutSchema,
      }),
    ),
  unpublish: operation
    .route({
      method: 'POST',
      path: '/publish/remove',
      summary: 'Take media out of a target',
      tags: ['publish'],
    })
    .input(publishInput.omit({ options: true }))
    .output(z.object({ removed: z.int() })),
  publications: operation
    .route({
      method: 'GET',
      path: '/publications',
      summary: 'What stands where',
      tags: ['publish'],
    })
    .input(z.object({ targetId: z.string().optional(), mediaId: z.string().optional() }))
    .output(
      z
        .array(
          publicationSchema.extend({
            /** Of the media now; null when it is no longer in the library and only its files stand. */
            title: z.string().nullable(),
          }),
        )
        .readonly(),
    ),
};
