import { lowestLevel } from '../../core/codecs/levels.ts';
import type { Format } from '../../core/model/format.ts';

/** Of frames a second, where a recipe sets no limit. */
const USUAL_FRAME_RATE = 60;

/** The level that the largest picture of a recipe needs; null without a box, or where no level fits or is known. */
export function neededLevel({ video }: Format): string | null {
  if (video === null || video.maxWidth === null || video.maxHeight === null) return null;
  const { codec, profile, rate } = video;
  return lowestLevel(codec, {
    width: video.maxWidth,
    height: video.maxHeight,
    frameRate: video.maxFrameRate ?? USUAL_FRAME_RATE,
    bitrateBps: rate.mode === 'bitrate' ? rate.bitrateBps : rate.maxBitrateBps,
    profile,
  });
}
