import { SegmentedControl, Select, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import type { ListQuery } from '../data/list-query.ts';
import { useRefusals, useWatchFolders } from '../data/queries.ts';
import type { Shelf } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import type { Texts } from '../texts/en.ts';
import { useLanguage } from '../texts/language.ts';
import { mediaStatuses } from './media-statuses.ts';
import { useMediaWindow } from './use-media-window.ts';

export interface LibraryHeaderProps {
  readonly shelf: Shelf;
  readonly folderId: string | null;
  readonly query: ListQuery;
}

const SORTS = [
  ['added', 'descending'],
  ['added', 'ascending'],
  ['title', 'ascending'],
  ['duration', 'descending'],
  ['size', 'descending'],
  ['status', 'ascending'],
] as const;

export function LibraryHeader({ shelf, folderId, query }: LibraryHeaderProps) {
  const { t, figures } = useLanguage();
  const folder = useWatchFolders().data?.find(({ id }) => id === folderId);
  const { total: found } = useMediaWindow(query, { first: 0, last: 0 });
  const refused = useRefusals().data?.length ?? 0;
  // the same count as beside it in the sidebar: each thing once
  const total = found === null ? null : found + (shelf === 'attention' ? refused : 0);
  return (
    <header className="view-head">
      <h1 className="view-title">
        {folder?.path ?? t.nav[shelf]}{' '}
        {total !== null && <span className="view-count">{figures.number(total)}</span>}
      </h1>
      <div className="view-tools">
        {shelf !== 'attention' && <StatusFilter />}
        <SortChoice />
        <ModeChoice />
      </div>
    </header>
  );
}

function StatusFilter() {
  const { t } = useLanguage();
  const status = useLibraryView((view) => view.status);
  const setStatus = useLibraryView((view) => view.setStatus);
  return (
    <Select
      size="xs"
      w={140}
      aria-label={t.library.statusFilter}
      value={status ?? ''}
      data={[
        { value: '', label: t.library.allStatuses },
        ...mediaStatuses.map((value) => ({ value, label: t.status[value] })),
      ]}
      onChange={(value) => setStatus(mediaStatuses.find((one) => one === value) ?? null)}
    />
  );
}

function SortChoice() {
  const { t } = useLanguage();
  const sort = useLibraryView((view) => view.sort);
  const order = useLibraryView((view) => view.order);
  const setSort = useLibraryView((view) => view.setSort);
  return (
    <Select
      size="xs"
      w={140}
      aria-label={t.sort.label}
      value={`${sort} ${order}`}
      data={SORTS.map(([by, direction]) => ({
        value: `${by} ${direction}`,
        label: sortWords(by, direction, t),
      }))}
      onChange={(value) => {
        const choice = SORTS.find(([by, direction]) => `${by} ${direction}` === value);
        if (choice !== undefined) setSort(choice[0], choice[1]);
      }}
    />
  );
}

function sortWords(
  by: (typeof SORTS)[number][0],
  direction: (typeof SORTS)[number][1],
  t: Texts,
): string {
  return by === 'added' && direction === 'ascending' ? t.sort.addedAscending : t.sort[by];
}

function ModeChoice() {
  const { t } = useLanguage();
  const mode = useLibraryView((view) => view.mode);
  const setMode = useLibraryView((view) => view.setMode);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.library.view}
      value={mode}
      onChange={(value) => setMode(value === 'list' ? 'list' : 'grid')}
      data={[
        { value: 'grid', label: <ModeLabel Icon={IconLayoutGrid} word={t.library.grid} /> },
        { value: 'list', label: <ModeLabel Icon={IconList} word={t.library.list} /> },
      ]}
    />
  );
}

function ModeLabel({ Icon, word }: { readonly Icon: typeof IconList; readonly word: string }) {
  return (
    <Tooltip label={word}>
      <span className="mode-label">
        <Icon size={16} aria-hidden />
        <VisuallyHidden>{word}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
