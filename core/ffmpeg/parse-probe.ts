import { AppError } from '../errors/app-error.ts';
import type { MediaInfo } from '../model/media-info.ts';

export interface FileFacts {
  readonly sizeBytes: number;
  /** From `readMp4`; null where the container knows no such thing. */
  readonly fastStart: boolean | null;
}

/** ffprobe's JSON made sense of. @throws AppError import/not-media, import/undecodable */
export function parseProbe(_json: unknown, _facts: FileFacts): MediaInfo {
  throw new AppError('import/not-media', 'The file holds neither picture nor sound.');
}
