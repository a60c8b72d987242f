import { z } from 'zod';
import type { Facts } from '../model/facts.ts';
import { type SentenceTable, say, statementFields } from '../text/sentence-table.ts';

/** What was repaired or set aside while the catalog was opened. */
export const CATALOG_NOTICES = {
  restored: [
    'The catalog {snapshot} cannot be read: {why}. It was restored from {previousSnapshot} and the journals.',
    'The catalog {snapshot} cannot be read: {why}. It was restored from the journals.',
    'The catalog {snapshot} is missing. It was restored from {previousSnapshot} and the journals.',
    'The catalog {snapshot} is missing. It was restored from the journals.',
  ],
  'lines-damaged':
    '{lines} {lines?line|lines} of {path} {lines?is|are} damaged. All others were kept.',
  'line-torn':
    'The last line of {path} had not been written whole when AVlogue ended, and was dropped. It was no finished change.',
  'changes-lost': [
    'Changes {from} to {to} of the catalog are lost.',
    'Change {from} of the catalog is lost.',
  ],
  'change-refused': 'Change {sequence} of the catalog could not be made: {why}',
  'slug-changed': '“{title}” is “{slug}” in web addresses now: its name was taken.',
  'file-kept': 'The damaged file was kept as {path}.',
} as const satisfies SentenceTable<string>;

export type CatalogNoticeCode = keyof typeof CATALOG_NOTICES;

export const catalogNoticeSchema = z.object({
  ...statementFields<CatalogNoticeCode>(CATALOG_NOTICES),
  /** In English, from code and facts. */
  message: z.string(),
});
export type CatalogNotice = Readonly<z.infer<typeof catalogNoticeSchema>>;

export function catalogNotice(code: CatalogNoticeCode, facts: Facts): CatalogNotice {
  return { code, facts, message: say<CatalogNoticeCode>(CATALOG_NOTICES, code, facts) };
}
