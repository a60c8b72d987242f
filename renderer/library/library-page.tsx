import { useMemo } from 'react';
import { buildListQuery } from '../data/list-query.ts';
import { useLibraryCounts, useRefusals } from '../data/queries.ts';
import { Busy } from '../parts/busy.tsx';
import type { LibraryRoute } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { FirstStart } from './first-start.tsx';
import { Inspector } from './inspector.tsx';
import { LibraryHeader } from './library-header.tsx';
import { MediaList } from './media-list.tsx';
import { RefusalList } from './refusal-list.tsx';
import { SelectionBar } from './selection-bar.tsx';

export interface LibraryPageProps {
  readonly route: LibraryRoute;
  readonly narrow: boolean;
}

export function LibraryPage({ route, narrow }: LibraryPageProps) {
  const { shelf, folderId } = route;
  const { t } = useLanguage();
  const { data: counts, failure } = useLibraryCounts();
  const refusals = useRefusals();
  const sort = useLibraryView((view) => view.sort);
  const order = useLibraryView((view) => view.order);
  const status = useLibraryView((view) => view.status);
  const text = useLibraryView((view) => view.text);
  const query = useMemo(
    () => buildListQuery({ shelf, folderId, status, text, sort, order }),
    [shelf, folderId, status, text, sort, order],
  );

  // neither pictures nor the first steps, before it is known which of them it will be
  const unknown = counts === undefined || (shelf === 'attention' && refusals.data === undefined);
  if (unknown && failure === null && refusals.failure === null) {
    return <Busy>{t.app.loading}</Busy>;
  }
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
