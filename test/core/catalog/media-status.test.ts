import { describe, expect, it } from 'vitest';
import { latestJob, mediaStatus } from '../../../core/catalog/media-status.ts';
import type { Job } from '../../../core/model/job.ts';
import type { Media } from '../../../core/model/media.ts';
import { FINGERPRINT, hashOf, sampleJob, sampleMedia, sampleRenditions } from './sample-media.ts';

const made = sampleMedia(1, { renditions: sampleRenditions('m1', hashOf(1), 3) });
const problem = { code: 'conversion/ffmpeg-failed', message: 'no', details: {} } as const;
const missing = { ...made.master, status: 'missing' } as const;
const changed = { ...made.master, sha256: hashOf(99) };

describe('the status of a media', () => {
  const cases: readonly [string, Partial<Media>, Job['status'] | null, string][] = [
    ['nothing made yet', { renditions: [], planned: made.planned }, null, 'new'],
    ['every planned rendition stands', {}, null, 'ready'],
    ['its job is done', {}, 'done', 'ready'],
    ['its job was cancelled', {}, 'cancelled', 'ready'],
    [
      'a planned one was never made',
      { planned: [...made.planned, plan('flac')] },
      null,
      'outdated',
    ],
    ['a recipe changed', { planned: [plan('h264-1080p', 'other')] }, null, 'outdated'],
    ['the master changed', { master: changed }, null, 'outdated'],
    ['nothing is planned any more', { planned: [] }, null, 'outdated'],
    [
      'a rendition that is no longer planned stays',
      { planned: [plan('h264-480p')] },
      null,
      'ready',
    ],
    ['its job waits', {}, 'queued', 'queued'],
    ['its job runs', { problem }, 'running', 'converting'],
    ['its job failed', {}, 'failed', 'failed'],
    ['a problem stands', { problem }, 'done', 'failed'],
    ['the master is gone, whatever else', { master: missing, problem }, 'running', 'missing'],
  ];
  it.each(cases)('when %s', (_what, changes, job, status) => {
    const media = { ...made, ...changes };
    expect(mediaStatus(media, job === null ? undefined : sampleJob(1, { status: job }))).toBe(
      status,
    );
  });
});

describe('the job that counts', () => {
  it.each<[string, readonly Partial<Job>[], string | undefined]>([
    ['none', [], undefined],
    [
      'the newest',
      [
        { id: 'a', createdAtMs: 5 },
        { id: 'b', createdAtMs: 9 },
        { id: 'c', createdAtMs: 7 },
      ],
      'b',
    ],
    ['a waiting one before a newer that ended', [{ id: 'a', status: 'queued' }, { id: 'b' }], 'a'],
    [
      'a running one before a waiting one',
      [
        { id: 'a', status: 'running' },
        { id: 'b', status: 'queued' },
      ],
      'a',
    ],
  ])('is %s', (_what, jobs, id) => {
    const all = jobs.map((job, index) => sampleJob(index, { status: 'failed', ...job }));
    expect(latestJob(all)?.id).toBe(id);
    expect(latestJob(all.toReversed())?.id).toBe(id);
  });
});

function plan(formatId: string, fingerprint = FINGERPRINT) {
  return { formatId, fingerprint };
}
