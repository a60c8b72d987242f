import { z } from 'zod';
import { CATALOG_NOTICES } from '../catalog/notices.ts';
import type { Facts } from '../model/facts.ts';
import { type SentenceTable, say, statementFields } from '../text/sentence-table.ts';

/** What the engine tells once, by itself, and that is no error. */
export const NOTICES = {
  ...CATALOG_NOTICES,
  'folder-gone': 'The folder {path} is not there. It is taken up again when it is back.',
  'watches-used-up':
    'The system has no watches left ({systemCode}), so AVlogue looks into {path} every {pollSeconds} s instead. On Linux, raise fs.inotify.max_user_watches to watch without delay.',
} as const satisfies SentenceTable<string>;

export type NoticeCode = keyof typeof NOTICES;

export function isNoticeCode(value: unknown): value is NoticeCode {
  return typeof value === 'string' && Object.hasOwn(NOTICES, value);
}

export const noticeSchema = z.object({
  ...statementFields<NoticeCode>(NOTICES),
  /** In English, from code and facts. */
  message: z.string(),
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

export function createNotice(code: NoticeCode, facts: Facts): Notice {
  return { code, facts, message: say<NoticeCode>(NOTICES, code, facts) };
}
