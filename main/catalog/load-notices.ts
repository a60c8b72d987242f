import { type CatalogNotice, catalogNotice } from '../../core/catalog/notices.ts';
import type { Replayed } from '../../core/catalog/replay.ts';
import type { Media } from '../../core/model/media.ts';
import type { CatalogFiles } from './catalog-files.ts';
import type { SnapshotFile } from './read-base.ts';
import type { JournalContent } from './read-journal.ts';

/** What was found at the start, for people to know. */
export function fallbackNotice(
  { snapshot, previousSnapshot }: CatalogFiles,
  newest: SnapshotFile,
  hasPrevious: boolean,
): CatalogNotice {
  return catalogNotice('restored', {
    snapshot,
    why: newest.state === 'unreadable' ? newest.why : null,
    previousSnapshot: hasPrevious ? previousSnapshot : null,
  });
}

export function damageNotices(path: string, journal: JournalContent): readonly CatalogNotice[] {
  const { badLines: lines, tornBytes } = journal;
  return [
    ...(lines > 0 ? [catalogNotice('lines-damaged', { path, lines })] : []),
    ...(tornBytes > 0 ? [catalogNotice('line-torn', { path })] : []),
  ];
}

export function replayNotices(
  { missing, refused }: Replayed,
  renamed: readonly Media[],
): readonly CatalogNotice[] {
  return [
    ...missing.map(({ from, to }) =>
      catalogNotice('changes-lost', { from, to: from === to ? null : to }),
    ),
    ...refused.map(({ sequence, message }) =>
      catalogNotice('change-refused', { sequence, why: message }),
    ),
    ...renamed.map(({ title, slug }) => catalogNotice('slug-changed', { title, slug })),
  ];
}
