import { CATALOG_NOTICES } from '../catalog/notices.ts';
import type { SentenceTable } from '../text/sentence-table.ts';

/** What the engine tells once, by itself, and that is no error. */
export const NOTICES = {
  ...CATALOG_NOTICES,
  'watches-used-up':
    'The system has no watches left ({systemCode}), so AVlogue looks into {path} every {pollSeconds} s instead. On Linux, raise fs.inotify.max_user_watches to watch without delay.',
} as const satisfies SentenceTable<string>;

export type NoticeCode = keyof typeof NOTICES;

export function isNoticeCode(value: unknown): value is NoticeCode {
  return typeof value === 'string' && Object.hasOwn(NOTICES, value);
}
