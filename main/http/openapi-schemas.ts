import { offeredFormatSchema } from '../../core/contract/formats.ts';
import { importResultSchema } from '../../core/contract/import.ts';
import { jobRowSchema } from '../../core/contract/jobs.ts';
import { mediaDetailSchema } from '../../core/contract/media.ts';
import { deviceSchema } from '../../core/model/device.ts';
import { engineEventSchema } from '../../core/model/engine-event.ts';
import { errorReportSchema } from '../../core/model/error-report.ts';
import { formatSchema, formatSetSchema } from '../../core/model/format.ts';
import { jobProgressSchema } from '../../core/model/job.ts';
import { publishTargetSchema, settingsSchema } from '../../core/model/library.ts';
import { posterSchema } from '../../core/model/media.ts';
import { mediaInfoSchema } from '../../core/model/media-info.ts';
import { planSchema } from '../../core/model/plan.ts';
import { snippetOptionsSchema } from '../../core/snippet/snippet-options.ts';

/** What clients get a type of its own for. */
export const COMMON_SCHEMAS = {
  ErrorReport: { schema: errorReportSchema, strategy: 'output' },
  Media: { schema: mediaDetailSchema, strategy: 'output' },
  Poster: { schema: posterSchema, strategy: 'output' },
  MediaInfo: { schema: mediaInfoSchema, strategy: 'output' },
  Format: { schema: formatSchema, strategy: 'output' },
  OfferedFormat: { schema: offeredFormatSchema, strategy: 'output' },
  FormatSet: { schema: formatSetSchema, strategy: 'output' },
  Device: { schema: deviceSchema, strategy: 'output' },
  Plan: { schema: planSchema, strategy: 'output' },
  Job: { schema: jobRowSchema, strategy: 'output' },
  JobProgress: { schema: jobProgressSchema, strategy: 'output' },
  ImportResult: { schema: importResultSchema, strategy: 'output' },
  PublishTarget: { schema: publishTargetSchema, strategy: 'output' },
  Settings: { schema: settingsSchema, strategy: 'output' },
  Event: { schema: engineEventSchema, strategy: 'output' },
  SnippetOptions: { schema: snippetOptionsSchema, strategy: 'input' },
} as const;

export function schemaRef(name: keyof typeof COMMON_SCHEMAS) {
  return { $ref: `#/components/schemas/${name}` };
}
