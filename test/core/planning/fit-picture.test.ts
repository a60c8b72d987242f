import { describe, expect, it } from 'vitest';
import { BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import type { VideoRecipe } from '../../../core/model/format.ts';
import { fitPicture } from '../../../core/planning/fit-picture.ts';
import { videoTrack } from './sample-masters.ts';

const own = BUILT_IN_FORMATS.flatMap(({ video }) => video ?? []).find(
  ({ codec }) => codec === 'h264',
);

function fitted(fit: VideoRecipe['fit'], maxWidth: number | null, maxHeight: number | null) {
  if (own === undefined) throw new Error('No built-in format is H.264.');
  return fitPicture(videoTrack(), { ...own, fit, maxWidth, maxHeight }, 'refuse');
}

describe('a format that scales and crops', () => {
  it('cuts the picture to its box', () => {
    expect(fitted('scale-and-crop', 720, 720)).toMatchObject({
      size: { width: 720, height: 720 },
      scaled: { width: 1280, height: 720 },
    });
  });

  it.each([
    [1280, null],
    [null, 720],
    [null, null],
  ])('only scales while its box is open to a side: %j × %j', (maxWidth, maxHeight) => {
    expect(fitted('scale-and-crop', maxWidth, maxHeight)).toEqual(
      fitted('scale', maxWidth, maxHeight),
    );
  });
});
