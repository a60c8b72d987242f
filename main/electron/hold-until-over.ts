import { app, powerMonitor } from 'electron';
import type { MainWindow } from './main-window.ts';
import type { Quitting } from './quitting.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Preventable {
  preventDefault(): void;
}

type HeldWindow = Pick<MainWindow, 'browserWindow' | 'hide'>;

/** Nothing ends before `quitting` is over, whoever wants it to: the window, the menu, the system, a signal. */
export function holdUntilOver({ browserWindow, hide }: HeldWindow, quitting: Quitting): () => void {
  const now = () => void quitting.now();
  // without its event in Electron's types; prevented, the system waits until the application has gone
  const shutdown = (event?: Preventable) => {
    event?.preventDefault();
    now();
  };
  const beforeQuit = (event: Preventable) => {
    if (quitting.isOver) return;
    event.preventDefault();
    void quitting.request('quit');
  };

  browserWindow.on('close', (event) => {
    if (quitting.isOver) return;
    event.preventDefault();
    // on a Mac an application outlives its window
    if (process.platform === 'darwin') hide();
    else void quitting.request('close');
  });
  browserWindow.on('session-end', now);
  app.on('before-quit', beforeQuit);
  powerMonitor.on('shutdown', shutdown);
  for (const signal of SIGNALS) process.on(signal, now);
  return () => {
    app.off('before-quit', beforeQuit);
    powerMonitor.off('shutdown', shutdown);
    for (const signal of SIGNALS) process.off(signal, now);
  };
}
