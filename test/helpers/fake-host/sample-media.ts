import type { MediaRow, MediaStatus } from '../../../core/catalog/query.ts';
import type { MediaDetail } from '../../../core/contract/media.ts';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import type { MediaInfo } from '../../../core/model/media-info.ts';
import type { Plan } from '../../../core/model/plan.ts';
import { planMedia } from '../../../core/planning/plan-media.ts';
import {
  audioTrack,
  mediaInfo,
  planRequest,
  soundOnly,
  videoTrack,
} from '../../core/planning/sample-masters.ts';
import { randomFrom } from './sample-pictures.ts';
import { sampleRenditions } from './sample-renditions.ts';

const VIDEO_TITLES = [
  'Interview with the harbour master',
  'Low tide at Morecambe Bay',
  'Opening night',
  'How the loom works',
  'A walk through the old market',
  'Lesson 4: reading a tide table',
  'The last ferry',
  'Workshop: binding a book',
  'Birds on the salt marsh',
  'School concert, second half',
  'Drone flight over the quarry',
  'Panel: who owns an archive?',
  'Grandmother’s kitchen',
  'Restoring the church organ',
];
const AUDIO_TITLES = [
  'Episode 12: The lighthouse keeper',
  'Evensong, 14 March',
  'Field recording: dawn in the reeds',
  'Episode 13: Letters home',
  'String quartet no. 2',
  'Oral history: Mrs. Albrecht',
];

const STATUSES: readonly MediaStatus[] = ['ready', 'ready', 'ready', 'ready', 'ready', 'outdated'];
const SPECIAL: Readonly<Record<number, MediaStatus>> = {
  0: 'ready',
  1: 'converting',
  2: 'queued',
  3: 'queued',
  6: 'failed',
  9: 'missing',
  11: 'new',
};
const DAY_MS = 86_400_000;
const NEWEST_MS = Date.UTC(2026, 10, 20, 9, 30);

export interface SampleMedia {
  readonly row: MediaRow;
  readonly info: MediaInfo;
}

/** The media at a place of the sample library; the same place always holds the same one. */
export function sampleMedia(index: number): SampleMedia {
  const random = randomFrom(index);
  const kind = index % 5 === 4 ? 'audio' : 'video';
  const titles = kind === 'audio' ? AUDIO_TITLES : VIDEO_TITLES;
  const round = Math.floor(index / 18);
  const base = titles[(kind === 'audio' ? Math.floor(index / 5) : index) % titles.length] ?? 'Clip';
  const title = round === 0 ? base : `${base} (${round + 1})`;
  const info = sampleInfo(index, { kind, durationSeconds: Math.round(20 + random() * 4000) });
  const status = SPECIAL[index] ?? STATUSES[index % STATUSES.length] ?? 'ready';
  const enabledDevices = BUILT_IN_DEVICES.length;
  const ready = status === 'ready' || status === 'outdated';
  return {
    info,
    row: {
      id: `media-${index}`,
      kind,
      title,
      slug: slugOf(title),
      status,
      durationSeconds: info.durationSeconds,
      width: info.video?.width ?? null,
      height: info.video?.height ?? null,
      sizeBytes: info.sizeBytes,
      poster: status === 'missing' ? null : `/files/poster/media-${index}?v=1`,
      renditionCount: ready ? (kind === 'audio' ? 2 : 3) : 0,
      coveredDevices: ready ? enabledDevices : 0,
      enabledDevices,
      problemCode: status === 'failed' ? 'conversion/disk-full' : null,
      createdAtMs: NEWEST_MS - index * DAY_MS * 0.7,
    },
  };
}

function sampleInfo(
  index: number,
  { kind, durationSeconds }: { kind: 'video' | 'audio'; durationSeconds: number },
): MediaInfo {
  if (kind === 'audio') {
    const sound = soundOnly({ codec: 'pcm_s24le', bitrateBps: 2_304_000, bitDepth: 24 });
    const sizeBytes = (durationSeconds * 2_304_000) / 8;
    return { ...sound, durationSeconds, bitrateBps: 2_304_000, sizeBytes };
  }
  const [width, height] =
    index % 7 === 3 ? [1080, 1920] : index % 6 === 5 ? [1280, 720] : [1920, 1080];
  const bitrateBps = 18_000_000;
  const sizeBytes = (durationSeconds * bitrateBps) / 8;
  const video = videoTrack({
    width,
    height,
    codec: index % 3 === 0 ? 'prores' : 'h264',
    profile: null,
    level: null,
    bitrateBps: 17_800_000,
    ...(index % 3 === 0
      ? { chroma: '4:2:2', bitDepth: 10, pixelFormat: 'yuv422p10le', tag: 'apcn' }
      : {}),
  });
  const audio = audioTrack({ codec: 'pcm_s16le', bitrateBps: 1_536_000 });
  return mediaInfo({ durationSeconds, bitrateBps, sizeBytes, video, audio, fastStart: false });
}

export function samplePlan({ info, row }: SampleMedia): Plan {
  return planMedia(planRequest({ info, kind: row.kind }));
}

const SAMPLE_CAPTIONS: MediaDetail['captions'] = [
  {
    id: 'file-en-aaaaaaaa',
    file: 'captions/media-0/file-en-aaaaaaaa.vtt',
    kind: 'captions',
    language: 'en',
    label: 'English (CC)',
    isDefault: true,
    sizeBytes: 4_100,
    url: '/files/caption/media-0/file-en-aaaaaaaa',
  },
  {
    id: 'added-1',
    file: 'captions/media-0/added-1.vtt',
    kind: 'subtitles',
    language: 'de',
    label: 'Deutsch',
    isDefault: false,
    sizeBytes: 4_300,
    url: '/files/caption/media-0/added-1',
  },
];

export function sampleDetail(sample: SampleMedia): MediaDetail {
  const { row, info } = sample;
  const plan = samplePlan(sample);
  const extension = row.kind === 'video' ? 'mov' : 'wav';
  return {
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    title: row.title,
    titleSource: 'file-name',
    description: '',
    master: {
      path: `/home/anna/Clips/${row.slug}.${extension}`,
      watchFolderId: 'clips',
      ownedByLibrary: false,
      sizeBytes: row.sizeBytes,
      modifiedMs: row.createdAtMs,
      sha256: 'a'.repeat(64),
      status: row.status === 'missing' ? 'missing' : 'present',
    },
    info,
    formatSetIds: [],
    poster: null,
    posterUrl: row.poster,
    captions: row.id === 'media-0' ? SAMPLE_CAPTIONS : [],
    renditions: row.renditionCount === 0 ? [] : sampleRenditions(row, plan),
    planned: [],
    problem:
      row.status === 'failed'
        ? {
            code: 'conversion/disk-full',
            message: 'There is no space left on the disk that holds the library: 12 MB are free.',
            details: {},
          }
        : null,
    createdAtMs: row.createdAtMs,
    updatedAtMs: row.createdAtMs,
    status: row.status,
    masterUrl: `/files/master/${row.id}`,
  };
}

export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('’', '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
