import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../core/model/library.ts';
import { settingsOf } from '../planner.ts';
import { changeSettings } from './change-settings.ts';
import { definedOf } from './defined-of.ts';
import { examine } from './doctor.ts';
import { streamEvents } from './event-stream.ts';
import type { Implementer } from './implementer.ts';
import type { OperationNeeds } from './needs.ts';

export function systemOperations({ system }: Implementer, needs: OperationNeeds) {
  const { catalog, events, ended, paths, host, version } = needs;
  return {
    info: system.info.handler(() => ({ version, libraryPath: paths.root, host })),
    doctor: system.doctor.handler(() => examine(needs)),
    settings: system.settings.handler(() => settingsOf(catalog)),
    updateSettings: system.updateSettings.handler(async ({ input }): Promise<Settings> => {
      await changeSettings(definedOf(input), needs);
      return settingsOf(catalog);
    }),
    backup: system.backup.handler(async () => ({ file: await backUp(needs) })),
    events: system.events.handler(({ signal }) =>
      streamEvents(events, signal === undefined ? ended : AbortSignal.any([signal, ended])),
    ),
  };
}

/** `backups/catalog-2026-01-31T12-00-00-000Z.json`: sorts by time, and has no colon for Windows. */
async function backUp({ catalog, paths, clock }: OperationNeeds): Promise<string> {
  const at = new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-');
  const file = join(paths.backups, `catalog-${at}.json`);
  await mkdir(paths.backups, { recursive: true });
  await catalog.backup(file);
  return file;
}
