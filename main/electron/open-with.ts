import { app } from 'electron';
import { z } from 'zod';
import { openedPaths } from './opened-paths.ts';

/** Files that the system hands us: at the start, from a second start, from the dock. Kept until someone listens. */
export interface OpenWith {
  /** @param onOpen paths may be empty: the application was only started again */
  listen(onOpen: (paths: readonly string[]) => void): void;
}

const secondStartSchema = z.object({ paths: z.array(z.string()) });

/** @returns null: another instance runs already and has been handed our files */
export function takeOpenedFiles(): OpenWith | null {
  const paths = openedPaths({
    arguments: process.argv,
    workingFolder: process.cwd(),
    fromSource: process.defaultApp === true,
  });
  if (!app.requestSingleInstanceLock({ paths })) return null;
  let waiting: string[] = [...paths];
  let hand: ((paths: readonly string[]) => void) | null = null;

  function open(more: readonly string[]): void {
    if (hand === null) waiting.push(...more);
    else hand(more);
  }

  app.on('open-file', (event, path) => {
    event.preventDefault();
    open([path]);
  });
  app.on('second-instance', (_event, _arguments, _folder, data) => {
    const sent = secondStartSchema.safeParse(data);
    open(sent.success ? sent.data.paths : []);
  });
  return {
    listen(onOpen) {
      hand = onOpen;
      const early = waiting;
      waiting = [];
      if (early.length > 0) onOpen(early);
    },
  };
}
