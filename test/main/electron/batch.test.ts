import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../main/electron/batch.ts';

describe('a batch of conversions', () => {
  it('ends once, when the last job that waited has ended, with what became of them', () => {
    const batch = createBatch();
    expect(
      batch.apply([
        { id: 'a', status: 'queued' },
        { id: 'b', status: 'queued' },
      ]),
    ).toBeNull();
    expect(batch.apply([{ id: 'a', status: 'running' }])).toBeNull();
    expect(
      batch.apply([
        { id: 'a', status: 'done' },
        { id: 'b', status: 'running' },
      ]),
    ).toBeNull();
    expect(batch.apply([{ id: 'b', status: 'failed' }])).toEqual({ done: 1, failed: 1 });
    expect(batch.apply([{ id: 'b', status: 'failed' }])).toBeNull();
  });

  it('begins anew after its end', () => {
    const batch = createBatch();
    batch.apply([{ id: 'a', status: 'running' }]);
    batch.apply([{ id: 'a', status: 'done' }]);
    batch.apply([{ id: 'c', status: 'running' }]);
    expect(batch.apply([{ id: 'c', status: 'done' }])).toEqual({ done: 1, failed: 0 });
  });

  it('says nothing about jobs that are history, nor when everything was cancelled or cleared away', () => {
    const batch = createBatch();
    expect(
      batch.apply([
        { id: 'old', status: 'done' },
        { id: 'older', status: null },
      ]),
    ).toBeNull();
    batch.apply([
      { id: 'a', status: 'queued' },
      { id: 'b', status: 'queued' },
    ]);
    expect(
      batch.apply([
        { id: 'a', status: 'cancelled' },
        { id: 'b', status: null },
      ]),
    ).toBeNull();
    expect(batch.fraction()).toBeNull();
  });

  it('knows how far it is from what is finished and what runs', () => {
    const batch = createBatch();
    expect(batch.fraction()).toBeNull();
    batch.apply(['a', 'b', 'c', 'd'].map((id) => ({ id, status: 'queued' as const })));
    expect(batch.fraction()).toBe(0);
    batch.apply([
      { id: 'a', status: 'done' },
      { id: 'b', status: 'running' },
    ]);
    batch.noteProgress('b', 0.5);
    batch.noteProgress('unknown', 0.9);
    expect(batch.fraction()).toBe(0.375);
  });

  it('counts what FFmpeg works on: a job that waits again after a pause is not running', () => {
    const batch = createBatch();
    batch.apply([{ id: 'a', status: 'running' }]);
    expect(batch.runningCount).toBe(1);
    batch.apply([{ id: 'a', status: 'queued' }]);
    expect(batch.runningCount).toBe(0);
    expect(batch.fraction()).toBe(0);
  });
});
