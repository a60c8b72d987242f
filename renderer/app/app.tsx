import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect, useMemo, useRef } from 'react';
import type { Settings } from '../../core/model/library.ts';
import { isTokenRefused } from '../client/read-failure.ts';
import { useServices } from '../client/services.ts';
import { followEvents } from '../data/follow-events.ts';
import { useSettings } from '../data/queries.ts';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import type { Look } from '../state/last-look.ts';
import { useActivity, useStores } from '../state/stores.ts';
import { explainEvent } from '../texts/explain-system.ts';
import { chooseLanguage, type Language, LanguageContext } from '../texts/language.ts';
import { Frame } from './frame.tsx';
import { resolveVariables, themeIn } from './theme.ts';

export function App() {
  const settings = useSettings();
  const connection = useActivity((activity) => activity.connection);
  const look = useLook(settings.data);
  const language = useMemo(
    () => chooseLanguage(look.language, navigator.languages),
    [look.language],
  );
  const scheme = useScheme(look.theme);
  const theme = useMemo(() => themeIn(language.t), [language]);
  useEvents(language);
  useEffect(() => {
    document.documentElement.lang = language.figures.locale;
  }, [language]);

  const refused =
    connection === 'refused' || (settings.failure !== null && isTokenRefused(settings.failure));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      forceColorScheme={scheme}
    >
      <LanguageContext value={language}>
        <Notifications position="bottom-center" limit={4} containerWidth={460} />
        {refused && (
          <EmptyState
            icon="🔑"
            title={language.t.app.refusedTitle}
            hint={language.t.app.refusedText}
          />
        )}
        {!refused && settings.data !== undefined && <Frame />}
        {!refused && settings.data === undefined && (
          <main className="page-centre">
            {settings.failure === null ? (
              <Busy>{language.t.app.connecting}</Busy>
            ) : (
              <FailureNote failure={settings.failure} />
            )}
          </main>
        )}
      </LanguageContext>
    </MantineProvider>
  );
}

function useEvents(language: Language): void {
  const latest = useRef(language);
  latest.current = language;
  const services = useServices();
  const stores = useStores();
  useEffect(
    () =>
      followEvents({
        services,
        stores,
        onNotice: (notice) =>
          notifications.show({
            // once for what is the same, and each of what differs in what it is about
            id: `${notice.code} ${notice.message}`,
            message: explainEvent(notice, latest.current),
            withBorder: true,
            color: COLOURS[notice.level],
          }),
      }),
    [services, stores],
  );
}

const COLOURS = { info: 'brand', warning: 'yellow', error: 'red' } as const;

/** As settled, or as it was last until that is known. */
function useLook(settings: Settings | undefined): Look {
  const { lastLook } = useStores();
  useEffect(() => {
    if (settings !== undefined) lastLook.keep(settings);
  }, [settings, lastLook]);
  return settings ?? lastLook.look;
}

/** High contrast is light or dark as the system is, with stronger tokens. */
function useScheme(setting: Settings['theme']): 'light' | 'dark' {
  const system = useColorScheme(undefined, { getInitialValueInEffect: false });
  useEffect(() => {
    document.documentElement.dataset.contrast = setting === 'high-contrast' ? 'high' : 'normal';
  }, [setting]);
  if (setting === 'light' || setting === 'dark') return setting;
  return system === 'dark' ? 'dark' : 'light';
}
