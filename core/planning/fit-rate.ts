import { VIDEO_CODECS, type VideoCodec } from '../codecs/codecs.ts';
import { videoEfficiency } from '../codecs/efficiency.ts';
import type { RateControl, VideoRecipe } from '../model/format.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { Reason } from '../model/plan.ts';
import type { Size } from './fit-picture.ts';
import { masterVideoBitrateBps } from './master-rates.ts';
import { reason } from './reason.ts';

/** Encoding anew loses a little; with less room than this it shows. */
const REENCODING_ROOM = 1.3;
/** A picture of half the pixels needs more than half the bits. */
const PIXEL_EXPONENT = 0.75;
/** H.264 bits for each pixel: below the first nothing is watchable, the second is ample. */
const LEAST_BITS_PER_PIXEL = 0.01;
const AMPLE_BITS_PER_PIXEL = 0.15;
const LEAST_BPS = 32_000;

export interface RatedPicture extends Size {
  readonly codec: VideoCodec;
  readonly frameRate: number;
}

/**
 * The most bits per second that a rendition can fill from this master: the master's rate, weighed by how
 * well both codecs compress and by pixels per second. null: the master is lossless or does not say.
 */
export function ceilingFromMaster(info: MediaInfo, picture: RatedPicture): number | null {
  const bitrate = masterVideoBitrateBps(info);
  const efficiency = info.video === null ? null : videoEfficiency(info.video.codec);
  if (info.video === null || bitrate === null || efficiency === null) return null;
  const own = VIDEO_CODECS[picture.codec].efficiency;
  const { width, height, frameRate } = info.video;
  const share = pixelRate(picture) / (width * height * (frameRate ?? picture.frameRate));
  const filled =
    ((bitrate * own) / efficiency) * Math.min(1, share) ** PIXEL_EXPONENT * REENCODING_ROOM;
  return Math.max(filled, LEAST_BPS, pixelRate(picture) * LEAST_BITS_PER_PIXEL * own);
}

/** What is ample for a picture of which nothing else is known. */
export function ampleBitrateBps(picture: RatedPicture): number {
  return Math.max(
    LEAST_BPS,
    pixelRate(picture) * AMPLE_BITS_PER_PIXEL * VIDEO_CODECS[picture.codec].efficiency,
  );
}

export interface FittedRate {
  readonly rate: RateControl;
  readonly fromMaster: boolean;
  readonly reasons: readonly Reason[];
}

/** `room`: the share of the format's box that the picture has, when the master could not fill it. */
export function fitRate(
  recipe: VideoRecipe,
  info: MediaInfo,
  picture: RatedPicture & { readonly room: number },
): FittedRate {
  const wanted =
    recipe.rate.mode === 'bitrate' ? recipe.rate.bitrateBps : recipe.rate.maxBitrateBps;
  const asked = (wanted ?? ampleBitrateBps(picture)) * picture.room ** PIXEL_EXPONENT;
  const ceiling = ceilingFromMaster(info, picture);
  const bitrateBps = wholeKilobits(Math.min(asked, ceiling ?? Number.POSITIVE_INFINITY));
  const fromMaster = ceiling !== null && ceiling < asked;
  return {
    rate: withBitrate(recipe.rate, bitrateBps),
    fromMaster,
    reasons: fromMaster
      ? [
          reason('rate-from-master', {
            stream: 'picture',
            formatBitrateBps: Math.round(asked),
            masterBitrateBps: Math.round(masterVideoBitrateBps(info) ?? 0),
            bitrateBps,
          }),
        ]
      : [],
  };
}

export function withBitrate(rate: RateControl, bitrateBps: number): RateControl {
  return rate.mode === 'bitrate' ? { ...rate, bitrateBps } : { ...rate, maxBitrateBps: bitrateBps };
}

export function wholeKilobits(bitrateBps: number): number {
  return bitrateBps < 8_000
    ? Math.max(1, Math.floor(bitrateBps))
    : Math.floor(bitrateBps / 1000) * 1000;
}

function pixelRate(picture: Size & { readonly frameRate: number }): number {
  return picture.width * picture.height * picture.frameRate;
}
