import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Quitting } from './quitting.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Nothing ends before `quitting` is over, whoever wants it to: the window, the menu, the system, a signal. */
export function holdUntilOver(window: BrowserWindow, quitting: Quitting): () => void {
  const now = () => void quitting.now();
  const beforeQuit = (event: { preventDefault(): void }) => {
    if (quitting.isOver) return;
    event.preventDefault();
    void quitting.request('quit');
  };

  window.on('close', (event) => {
    if (quitting.isOver) return;
    event.preventDefault();
    // on a Mac an application outlives its window
    if (process.platform === 'darwin') window.hide();
    else void quitting.request('close');
  });
  window.on('session-end', now);
  app.on('before-quit', beforeQuit);
  powerMonitor.on('shutdown', now);
  for (const signal of SIGNALS) process.on(signal, now);
  return () => {
    app.off('before-quit', beforeQuit);
    powerMonitor.off('shutdown', now);
    for (const signal of SIGNALS) process.off(signal, now);
  };
}
