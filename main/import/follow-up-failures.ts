import type { ErrorCode } from '../../core/errors/error-codes.ts';
import type { Media } from '../../core/model/media.ts';
import { isAboutContent } from './refusals.ts';

/** What could not be made for media, and whether there is use in trying again. */
export interface FollowUpFailures {
  /** Whether trying now would only fail again. */
  stands(media: Media): boolean;
  /** @returns whether it is news: a failure that was told already is not told at every try */
  add(media: Media, code: ErrorCode): boolean;
  /** The media changed, or a person asks: what may have passed is worth a try. */
  tryAgain(media: Media): void;
  /** The master went away: it may have been about to when it could not be read. */
  forget(media: Media): void;
}

/** Beside those of an import: the same master gives the same end. */
const ABOUT_MASTER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'conversion/ffmpeg-failed',
  'conversion/master-damaged',
  'conversion/verification-failed',
  'conversion/stalled',
]);

export function createFollowUpFailures(): FollowUpFailures {
  /** By media and content: stands until the master changes. */
  const lasting = new Set<string>();
  /** By media: disks are full, drives unplugged and files kept by other programs only for a while. */
  const passing = new Set<string>();
  const told = new Set<string>();

  return {
    stands: (media) => lasting.has(keyOf(media)) || passing.has(media.id),
    add(media, code) {
      const isLasting = isAboutContent(code) || ABOUT_MASTER.has(code);
      if (isLasting) lasting.add(keyOf(media));
      else passing.add(media.id);
      const key = `${keyOf(media)}.${code}`;
      const isNews = isLasting || !told.has(key);
      told.add(key);
      return isNews;
    },
    tryAgain: ({ id }) => void passing.delete(id),
    forget(media) {
      passing.delete(media.id);
      lasting.delete(keyOf(media));
    },
  };
}

function keyOf({ id, master }: Media): string {
  return `${id}.${master.sha256}`;
}
