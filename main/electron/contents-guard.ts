import { app, type Session, shell, type WebContents } from 'electron';
import type { Logger } from '../logger.ts';
import { isOwnAddress } from './app-scheme.ts';
import { isOutsideLink } from './outside-links.ts';
import { allowsPermission } from './permissions.ts';

/** A preview of embed code is written into its frame and comes from nowhere. */
const WRITTEN_FRAMES: ReadonlySet<string> = new Set(['about:srcdoc', 'about:blank']);

/** Nothing that is ever shown may lead elsewhere, open a window or embed a guest. Returns its end. */
export function guardAllContents(logger: Logger): () => void {
  const guard = (_event: unknown, contents: WebContents) => guardContents(contents, logger);
  app.on('web-contents-created', guard);
  return () => {
    app.off('web-contents-created', guard);
  };
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(allowsPermission(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    allowsPermission(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
}

function guardContents(contents: WebContents, logger: Logger): void {
  contents.setWindowOpenHandler(({ url }) => {
    leadOutside(url, logger);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    const { url, isMainFrame } = event;
    if (isOwnAddress(url) || (!isMainFrame && WRITTEN_FRAMES.has(url))) return;
    event.preventDefault();
    if (isMainFrame) leadOutside(url, logger);
    else logger.warn(`A frame was kept from going to ${url}.`);
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function leadOutside(url: string, logger: Logger): void {
  if (!isOutsideLink(url)) {
    logger.warn(`The page was kept from opening ${url}.`);
    return;
  }
  shell.openExternal(url).catch((error: unknown) => {
    logger.warn(`The system did not open ${url}.`, error);
  });
}
