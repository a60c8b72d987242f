import { judge } from '../devices/judge.ts';
import { playableFromRendition } from '../devices/playable.ts';
import type { Device } from '../model/device.ts';
import type { Job } from '../model/job.ts';
import type { Media } from '../model/media.ts';
import { promisedDevices } from '../planning/cover-devices.ts';
import type { MediaRow, MediaStatus } from './query.ts';

export interface RowSource {
  readonly media: Media;
  /** The job that counts, see `latestJob`. */
  readonly job: Job | undefined;
  readonly status: MediaStatus;
}

/**
 * Makes rows. Judging renditions is what a row costs, so the verdicts are kept for as long as the media's
 * record and the list of devices are the same objects.
 */
export type RowMaker = (source: RowSource, devices: readonly Device[]) => MediaRow;

export function createRowMaker(): RowMaker {
  const coverages = new WeakMap<Media, Coverage>();
  return (source, devices) => {
    const known = coverages.get(source.media);
    const coverage = known?.devices === devices ? known : measureCoverage(source.media, devices);
    coverages.set(source.media, coverage);
    return buildRow(source, coverage);
  };
}

interface Coverage {
  readonly devices: readonly Device[];
  readonly covered: number;
  readonly enabled: number;
}

function measureCoverage(media: Media, devices: readonly Device[]): Coverage {
  const promised = promisedDevices({ devices, kind: media.kind });
  const playables = media.renditions.map(playableFromRendition);
  const covered = promised.filter((device) =>
    playables.some((playable) => judge(device, playable).plays),
  );
  return { devices, covered: covered.length, enabled: promised.length };
}

function buildRow({ media, job, status }: RowSource, coverage: Coverage): MediaRow {
  const jobError = job?.status === 'failed' ? job.error : null;
  return {
    id: media.id,
    kind: media.kind,
    title: media.title,
    slug: media.slug,
    status,
    durationSeconds: media.info.durationSeconds,
    width: media.info.video?.width ?? null,
    height: media.info.video?.height ?? null,
    sizeBytes: media.master.sizeBytes,
    poster: posterUrl(media),
    renditionCount: media.renditions.length,
    coveredDevices: coverage.covered,
    enabledDevices: coverage.enabled,
    problemCode: media.problem?.code ?? jobError?.code ?? null,
    createdAtMs: media.createdAtMs,
  };
}

/** A poster's file name changes with its picture, so its end makes the version that browsers cache by. */
export function posterUrl({ id, poster }: Pick<Media, 'id' | 'poster'>): string | null {
  if (poster === null) return null;
  const name = poster.file.slice(poster.file.lastIndexOf('/') + 1);
  const version = name.startsWith(`${id}-`) ? name.slice(id.length + 1) : name;
  return `/files/poster/${id}?v=${encodeURIComponent(version.replace(/\.[^.]*$/, ''))}`;
}
