import type { Replayed } from '../../core/catalog/replay.ts';
import type { Media } from '../../core/model/media.ts';
import type { CatalogFiles } from './catalog-files.ts';
import type { SnapshotFile } from './read-base.ts';
import type { JournalContent } from './read-journal.ts';

/** What was found at the start, in words for people. */
export function fallbackNotice(
  { snapshot, previousSnapshot }: CatalogFiles,
  newest: SnapshotFile,
  hasPrevious: boolean,
): string {
  const why = newest.state === 'unreadable' ? `cannot be read: ${newest.why}` : 'is missing';
  const source = hasPrevious ? `${previousSnapshot} and the journals` : 'the journals';
  return `The catalog ${snapshot} ${why}. It was restored from ${source}.`;
}

export function damageNotices(path: string, journal: JournalContent): readonly string[] {
  const { badLines, tornBytes } = journal;
  return [
    ...(badLines > 0
      ? [
          `${count(badLines, 'line')} of ${path} ${badLines === 1 ? 'is' : 'are'} damaged. All others were kept.`,
        ]
      : []),
    ...(tornBytes > 0
      ? [
          `The last line of ${path} had not been written whole when AVlogue ended, and was dropped. It was no finished change.`,
        ]
      : []),
  ];
}

export function replayNotices(
  { missing, refused }: Replayed,
  renamed: readonly Media[],
): readonly string[] {
  return [
    ...missing.map(({ from, to }) =>
      from === to
        ? `Change ${from} of the catalog is lost.`
        : `Changes ${from} to ${to} of the catalog are lost.`,
    ),
    ...refused.map(
      ({ sequence, message }) => `Change ${sequence} of the catalog could not be made: ${message}`,
    ),
    ...renamed.map(
      ({ title, slug }) => `“${title}” is “${slug}” in web addresses now: its name was taken.`,
    ),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
