import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { catalogNoticeSchema } from '../catalog/notices.ts';
import { engineEventSchema } from '../model/engine-event.ts';
import { settingsSchema } from '../model/library.ts';
import { CHECKS, type CheckCode } from '../system/checks.ts';
import { TOOL_VERDICTS, type ToolVerdict } from '../system/tool-verdicts.ts';
import { statementFields } from '../text/sentence-table.ts';
import { noInput, operation } from './operation.ts';

export const binaryCandidateSchema = z.object({
  source: z.enum(['setting', 'environment', 'ffmpeg-static', 'ffprobe-static', 'system']),
  path: z.string(),
  works: z.boolean(),
  version: z.string().nullable(),
  /** Why it was chosen or not; `reason` says it in English. */
  ...statementFields<ToolVerdict>(TOOL_VERDICTS),
  reason: z.string(),
});

export const toolChoiceSchema = z.object({
  chosen: z.string().nullable(),
  version: z.string().nullable(),
  candidates: z.array(binaryCandidateSchema).readonly(),
});

export const doctorReportSchema = z.object({
  version: z.string(),
  nodeVersion: z.string(),
  libraryPath: z.string(),
  ffmpeg: toolChoiceSchema,
  ffprobe: toolChoiceSchema,
  encoders: z.array(z.string()).readonly(),
  unavailableFormats: z
    .array(z.object({ formatId: z.string(), encoders: z.array(z.string()).readonly() }))
    .readonly(),
  processors: z.int(),
  parallelJobs: z.int(),
  encoderThreads: z.int(),
  freeBytes: z.number().nullable(),
  catalog: z.object({
    mediaCount: z.int(),
    snapshotBytes: z.number(),
    journalBytes: z.number(),
    /** What was repaired or set aside at the start. */
    notices: z.array(catalogNoticeSchema).readonly(),
  }),
  checks: z
    .array(
      z.object({
        name: z.string(),
        ok: z.boolean(),
        ...statementFields<CheckCode>(CHECKS),
        /** In English, from code and facts. */
        message: z.string(),
      }),
    )
    .readonly(),
});
export type DoctorReport = Readonly<z.infer<typeof doctorReportSchema>>;
export type ToolChoice = Readonly<z.infer<typeof toolChoiceSchema>>;
export type BinaryCandidate = Readonly<z.infer<typeof binaryCandidateSchema>>;

export const systemContract = {
  info: operation
    .route({ method: 'GET', path: '/info', summary: 'Version and library', tags: ['system'] })
    .output(
      z.object({
        version: z.string(),
        libraryPath: z.string(),
        host: z.enum(['desktop', 'browser', 'terminal']),
      }),
    ),
  doctor: operation
    .route({
      method: 'GET',
      path: '/doctor',
      summary: 'What AVlogue found on this machine, and whether it works',
      tags: ['system'],
    })
    .output(doctorReportSchema),
  settings: operation
    .route({ method: 'GET', path: '/settings', summary: 'Settings', tags: ['system'] })
    .output(settingsSchema),
  updateSettings: operation
    .route({ method: 'PATCH', path: '/settings', summary: 'Change settings', tags: ['system'] })
    .input(settingsSchema.omit({ id: true }).partial())
    .output(settingsSchema),
  backup: operation
    .route({
      method: 'POST',
      path: '/backup',
      summary: 'Write a copy of the catalog into the library’s backups folder',
      tags: ['system'],
    })
    .input(noInput)
    .output(z.object({ file: z.string() })),
  events: operation
    .route({
      method: 'GET',
      path: '/events',
      summary: 'What happens, as server-sent events',
      tags: ['system'],
    })
    .output(eventIterator(engineEventSchema)),
};
