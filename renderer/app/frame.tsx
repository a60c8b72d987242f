import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useEffect, useLayoutEffect } from 'react';
import { CommandCenter } from '../commands/command-center.tsx';
import { LibraryPage } from '../library/library-page.tsx';
import { Busy } from '../parts/busy.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { buildHash, type Route } from '../state/route.ts';
import { useActivity } from '../state/stores.ts';
import { useRoute } from '../state/use-route.ts';
import { useLanguage } from '../texts/language.ts';
import { BatchNotifier } from './batch-notifier.tsx';
import { DialogStage } from './dialog-stage.tsx';
import { DropZone } from './drop-zone.tsx';
import { keepFocus } from './keep-focus.ts';
import { QueueBar } from './queue-bar.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { UploadList } from './upload-list.tsx';
import { ViewGuard } from './view-guard.tsx';
import {
  FormatsPage,
  fetchViewsWhenIdle,
  MediaPage,
  PublishPage,
  QueuePage,
  SettingsPage,
} from './views.ts';

/** The sidebar is a rail of pictures. */
const RAIL = '(max-width: 1199px)';
/** Nothing fits beside the library: what is selected has a page of its own only. */
const NARROW = '(max-width: 899px)';

/** Sidebar, top bar, the view, and the queue at a glance. */
export function Frame() {
  const route = useRoute();
  const { t } = useLanguage();
  const rail = useMediaQuery(RAIL, false, { getInitialValueInEffect: false });
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const lost = useActivity((activity) => activity.connection === 'lost');
  useEffect(fetchViewsWhenIdle, []);
  useEffect(() => keepFocus(document), []);
  const hash = buildHash(route);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view starts at its top
  useLayoutEffect(() => {
    // in braces: newer browsers' scrollTo returns a promise, which React would take for a clean-up
    document.getElementById('content')?.scrollTo(0, 0);
  }, [hash]);
  return (
    <div className="frame" data-rail={rail || undefined} data-narrow={narrow || undefined}>
      <button type="button" className="skip-link" onClick={skipToContent}>
        {t.app.skipLink}
      </button>
      <Sidebar route={route} narrow={rail} />
      <TopBar />
      <main className="frame-main" id="content" tabIndex={-1}>
        {lost && (
          <div className="lost" role="status">
            {t.app.lost}
          </div>
        )}
        <ViewGuard
          // a tab keeps the focus when it shows its panel
          key={route.view === 'formats' ? route.view : hash}
          place={hash}
          fallback={({ message }) => <FailureNote failure={{ code: 'internal/bug', message }} />}
        >
          <Suspense fallback={<Busy>{t.app.loading}</Busy>}>
            <View route={route} narrow={narrow} />
          </Suspense>
        </ViewGuard>
      </main>
      <QueueBar />
      <UploadList />
      <BatchNotifier />
      <DropZone />
      <DialogStage />
      <CommandCenter />
    </div>
  );
}

function View({ route, narrow }: { readonly route: Route; readonly narrow: boolean }) {
  switch (route.view) {
    case 'media':
      return <MediaPage key={route.mediaId} mediaId={route.mediaId} />;
    case 'queue':
      return <QueuePage />;
    case 'publish':
      return <PublishPage targetId={route.targetId} />;
    case 'formats':
      return <FormatsPage tab={route.tab} />;
    case 'settings':
      return <SettingsPage />;
    case 'library':
      return <LibraryPage route={route} narrow={narrow} />;
  }
}

/** A button, since the address after `#` belongs to the route. */
function skipToContent(): void {
  document.getElementById('content')?.focus();
}
