import { isLosslessAudio } from '../codecs/efficiency.ts';
import type { MediaInfo } from '../model/media-info.ts';

/** Bits per second of the whole master: as stated, else from size and duration; null when neither says. */
export function masterBitrateBps(info: MediaInfo): number | null {
  if (info.bitrateBps > 0) return info.bitrateBps;
  if (info.durationSeconds > 0 && info.sizeBytes > 0)
    return (info.sizeBytes * 8) / info.durationSeconds;
  return null;
}

/** The sound's rate: as stated; in a file with nothing else the whole file's; null when unknown. */
export function masterAudioBitrateBps(info: MediaInfo): number | null {
  if (info.audio === null) return null;
  if (info.audio.bitrateBps !== null) return info.audio.bitrateBps;
  const alone = info.video === null && info.otherAudio.length === 0 && info.coverArtIndex === null;
  return alone ? masterBitrateBps(info) : null;
}

/** The picture's rate: as stated, else what the sound leaves of the whole; null when unknown. */
export function masterVideoBitrateBps(info: MediaInfo): number | null {
  if (info.video === null) return null;
  if (info.video.bitrateBps !== null) return info.video.bitrateBps;
  const whole = masterBitrateBps(info);
  if (whole === null) return null;
  const left = whole - soundBitrateBps(info);
  return Math.max(left, whole / 10);
}

function soundBitrateBps(info: MediaInfo): number {
  return [info.audio, ...info.otherAudio].reduce((sum, track) => {
    if (track === null) return sum;
    return sum + (track.bitrateBps ?? typicalBitrateBps(track));
  }, 0);
}

function typicalBitrateBps(track: NonNullable<MediaInfo['audio']>): number {
  if (!isLosslessAudio(track.codec)) return 64_000 * track.channels;
  return track.channels * track.sampleRateHz * (track.bitDepth ?? 16);
}
