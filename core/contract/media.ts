import { z } from 'zod';
import { mediaQuerySchema, mediaStatusSchema, mediaWindowSchema } from '../catalog/query.ts';
import { MOST_CAPTION_BYTES } from '../import/caption-text.ts';
import { captionSchema, mediaSchema, renditionSchema } from '../model/media.ts';
import { planSchema } from '../model/plan.ts';
import { slugSchema } from '../model/scalars.ts';
import { snippetOptionsSchema } from '../snippet/snippet-options.ts';
import { idInput, idsInput, nothing, operation } from './operation.ts';
import { queryList } from './query-list.ts';

/** A media with what a page about it needs besides. */
export const mediaDetailSchema = mediaSchema.extend({
  status: mediaStatusSchema,
  /** A URL path on the host, as all of them are. */
  masterUrl: z.string(),
  /** null: there is none yet. */
  posterUrl: z.string().nullable(),
  captions: z.array(captionSchema.extend({ url: z.string() })).readonly(),
  renditions: z
    .array(renditionSchema.extend({ url: z.string(), outdated: z.boolean() }))
    .readonly(),
});
export type MediaDetail = Readonly<z.infer<typeof mediaDetailSchema>>;

const captionWords = {
  /** BCP 47, such as `de` or `pt-BR`; null: unknown. */
  language: z.string().max(35).nullable().default(null),
  kind: captionSchema.shape.kind.default('subtitles'),
  /** For menus of players; empty: the language's own name. */
  label: z.string().max(100).default(''),
  isDefault: z.boolean().default(false),
};

export const mediaContract = {
  list: operation
    .route({
      method: 'GET',
      path: '/media',
      summary: 'A window of filtered, sorted media',
      tags: ['media'],
    })
    .input(mediaQuerySchema.extend({ statuses: queryList(mediaStatusSchema).optional() }))
    .output(mediaWindowSchema),
  get: operation
    .route({
      method: 'GET',
      path: '/media/{id}',
      summary: 'One media with its renditions',
      tags: ['media'],
    })
    .input(idInput)
    .output(mediaDetailSchema),
  update: operation
    .route({
      method: 'PATCH',
      path: '/media/{id}',
      summary: 'Change title, slug, description or format sets',
      tags: ['media'],
    })
    .input(
      z.object({
        id: z.string(),
        title: z.string().trim().min(1).max(300).optional(),
        slug: slugSchema.optional(),
        description: z.string().max(10_000).optional(),
        formatSetIds: z.array(z.string()).readonly().optional(),
      }),
    )
    .output(mediaDetailSchema),
  /**
   * With all that AVlogue made of them. Masters stay where they are, except those that AVlogue itself had copied
   * in; what is published stays published.
   */
  remove: operation
    .route({
      method: 'POST',
      path: '/media/remove',
      summary: 'Take media out of the library',
      tags: ['media'],
    })
    .input(idsInput)
    .output(
      z.object({
        removed: z.int(),
        /** Of the one that was removed; null when there were more or none. */
        title: z.string().nullable(),
        undoToken: z.string(),
      }),
    ),
  undoRemove: operation
    .route({
      method: 'POST',
      path: '/media/undo-remove',
      summary: 'Bring removed media back',
      tags: ['media'],
    })
    .input(z.object({ undoToken: z.string() }))
    .output(z.object({ restored: z.int() })),
  plan: operation
    .route({
      method: 'GET',
      path: '/media/{id}/plan',
      summary: 'What would be made, copied or skipped, and why',
      tags: ['media'],
    })
    .input(
      idInput.extend({
        formatIds: queryList(z.string()).optional(),
        formatSetIds: queryList(z.string()).optional(),
        force: z.boolean().optional(),
      }),
    )
    .output(planSchema),
  /** Nothing is catalogued by this. */
  planPath: operation
    .route({
      method: 'POST',
      path: '/plan',
      summary: 'The plan for a file of this machine',
      tags: ['media'],
    })
    .input(
      z.object({
        path: z.string().min(1),
        formatIds: z.array(z.string()).readonly().optional(),
        formatSetIds: z.array(z.string()).readonly().optional(),
        force: z.boolean().optional(),
      }),
    )
    .output(planSchema),
  snippet: operation
    .route({
      method: 'POST',
      path: '/media/{id}/snippet',
      summary: 'HTML5 embed code',
      tags: ['media'],
    })
    .input(
      idInput.extend({
        options: snippetOptionsSchema.prefault({}),
        targetId: z.string().nullable().default(null),
      }),
    )
    .output(
      z.object({
        html: z.string(),
        previewHtml: z.string(),
        formatIds: z.array(z.string()).readonly(),
      }),
    ),
  /** Posters are frames at a position, or the automatic choice again with null. */
  setPoster: operation
    .route({
      method: 'POST',
      path: '/media/{id}/poster',
      summary: 'Take another frame as poster',
      tags: ['media'],
    })
    .input(idInput.extend({ atSeconds: z.number().nonnegative().nullable() }))
    .output(mediaDetailSchema),
  /** Of a file that is not beside the master. Published with the next publishing. */
  addCaption: operation
    .route({
      method: 'POST',
      path: '/media/{id}/captions',
      summary: 'Add captions or subtitles',
      tags: ['media'],
    })
    .input(
      idInput.extend({
        ...captionWords,
        /** WebVTT or SubRip. */
        text: z.string().min(1).max(MOST_CAPTION_BYTES),
      }),
    )
    .output(mediaDetailSchema.extend({ captionId: z.string() })),
  /** What comes from the master or from a file beside it is named there: only `isDefault` can be changed of it. */
  updateCaption: operation
    .route({
      method: 'PATCH',
      path: '/media/{id}/captions/{captionId}',
      summary: 'Change what is said of captions',
      tags: ['media'],
    })
    .input(
      idInput.extend({
        captionId: z.string(),
        language: captionWords.language.unwrap().optional(),
        kind: captionWords.kind.unwrap().optional(),
        label: captionWords.label.unwrap().optional(),
        isDefault: z.boolean().optional(),
      }),
    )
    .output(mediaDetailSchema),
  /** Only what was added: the others go with their file or their master. */
  removeCaption: operation
    .route({
      method: 'DELETE',
      path: '/media/{id}/captions/{captionId}',
      summary: 'Remove captions that were added',
      tags: ['media'],
    })
    .input(idInput.extend({ captionId: z.string() }))
    /** With what they held, so that they can be added again. */
    .output(mediaDetailSchema.extend({ text: z.string() })),
  removeRenditions: operation
    .route({
      method: 'POST',
      path: '/media/{id}/remove-renditions',
      summary: 'Delete renditions of a media',
      tags: ['media'],
    })
    .input(idInput.extend({ formatIds: z.array(z.string()).min(1) }))
    .output(nothing),
};
