import { describe, expect, it } from 'vitest';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import { outputsOf, plannedOf } from '../../../core/planning/outstanding-outputs.ts';
import { planMedia } from '../../../core/planning/plan-media.ts';
import { dueWithMaster } from '../../../core/queue/due-again.ts';
import { jobFraction, jobSecondsLeft } from '../../../core/queue/job-fraction.ts';
import { coversAll, mergeRenditions, plannedAfter } from '../../../core/queue/merge-renditions.ts';
import { putBackJob, retryJob, takeUpJob } from '../../../core/queue/take-up-job.ts';
import { workOf } from '../../../core/queue/work.ts';
import {
  hashOf,
  sampleInfo,
  sampleJob,
  sampleMedia,
  sampleRenditions,
} from '../catalog/sample-media.ts';
import { ALL_ENCODERS } from '../planning/sample-masters.ts';

function planOf(...requestedFormatIds: string[]) {
  return planMedia({
    info: sampleInfo(),
    kind: 'video',
    formats: BUILT_IN_FORMATS,
    requestedFormatIds,
    devices: BUILT_IN_DEVICES.map((device) => ({ ...device, enabled: true })),
    encoders: ALL_ENCODERS,
    forceEncoding: false,
  });
}

describe('a job that was running when the program ended', () => {
  it('waits at its place again, and is given up after five times', () => {
    const job = sampleJob(5, { status: 'running', attempts: 4, position: 1.5 });
    expect(takeUpJob(job, 9)).toEqual({ status: 'queued', startedAtMs: null });
    expect(takeUpJob({ ...job, attempts: 5 }, 9)).toMatchObject({
      status: 'failed',
      finishedAtMs: 9,
      error: { code: 'conversion/interrupted' },
    });
  });

  it('does not count the attempt when it was stopped on purpose', () => {
    expect(putBackJob(sampleJob(1, { attempts: 1 })).attempts).toBe(0);
    expect(putBackJob(sampleJob(1, { attempts: 0 })).attempts).toBe(0);
    expect(retryJob(7)).toMatchObject({ status: 'queued', attempts: 0, position: 7, error: null });
  });
});

describe('progress of a job', () => {
  it('weighs its groups by their work', () => {
    const state = { done: 1, current: 2, later: 1, fraction: 0.5, secondsLeft: 10 };
    expect(jobFraction(state)).toBe(0.5);
    expect(jobSecondsLeft(state)).toBe(20);
    expect(jobSecondsLeft({ ...state, secondsLeft: null })).toBeNull();
    expect(jobSecondsLeft({ ...state, later: 0 })).toBe(10);
    expect(jobFraction({ done: 0, current: 0, later: 0, fraction: 1, secondsLeft: 0 })).toBe(0);
  });

  it('takes large pictures and slow codecs for more work than copies and sound', () => {
    const outputs = outputsOf(planOf('h264-1080p', 'h264-480p', 'vp9-1080p'));
    const work = (formatId: string) => workOf(outputs.filter((o) => o.formatId === formatId));
    expect(work('h264-1080p')).toBeGreaterThan(work('h264-480p'));
    expect(work('vp9-1080p')).toBeGreaterThan(work('h264-1080p'));
    expect(work('h264-480p')).toBeGreaterThan(0);
  });
});

describe('renditions of a job', () => {
  it('take the place of those of their format and leave the others', () => {
    const old = sampleRenditions('m', hashOf(1), 3);
    const [first] = sampleRenditions('m', hashOf(2), 1);
    if (first === undefined) throw new Error('no sample');
    const other = { ...first, file: 'renditions/m/h264-1080p.webm' };
    const { renditions, obsoleteFiles } = mergeRenditions(old, [other]);
    expect(renditions).toEqual([other, old[1], old[2]]);
    expect(obsoleteFiles).toEqual(['renditions/m/h264-1080p.mp4']);
    expect(mergeRenditions(old, [first]).obsoleteFiles).toEqual([]);
  });

  it('made for single formats do not make those outdated that stand beside them', () => {
    const media = sampleMedia(1, { renditions: sampleRenditions('m', hashOf(1), 2) });
    const plan = planOf('vp9-720p');
    const kept = plannedAfter(plan, media, true).map(({ formatId }) => formatId);
    const planned = plannedOf(plan).map(({ formatId }) => formatId);
    const beside = media.planned.map(({ formatId }) => formatId);
    expect(new Set(kept)).toEqual(new Set([...planned, ...beside]));
    expect(plannedAfter(plan, media, false)).toEqual(plannedOf(plan));
  });

  it('cover every device only when each has its own, made from this master', () => {
    const plan = planOf('h264-1080p', 'h264-480p');
    const [sample] = sampleRenditions('m', hashOf(1), 1);
    if (sample === undefined) throw new Error('no sample');
    const renditions = outputsOf(plan).map(({ formatId, fingerprint }) => ({
      ...sample,
      formatId,
      recipeFingerprint: fingerprint,
    }));
    const media = sampleMedia(1, { renditions });
    expect(coversAll(plan, media)).toBe(true);
    expect(coversAll(plan, { ...media, renditions: renditions.slice(1) })).toBe(false);
    const changed = { ...media.master, sha256: hashOf(9) };
    expect(coversAll(plan, { ...media, master: changed })).toBe(false);
  });
});

describe('a master that is back', () => {
  it('makes those media due whose last job failed for want of it', () => {
    const error = { code: 'conversion/master-missing', message: 'gone', details: {} } as const;
    const failed = { status: 'failed', error } as const;
    const jobs = [
      sampleJob(1, { ...failed, mediaId: 'a', createdAtMs: 1 }),
      sampleJob(2, { ...failed, mediaId: 'b', createdAtMs: 1 }),
      sampleJob(3, { status: 'done', mediaId: 'b', createdAtMs: 2 }),
      sampleJob(4, { status: 'done', mediaId: 'c', createdAtMs: 1 }),
      sampleJob(5, { ...failed, mediaId: 'c', createdAtMs: 2 }),
    ];
    expect([...dueWithMaster(jobs)]).toEqual(['a', 'c']);
  });
});
