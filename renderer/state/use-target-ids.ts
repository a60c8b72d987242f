import { useMemo } from 'react';
import { useLibraryView } from './stores.ts';
import { useRoute } from './use-route.ts';

/** What commands are about: the selection of the library, or the media whose page is open. */
export function useTargetIds(): readonly string[] {
  const route = useRoute();
  const selected = useLibraryView((view) => view.selected);
  return useMemo(() => {
    if (route.view === 'media') return [route.mediaId];
    return route.view === 'library' ? [...selected] : [];
  }, [route, selected]);
}
