import type { Caption, Media, Rendition } from '../../../core/model/media.ts';
import { mediaInfo, soundOnly } from '../planning/sample-masters.ts';

export const MASTER_SHA256 = 'a'.repeat(64);

export function videoRendition(
  formatId: string,
  video: Partial<NonNullable<Rendition['video']>>,
  changes: Partial<Rendition> = {},
): Rendition {
  const codec = video.codec ?? 'h264';
  const container = codec === 'vp9' || codec === 'vp8' ? 'webm' : 'mp4';
  return {
    id: `r-${formatId}`,
    formatId,
    formatName: formatId.toUpperCase(),
    recipeFingerprint: 'f',
    masterSha256: MASTER_SHA256,
    decision: 'encode',
    file: `renditions/m1/${formatId}.${container}`,
    container,
    mimeType: `video/${container}; codecs="${codec === 'h264' ? 'avc1.640028' : codec}, mp4a.40.2"`,
    codecStrings: [],
    durationSeconds: 60,
    sizeBytes: 7_500_000,
    bitrateBps: 1_000_000,
    video: {
      codec,
      profile: codec === 'h264' ? 'High' : null,
      level: '4.0',
      width: 1280,
      height: 720,
      frameRate: 30,
      bitDepth: 8,
      ...video,
    },
    audio: { codec: 'aac', channels: 2, sampleRateHz: 48_000, bitrateBps: 128_000 },
    fastStart: container === 'mp4' ? true : null,
    createdAtMs: 1_000,
    ...changes,
  };
}

export function soundRendition(
  formatId: string,
  codec: NonNullable<Rendition['audio']>['codec'],
  changes: Partial<Rendition> = {},
): Rendition {
  return {
    ...videoRendition(formatId, {}),
    video: null,
    audio: { codec, channels: 2, sampleRateHz: 48_000, bitrateBps: 128_000 },
    container: 'mp3',
    mimeType: 'audio/mpeg',
    fastStart: null,
    bitrateBps: 128_000,
    ...changes,
  };
}

export function caption(id: string, changes: Partial<Caption> = {}): Caption {
  return {
    id,
    file: `captions/m1/${id}.vtt`,
    kind: 'subtitles',
    language: 'en',
    label: 'English',
    isDefault: false,
    sizeBytes: 100,
    ...changes,
  };
}

/** One rung in each of the web's codecs, and two of H.264. */
export const LADDER: readonly Rendition[] = [
  videoRendition('h264-480p', { width: 854, height: 480 }, { bitrateBps: 900_000 }),
  videoRendition('vp9-720p', { codec: 'vp9' }, { bitrateBps: 1_400_000 }),
  videoRendition('h264-1080p', { width: 1920, height: 1080 }, { bitrateBps: 5_000_000 }),
  videoRendition('av1-720p', { codec: 'av1' }, { bitrateBps: 1_100_000 }),
  videoRendition('hevc-720p', { codec: 'hevc' }, { bitrateBps: 1_600_000 }),
];

export function videoMedia(changes: Partial<Media> = {}): Media {
  return {
    id: 'm1',
    kind: 'video',
    slug: 'harbour-at-dawn',
    title: 'Harbour at dawn',
    titleSource: 'file-name',
    description: 'Boats leave before the sun is up.',
    master: {
      path: '/masters/harbour.mov',
      watchFolderId: null,
      ownedByLibrary: false,
      sizeBytes: 1,
      modifiedMs: 1,
      sha256: MASTER_SHA256,
      status: 'present',
    },
    info: mediaInfo(),
    formatSetIds: [],
    poster: {
      file: 'posters/m1-1.jpg',
      width: 1280,
      height: 720,
      sizeBytes: 1,
      source: 'frame',
      atSeconds: 3,
    },
    captions: [],
    renditions: LADDER,
    planned: [],
    problem: null,
    createdAtMs: Date.UTC(2026, 4, 17),
    updatedAtMs: Date.UTC(2026, 4, 17),
    ...changes,
  };
}

export function audioMedia(changes: Partial<Media> = {}): Media {
  return videoMedia({
    kind: 'audio',
    slug: 'rain',
    title: 'Rain',
    info: soundOnly(),
    renditions: [
      soundRendition('mp3', 'mp3'),
      soundRendition('wav', 'pcm_s16le', { container: 'wav', mimeType: 'audio/wav' }),
      soundRendition('opus', 'opus', {
        container: 'webm',
        mimeType: 'audio/webm; codecs="opus"',
      }),
    ],
    ...changes,
  });
}
