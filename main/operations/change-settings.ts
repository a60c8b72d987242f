import { settingsPatch } from '../../core/catalog/settings-patch.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Settings } from '../../core/model/library.ts';
import type { MediaKind } from '../../core/model/scalars.ts';
import { settingsOf } from '../planner.ts';
import { definedOf } from './defined-of.ts';
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
  const { queuePaused, ...others } = definedOf(fields);
  if (Object.keys(others).length > 0) await catalog.commit([settingsPatch(others)]);
  const { ffmpegPath, ffprobePath } = settingsOf(catalog);
  const isOther = ffmpegPath !== before.ffmpegPath || ffprobePath !== before.ffprobePath;
  const chosen = [fields.ffmpegPath, fields.ffprobePath].filter((path) => typeof path === 'string');
  if (isOther || chosen.length > 0) await needs.findBinariesAgain(chosen);
  if (queuePaused !== undefined) await (queuePaused ? queue.pause() : queue.resume());
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
