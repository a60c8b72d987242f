import { AppError } from '../../core/errors/app-error.ts';
import type { Settings } from '../../core/model/library.ts';
import type { MediaKind } from '../../core/model/scalars.ts';
import { settingsOf } from '../planner.ts';
import type { OperationNeeds } from './needs.ts';
import { requireAbsolute } from './require-absolute.ts';
import { requireFormatSets } from './require-formats.ts';

/** Checks, commits, then lets the parts of the engine take up what concerns them. */
export async function changeSettings(
  fields: Partial<Omit<Settings, 'id'>>,
  needs: OperationNeeds,
): Promise<void> {
  const { catalog, queue } = needs;
  const before = settingsOf(catalog);
  check(fields, catalog);
  const { queuePaused = before.queuePaused, ...others } = fields;
  const record = { ...before, ...others };
  await catalog.commit([{ type: 'put', collection: 'settings', record }]);
  if (record.ffmpegPath !== before.ffmpegPath || record.ffprobePath !== before.ffprobePath) {
    await needs.findBinariesAgain();
  }
  if (queuePaused !== before.queuePaused) await (queuePaused ? queue.pause() : queue.resume());
}

function check(fields: Partial<Settings>, catalog: OperationNeeds['catalog']): void {
  for (const field of ['ffmpegPath', 'ffprobePath'] as const) {
    const path = fields[field];
    if (path !== undefined && path !== null) requireAbsolute(path, field);
  }
  checkSet('videoFormatSetId', fields.videoFormatSetId, 'video');
  checkSet('audioFormatSetId', fields.audioFormatSetId, 'audio');

  function checkSet(field: string, id: string | undefined, kind: MediaKind): void {
    if (id === undefined) return;
    const [set] = requireFormatSets([id], catalog);
    if (set?.kind === kind) return;
    throw new AppError('input/invalid', `The set “${set?.name}” is not for ${kind}.`, {
      details: { field },
    });
  }
}
