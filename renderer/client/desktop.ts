import { type DesktopBridge, PORT_MESSAGE } from '../../core/desktop/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload of the desktop window; a browser has none. */
    readonly avlogue?: DesktopBridge;
  }
}

export function findDesktop(): DesktopBridge | null {
  return window.avlogue ?? null;
}

/** Asks the shell for a port to the engine. @throws when the shell refuses */
export async function connectPort(desktop: DesktopBridge): Promise<MessagePort> {
  const { promise, resolve } = Promise.withResolvers<MessagePort>();
  const listening = new AbortController();
  window.addEventListener(
    'message',
    ({ source, data, ports: [port] }) => {
      if (source === window && data?.type === PORT_MESSAGE && port !== undefined) resolve(port);
    },
    { signal: listening.signal },
  );
  try {
    await desktop.connect();
    const port = await promise;
    port.start();
    return port;
  } finally {
    listening.abort();
  }
}
