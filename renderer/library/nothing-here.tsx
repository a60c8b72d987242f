import { Button } from '@mantine/core';
import { IconDragDrop, IconMoodSmile, IconPhotoSearch } from '@tabler/icons-react';
import { useRefusals } from '../data/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import type { Shelf } from '../state/route.ts';
import { useLibraryView, useStores } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

/** Why a list is empty, and the way on. */
export function NothingHere({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useLanguage();
  const { library } = useStores();
  const filtered = useLibraryView((view) => view.text.trim() !== '' || view.status !== null);
  const refused = useRefusals().data?.length ?? 0;
  // what needs attention stands above then
  if (shelf === 'attention' && !filtered && refused > 0) return null;
  if (shelf === 'attention' && !filtered) {
    return (
      <EmptyState
        icon={<IconMoodSmile size={40} stroke={1.3} />}
        title={t.library.emptyAttention}
        hint={t.library.emptyAttentionHint}
      />
    );
  }
  if (!filtered) {
    return (
      <EmptyState
        icon={<IconDragDrop size={40} stroke={1.3} />}
        title={t.library.emptyKind}
        hint={t.library.emptyKindHint}
      />
    );
  }
  const showAll = () => {
    library.getState().setStatus(null);
    library.getState().setText('');
  };
  return (
    <EmptyState
      icon={<IconPhotoSearch size={40} stroke={1.3} />}
      title={t.library.nothingFound}
      hint={t.library.nothingFoundHint}
    >
      <Button variant="default" onClick={showAll}>
        {t.library.clearFilters}
      </Button>
    </EmptyState>
  );
}
