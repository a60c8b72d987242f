import { useMemo } from 'react';
import { useLibraryCounts } from '../data/queries.ts';
import type { LibraryRoute } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import { FirstStart } from './first-start.tsx';
import { Inspector } from './inspector.tsx';
import { LibraryHeader } from './library-header.tsx';
import { buildListQuery } from './library-query.ts';
import { MediaList } from './media-list.tsx';
import { RefusalList } from './refusal-list.tsx';
import { SelectionBar } from './selection-bar.tsx';

export interface LibraryPageProps {
  readonly route: LibraryRoute;
  readonly narrow: boolean;
}

export function LibraryPage({ route, narrow }: LibraryPageProps) {
  const { shelf, folderId } = route;
  const counts = useLibraryCounts().data;
  const sort = useLibraryView((view) => view.sort);
  const order = useLibraryView((view) => view.order);
  const status = useLibraryView((view) => view.status);
  const text = useLibraryView((view) => view.text);
  const query = useMemo(
    () => buildListQuery({ shelf, folderId, status, text, sort, order }),
    [shelf, folderId, status, text, sort, order],
  );

  if (counts?.all === 0 && shelf !== 'attention') return <FirstStart />;
  return (
    <div className="library">
      <div className="library-list">
        <LibraryHeader shelf={shelf} folderId={folderId} query={query} />
        {shelf === 'attention' && <RefusalList />}
        <MediaList query={query} route={route} narrow={narrow} />
        <SelectionBar narrow={narrow} />
      </div>
      {!narrow && <Inspector />}
    </div>
  );
}
