import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  prettifyFileName,
  titleAfterChange,
  titleAfterMove,
  titleOf,
} from '../../../core/import/titles.ts';
import type { MediaInfo } from '../../../core/model/media-info.ts';
import { sampleInfo } from '../catalog/sample-media.ts';

function tagged(title: string | null, artist: string | null, isAudio = true): MediaInfo {
  const info = sampleInfo();
  return {
    ...info,
    video: isAudio ? null : info.video,
    tags: { ...info.tags, title, artist },
  };
}

describe('a title', () => {
  it.each([
    ['my_holiday.clip-01.MP4', 'My holiday clip-01'],
    ['Interview v1.2 final.mov', 'Interview v1.2 final'],
    ['street_12.5fps.take.2.mp4', 'Street 12.5fps take 2'],
    ['harbour-at-dawn.mp4', 'Harbour at dawn'],
    ['2026-11-24.mp4', '2026-11-24'],
    ['line\nbreak.mp4', 'Line break'],
    ['.mp4', 'Mp4'],
    ['___.mp4', 'Untitled'],
    ['éclair.mkv', 'Éclair'],
    ['no extension', 'No extension'],
  ])('from the file name %j is %j', (name, title) => {
    expect(prettifyFileName(name)).toBe(title);
  });

  it('is between 1 and 300 characters of well-formed text whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (name) => {
        const title = prettifyFileName(name);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(300);
        expect(title.isWellFormed()).toBe(true);
      }),
    );
  });

  it('comes from tags before the file name, with the artist for songs alone', () => {
    expect(titleOf(tagged(' Blue ', 'Sines'), 'x.mp3').title).toBe('Sines – Blue');
    expect(titleOf(tagged('Blue', 'Sines', false), 'x.mp4').title).toBe('Blue');
    expect(titleOf(tagged('\n', 'Sines'), 'x.mp3')).toEqual({
      title: 'X',
      titleSource: 'file-name',
    });
  });

  it('that a person wrote stays after changes and moves', () => {
    const mine = { title: 'Mine', titleSource: 'user' } as const;
    expect(titleAfterChange(mine, tagged('Theirs', null))).toEqual(mine);
    expect(titleAfterMove(mine, 'other.mp4')).toEqual(mine);
  });

  it('from a file name follows a rename, and a new tag', () => {
    const old = { title: 'Old', titleSource: 'file-name' } as const;
    expect(titleAfterMove(old, 'new name.mp4').title).toBe('New name');
    expect(titleAfterChange(old, tagged('Tag', null, false))).toEqual({
      title: 'Tag',
      titleSource: 'tag',
    });
    expect(titleAfterChange(old, tagged(null, null))).toEqual(old);
  });
});
