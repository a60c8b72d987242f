import { type ComponentType, lazy } from 'react';

/** What the first window does not need comes in files of its own: views other than the library, and the player. */
const loaders = {
  media: () => import('../media/media-page.tsx'),
  queue: () => import('../queue/queue-page.tsx'),
  publish: () => import('../publish/publish-page.tsx'),
  formats: () => import('../formats/formats-page.tsx'),
  settings: () => import('../settings/settings-page.tsx'),
} as const;

export const MediaPage = lazy(() => loaders.media().then((part) => shown(part.MediaPage)));
export const QueuePage = lazy(() => loaders.queue().then((part) => shown(part.QueuePage)));
export const PublishPage = lazy(() => loaders.publish().then((part) => shown(part.PublishPage)));
export const FormatsPage = lazy(() => loaders.formats().then((part) => shown(part.FormatsPage)));
export const SettingsPage = lazy(() => loaders.settings().then((part) => shown(part.SettingsPage)));

/** Fetches all views while nothing else is to be done, so that changing to one waits for nothing. */
export function fetchViewsWhenIdle(): () => void {
  const handle = window.requestIdleCallback(() => {
    // one that cannot be had now is asked for again, and missed, when it is opened
    for (const load of Object.values(loaders)) load().catch(() => undefined);
  });
  return () => window.cancelIdleCallback(handle);
}

function shown<Props>(view: ComponentType<Props>): { readonly default: ComponentType<Props> } {
  return { default: view };
}
