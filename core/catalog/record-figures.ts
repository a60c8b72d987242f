import { isListOf, isRecord, type RawRecord } from './raw-record.ts';

/**
 * Whether all figures of what a catalog says is in a master are numbers. They become part of FFmpeg's filter graphs,
 * in which a text could name other files to read and to write. By hand for the same reason as `record-places.ts`.
 */
export function hasRightFigures(info: unknown): boolean {
  if (!isRecord(info)) return false;
  return (
    areNumbers(info, ['durationSeconds', 'sizeBytes', 'bitrateBps']) &&
    areNumbersOrNull(info, ['coverArtIndex']) &&
    (info.video === null || isVideo(info.video)) &&
    (info.audio === null || isAudio(info.audio)) &&
    isListOf(info.otherAudio, isAudio) &&
    isListOf(info.subtitles, (track) => areNumbers(track, ['index'])) &&
    isListOf(info.chapters, (chapter) => areNumbers(chapter, ['startSeconds', 'endSeconds']))
  );
}

const VIDEO_FIGURES = 'index width height codedWidth codedHeight rotation bitDepth'.split(' ');

function isVideo(track: unknown): boolean {
  return (
    isRecord(track) &&
    areNumbers(track, VIDEO_FIGURES) &&
    areNumbersOrNull(track, ['level', 'frameRate', 'bitrateBps']) &&
    isRecord(track.sampleAspectRatio) &&
    areNumbers(track.sampleAspectRatio, ['numerator', 'denominator'])
  );
}

function isAudio(track: unknown): boolean {
  return (
    isRecord(track) &&
    areNumbers(track, ['index', 'channels', 'sampleRateHz']) &&
    areNumbersOrNull(track, ['bitDepth', 'bitrateBps'])
  );
}

function areNumbers(record: RawRecord, names: readonly string[]): boolean {
  return names.every((name) => typeof record[name] === 'number');
}

function areNumbersOrNull(record: RawRecord, names: readonly string[]): boolean {
  return names.every((name) => record[name] === null || typeof record[name] === 'number');
}
