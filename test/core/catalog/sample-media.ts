import type { Job } from '../../../core/model/job.ts';
import type { Media, Rendition } from '../../../core/model/media.ts';
import type { MediaInfo } from '../../../core/model/media-info.ts';
import { mediaInfo } from '../planning/sample-masters.ts';

/** Sixty-four hexadecimal digits that belong to a number. */
export function hashOf(number: number): string {
  return number.toString(16).padStart(64, '0');
}

export const FINGERPRINT = '1a2b3c4d5e6f7a8b9c0d1e2f';

const RUNGS = [
  { formatId: 'h264-1080p', codec: 'h264', container: 'mp4', width: 1920, height: 1080 },
  { formatId: 'h264-720p', codec: 'h264', container: 'mp4', width: 1280, height: 720 },
  { formatId: 'h264-480p', codec: 'h264', container: 'mp4', width: 854, height: 480 },
  { formatId: 'h264-360p', codec: 'h264', container: 'mp4', width: 640, height: 360 },
  { formatId: 'vp9-1080p', codec: 'vp9', container: 'webm', width: 1920, height: 1080 },
  { formatId: 'vp9-720p', codec: 'vp9', container: 'webm', width: 1280, height: 720 },
] as const;

export function sampleInfo(number = 0): MediaInfo {
  return mediaInfo({
    durationSeconds: 60 + ((number * 37) % 3600),
    sizeBytes: 10_000_000 + ((number * 7919) % 1_000_003) * 100,
    bitrateBps: 8_000_000,
  });
}

/** The first so many rungs, finished, of the master as it is. */
export function sampleRenditions(id: string, masterSha256: string, count: number): Rendition[] {
  return RUNGS.slice(0, count).map(({ formatId, codec, container, width, height }) => ({
    id: `${id}-${formatId}`,
    formatId,
    formatName: formatId,
    recipeFingerprint: FINGERPRINT,
    masterSha256,
    decision: 'encode',
    file: `renditions/${id}/${formatId}.${container}`,
    container,
    mimeType: container === 'mp4' ? 'video/mp4; codecs="avc1.640028, mp4a.40.2"' : 'video/webm',
    codecStrings: container === 'mp4' ? ['avc1.640028', 'mp4a.40.2'] : ['vp09.00.41.08', 'opus'],
    durationSeconds: 61.2,
    sizeBytes: width * height,
    bitrateBps: width * 1500,
    video: {
      codec,
      profile: codec === 'h264' ? 'high' : 'profile0',
      level: codec === 'h264' ? '4.0' : '4.1',
      width,
      height,
      frameRate: 30,
      bitDepth: 8,
    },
    audio: {
      codec: container === 'mp4' ? 'aac' : 'opus',
      channels: 2,
      sampleRateHz: 48_000,
      bitrateBps: 128_000,
    },
    fastStart: container === 'mp4' ? true : null,
    createdAtMs: 1_700_000_000_000,
  }));
}

const WORDS = ['History', 'Äpfel', 'Lecture', 'Garten', 'Übung', 'Concert', 'Señor', 'Interview'];

/** A catalogued media, different for each number. */
export function sampleMedia(number = 0, changes: Partial<Media> = {}): Media {
  const id = changes.id ?? `m${number.toString(36).padStart(15, '0')}`;
  const sha256 = hashOf(number);
  const renditions = changes.renditions ?? sampleRenditions(id, sha256, 0);
  const word = WORDS[number % WORDS.length] ?? '';
  return {
    id,
    kind: 'video',
    slug: `clip-${number}`,
    title: `${word} ${number}`,
    titleSource: 'file-name',
    description: `Recorded on day ${number % 365}, part of the ${word} series.`,
    master: {
      path: `/masters/${word}/clip_${number}.mp4`,
      watchFolderId: null,
      ownedByLibrary: false,
      sizeBytes: 10_000_000 + ((number * 7919) % 1_000_003) * 100,
      modifiedMs: 1_700_000_000_000 + number,
      sha256,
      status: 'present',
    },
    info: sampleInfo(number),
    formatSetIds: [],
    poster: null,
    captions: [],
    planned: renditions.map(({ formatId, recipeFingerprint }) => ({
      formatId,
      fingerprint: recipeFingerprint,
    })),
    problem: null,
    createdAtMs: 1_700_000_000_000 + ((number * 7919) % 1_000_003),
    updatedAtMs: 1_700_000_000_000,
    ...changes,
    renditions,
  };
}

export function sampleJob(number: number, changes: Partial<Job> = {}): Job {
  return {
    id: `j${number}`,
    mediaId: sampleMedia(number).id,
    status: 'queued',
    formatIds: null,
    force: false,
    position: number,
    attempts: 0,
    error: null,
    finishedFormatIds: [],
    createdAtMs: 1_700_000_000_000 + number,
    startedAtMs: null,
    finishedAtMs: null,
    ...changes,
  };
}
