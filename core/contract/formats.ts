import { z } from 'zod';
import { IMPORT_REMARKS, type ImportRemarkCode } from '../formats/import/remarks.ts';
import { PROBLEM_SENTENCES, type ProblemCode } from '../formats/problem-codes.ts';
import { factsSchema } from '../model/facts.ts';
import { formatSchema, formatSetSchema } from '../model/format.ts';
import { statementFields } from '../text/sentence-table.ts';
import { idInput, nothing, operation } from './operation.ts';

const problemCodes = Object.keys(PROBLEM_SENTENCES) as [ProblemCode, ...ProblemCode[]];

/** A refusal or a hint about one field, as one types. */
export const formatProblemSchema = z.object({
  /** Path into the format, `video.level`. */
  field: z.string(),
  severity: z.enum(['error', 'warning']),
  code: z.enum(problemCodes),
  facts: factsSchema,
  /** In English, from code and facts. */
  message: z.string(),
});
export type FormatProblem = Readonly<z.infer<typeof formatProblemSchema>>;

export const offeredFormatSchema = formatSchema.extend({
  available: z.boolean(),
  /** Encoders that are missing. */
  missingEncoders: z.array(z.string()).readonly(),
});

/** A row of an imported file that did not come in; the others did. */
export const leftOutRowSchema = z.object({
  what: z.enum(['format', 'format-set', 'device', 'row']),
  /** From 1 on, within its list in the file. */
  row: z.int().positive(),
  name: z.string().nullable(),
  /** Path into the row; empty: the whole of it. */
  field: z.string(),
  message: z.string(),
  /** The same as a code with its facts; null: it is told in English only. */
  problem: formatProblemSchema.pick({ code: true, facts: true }).nullable(),
});
export type LeftOutRow = Readonly<z.infer<typeof leftOutRowSchema>>;

/** What was changed, found again or left out by an import. */
export const importRemarkSchema = z.object({
  ...statementFields<ImportRemarkCode>(IMPORT_REMARKS),
  /** In English, from code and facts. */
  message: z.string(),
});
export type ImportRemark = Readonly<z.infer<typeof importRemarkSchema>>;

/** What export writes and import reads. */
export const formatsFileSchema = z.object({
  avlogue: z.literal('formats'),
  version: z.literal(1),
  formats: z.array(formatSchema).readonly(),
  formatSets: z.array(formatSetSchema).readonly(),
});
export type FormatsFile = Readonly<z.infer<typeof formatsFileSchema>>;

export const formatsContract = {
  list: operation
    .route({
      method: 'GET',
      path: '/formats',
      summary: 'Formats, built-in and own',
      tags: ['formats'],
    })
    .output(z.array(offeredFormatSchema).readonly()),
  validate: operation
    .route({
      method: 'POST',
      path: '/formats/validate',
      summary: 'Problems of a format, and the FFmpeg command it means',
      tags: ['formats'],
    })
    .input(z.object({ format: z.unknown() }))
    .output(
      z.object({
        problems: z.array(formatProblemSchema).readonly(),
        command: z.string().nullable(),
      }),
    ),
  save: operation
    .route({
      method: 'PUT',
      path: '/formats',
      summary: 'Create or change an own format',
      tags: ['formats'],
    })
    .input(formatSchema.omit({ builtIn: true }))
    .output(formatSchema),
  duplicate: operation
    .route({
      method: 'POST',
      path: '/formats/{id}/duplicate',
      summary: 'Copy a format to change it',
      tags: ['formats'],
    })
    .input(idInput.extend({ name: z.string().min(1).max(100).optional() }))
    .output(formatSchema),
  remove: operation
    .route({
      method: 'DELETE',
      path: '/formats/{id}',
      summary: 'Delete an own format',
      tags: ['formats'],
    })
    .input(idInput)
    .output(nothing),
  /**
   * Takes AVlogue's own export and the old AVlogue's Django fixtures. Each row for itself: what is right comes in,
   * what is wrong is told.
   */
  import: operation
    .route({
      method: 'POST',
      path: '/formats/import',
      summary: 'Import formats and sets from JSON',
      tags: ['formats'],
    })
    .input(z.object({ json: z.string().max(5_000_000) }))
    .output(
      z.object({
        formatIds: z.array(z.string()).readonly(),
        formatSetIds: z.array(z.string()).readonly(),
        leftOut: z.array(leftOutRowSchema).readonly(),
        remarks: z.array(importRemarkSchema).readonly(),
        /** The remarks in words. */
        notes: z.array(z.string()).readonly(),
      }),
    ),
  export: operation
    .route({
      method: 'POST',
      path: '/formats/export',
      summary: 'Formats and sets as JSON',
      tags: ['formats'],
    })
    .input(
      z.object({
        formatIds: z.array(z.string()).readonly().optional(),
        formatSetIds: z.array(z.string()).readonly().optional(),
      }),
    )
    .output(formatsFileSchema),
};

export const formatSetsContract = {
  list: operation
    .route({
      method: 'GET',
      path: '/format-sets',
      summary: 'Format sets, built-in and own',
      tags: ['formats'],
    })
    .output(z.array(formatSetSchema).readonly()),
  save: operation
    .route({
      method: 'PUT',
      path: '/format-sets',
      summary: 'Create or change an own set',
      tags: ['formats'],
    })
    .input(formatSetSchema.omit({ builtIn: true }))
    .output(formatSetSchema),
  remove: operation
    .route({
      method: 'DELETE',
      path: '/format-sets/{id}',
      summary: 'Delete an own set',
      tags: ['formats'],
    })
    .input(idInput)
    .output(nothing),
};
