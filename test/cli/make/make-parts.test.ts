import { describe, expect, it } from 'vitest';
import { givenPath, silentPaths } from '../../../cli/make/given-path.ts';
import { standingCoverage } from '../../../cli/make/standing-coverage.ts';
import type { DeviceCoverage } from '../../../core/model/plan.ts';

describe('paths in the result of make', () => {
  it('are as they were given', () => {
    expect(givenPath('/home/a/clip.mp4', ['clip.mp4'], '/home/a')).toBe('clip.mp4');
    expect(givenPath('/home/a/clip.mp4', ['/home/a/clip.mp4'], '/')).toBe('/home/a/clip.mp4');
  });

  it('of files in a folder begin with the folder as it was given', () => {
    expect(givenPath('/home/a/clips/x/y.mp4', ['clips'], '/home/a')).toBe('clips/x/y.mp4');
    expect(givenPath('/home/a/clips2/y.mp4', ['clips'], '/home/a')).toBe('/home/a/clips2/y.mp4');
  });

  it('of files whose names begin with two dots are within their folder', () => {
    expect(givenPath('/home/a/clips/..b.mp4', ['clips'], '/home/a')).toBe('clips/..b.mp4');
    expect(silentPaths(['clips'], ['/home/a/clips/..b.mp4'], '/home/a')).toEqual([]);
  });

  it('that no result speaks of are found: empty folders', () => {
    const results = ['/h/full/a.mp4', '/h/one.mp4'];
    expect(silentPaths(['full', 'one.mp4', 'empty'], results, '/h')).toEqual(['empty']);
  });
});

function device(format: string | null, plays: Readonly<Record<string, boolean>>): DeviceCoverage {
  return {
    device: 'phone',
    deviceName: 'Phone',
    format,
    reasons: [],
    renditions: Object.entries(plays).map(([name, does]) => ({
      format: name,
      plays: does,
      reasons: [],
    })),
    master: { plays: false, reasons: [] },
  };
}

describe('coverage by what really stands', () => {
  const plan = { coverage: [device('a', { a: true, b: false, c: true })] };

  it.each([
    ['the promised rendition', ['a', 'b', 'c'], 'a'],
    ['the next one that plays when the promised one is missing', ['b', 'c'], 'c'],
    ['nothing when none of those that stand plays', ['b'], null],
    ['nothing when nothing stands', [], null],
  ])('gives a device %s', (_what, standing, format) => {
    expect(standingCoverage(plan, new Set(standing))).toEqual([{ device: 'phone', format }]);
  });
});
