import { AppError } from '../../core/errors/app-error.ts';
import type { Media } from '../../core/model/media.ts';
import { isUntouched, statMaster } from '../import/master-stat.ts';
import { refreshMaster } from '../import/refresh-master.ts';
import type { QueueNeeds } from './queue-needs.ts';

/**
 * The media with its master as it is on the disk now, read again when it changed.
 * @throws AppError conversion/master-missing; import/* when it cannot be read any more
 */
export async function readyMaster(
  media: Media,
  needs: QueueNeeds,
  signal: AbortSignal,
): Promise<Media> {
  const { master } = media;
  const found = await statMaster(master.path);
  if (found === null) {
    throw new AppError(
      'conversion/master-missing',
      `The master ${master.path} is not there. Bring it back or connect its drive; it is found again by itself.`,
      { details: { path: master.path } },
    );
  }
  if (isUntouched(master, found) && master.status === 'present') return media;
  return refreshMaster(media, found, needs, signal);
}
