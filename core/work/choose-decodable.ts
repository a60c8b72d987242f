import { AppError } from '../errors/app-error.ts';
import type { MediaInfo } from '../model/media-info.ts';

/**
 * The same media with a sound track that can be decoded, or mute when there is none beside a picture.
 * `decodable` holds FFmpeg's codec names; empty: unknown, and everything passes.
 * @throws AppError import/undecodable
 */
export function chooseDecodable(
  info: MediaInfo,
  decodable: ReadonlySet<string>,
  path: string,
): MediaInfo {
  if (decodable.size === 0) return info;
  const { video, audio } = info;
  if (video !== null && !decodable.has(video.codec)) throw undecodable(path, video.codec);
  if (audio === null || decodable.has(audio.codec)) return info;
  const other = info.otherAudio.find(({ codec }) => decodable.has(codec));
  if (other === undefined && video === null) throw undecodable(path, audio.codec);
  const otherAudio = info.otherAudio.filter((track) => track !== other);
  return { ...info, audio: other ?? null, otherAudio: [...otherAudio, audio] };
}

function undecodable(path: string, codec: string): AppError {
  return new AppError(
    'import/undecodable',
    `FFmpeg has no decoder for what is in ${path} (${codec}). Convert it with the program that made it.`,
    { details: { path, codec } },
  );
}
