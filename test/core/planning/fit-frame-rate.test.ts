import { describe, expect, it } from 'vitest';
import { fitFrameRate } from '../../../core/planning/fit-frame-rate.ts';
import { videoTrack } from './sample-masters.ts';

describe('frames a second of a master whose frames come unevenly', () => {
  it.each([
    [30, null, 30],
    [60, null, 60],
    [24, null, 24],
    [30000 / 1001, null, 30000 / 1001],
    [29.97, null, 30000 / 1001],
    [28.5, null, 30000 / 1001],
    [7.6, null, 10],
    [90.5, null, 90.5],
    [null, null, 30],
    [60, 30, 30],
    [30, 25, 25],
  ])('%d are made, at most %s, %d', (frameRate, most, made) => {
    const track = videoTrack({ frameRate, variableFrameRate: true });
    const { frameRate: told, effective } = fitFrameRate(track, most);
    expect([told, effective]).toEqual([made, made]);
  });

  it('stay as they are where they come evenly', () => {
    const track = videoTrack({ frameRate: 10, variableFrameRate: false });
    expect(fitFrameRate(track, 30)).toEqual({ frameRate: null, effective: 10, reasons: [] });
  });
});
