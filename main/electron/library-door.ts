import type { Place } from '../../core/desktop/bridge.ts';
import type { Engine } from '../engine.ts';
import type { Dialogs } from './dialogs.ts';
import { importChosen } from './import-paths.ts';
import { isKnownPath } from './known-paths.ts';
import { createPathGate } from './path-gate.ts';
import { createPathGrants, type PathGrants } from './path-grants.ts';
import { pathOfPlace } from './place-path.ts';
import { createPortServer, type PortServer } from './serve-port.ts';

/** How the page and the system's dialogs reach the library; all of it waits until the library is open. */
export interface LibraryDoor {
  readonly grants: PathGrants;
  portServer(): Promise<PortServer>;
  pathOfPlace(place: Place): Promise<string>;
  /** What a person chose, dropped on the icon or opened with us. */
  add(paths: readonly string[]): Promise<void>;
}

export interface LibraryDoorNeeds {
  readonly opening: Promise<Engine>;
  readonly dialogs: Pick<Dialogs, 'allowPath'>;
  readonly logFile: string;
}

export function createLibraryDoor({ opening, dialogs, logFile }: LibraryDoorNeeds): LibraryDoor {
  const grants = createPathGrants();
  const serving = opening.then(({ router, catalog }) =>
    createPortServer(
      router,
      createPathGate({
        grants,
        isKnown: (named) => isKnownPath(catalog, named),
        ask: dialogs.allowPath,
      }),
    ),
  );
  // whoever waits for it hears of the failure; nobody may be waiting
  serving.catch(() => {});
  return {
    grants,
    portServer: () => serving,
    pathOfPlace: async (place) => {
      const { catalog, paths } = await opening;
      return pathOfPlace(place, { catalog, paths, logFile });
    },
    async add(paths) {
      grants.grant(paths);
      // why a library cannot be opened is told at the start, once
      const engine = await opening.catch(() => null);
      if (engine !== null) await importChosen(engine, paths);
    },
  };
}
