import { maxChannelsOf, takesSampleRate } from '../codecs/audio-limits.ts';
import { AUDIO_CODECS } from '../codecs/codecs.ts';
import { compareLevels } from '../codecs/levels.ts';
import { defaultProfile, isWithinProfile, parseProfile } from '../codecs/profiles.ts';
import { masterLevel } from '../devices/playable.ts';
import type { AudioRecipe, Format, VideoRecipe } from '../model/format.ts';
import type { AudioTrack, MediaInfo, VideoTrack } from '../model/media-info.ts';
import type { FittedPicture } from './fit-picture.ts';
import { masterAudioBitrateBps, masterVideoBitrateBps } from './master-rates.ts';

/** A ceiling is met within this, an average within the next: encoding anew would cost more than it saves. */
const CEILING_TOLERANCE = 1.3;
const AVERAGE_TOLERANCE = 1.7;
const SOUND_TOLERANCE = 1.5;
/** Beside a copied picture even rich sound is kept, so that nothing is encoded. */
const RICH_SOUND_BPS = 352_000;

/** These have no time stamps on frames, so their pictures can't be put into another container safely. */
const WITHOUT_TIME_STAMPS = new Set(['avi', 'h264', 'hevc', 'm4v', 'mpegvideo', 'obu', 'ivf']);

/** Whether the master's picture already is what the recipe asks for. Tag and container do not matter: copying writes new ones. */
export function pictureConforms(
  info: MediaInfo,
  recipe: VideoRecipe,
  fitted: FittedPicture,
): boolean {
  const track = info.video;
  return (
    track !== null &&
    track.codec === recipe.codec &&
    !WITHOUT_TIME_STAMPS.has(info.formatName) &&
    isPlain(track) &&
    fitted.whole &&
    fitted.size.width === track.width &&
    fitted.size.height === track.height &&
    (track.frameRate ?? 0) <= (recipe.maxFrameRate ?? Number.POSITIVE_INFINITY) * 1.01 &&
    withinProfile(track, recipe) &&
    withinLevel(track, recipe) &&
    withinRate(info, recipe)
  );
}

function isPlain(track: VideoTrack): boolean {
  const { numerator, denominator } = track.sampleAspectRatio;
  return (
    track.rotation === 0 &&
    numerator === denominator &&
    !track.interlaced &&
    !track.alpha &&
    track.bitDepth === 8 &&
    track.chroma === '4:2:0' &&
    track.dynamicRange === 'sdr'
  );
}

function withinProfile(track: VideoTrack, recipe: VideoRecipe): boolean {
  const limit = recipe.profile ?? defaultProfile(recipe.codec);
  const profile = parseProfile(recipe.codec, track.profile);
  if (limit === null) return true;
  return profile !== null && isWithinProfile(recipe.codec, profile, limit);
}

function withinLevel(track: VideoTrack, recipe: VideoRecipe): boolean {
  if (recipe.level === null) return true;
  const level = masterLevel(recipe.codec, track);
  return level !== null && compareLevels(recipe.codec, level, recipe.level) <= 0;
}

function withinRate(info: MediaInfo, recipe: VideoRecipe): boolean {
  const { rate } = recipe;
  const limit =
    rate.mode === 'bitrate'
      ? rate.bitrateBps * AVERAGE_TOLERANCE
      : (rate.maxBitrateBps ?? Number.POSITIVE_INFINITY) * CEILING_TOLERANCE;
  return (masterVideoBitrateBps(info) ?? Number.MAX_VALUE) <= limit;
}

/** Whether the master's sound already is what the recipe asks for. */
export function soundConforms(
  info: MediaInfo,
  format: Format,
  besideCopiedPicture: boolean,
): boolean {
  const track = info.audio;
  const recipe = format.audio;
  return (
    track !== null &&
    recipe !== null &&
    track.codec === recipe.codec &&
    (recipe.codec !== 'aac' || track.profile === 'LC') &&
    track.channels <= Math.min(recipe.maxChannels, maxChannelsOf(recipe.codec)) &&
    takesSampleRate(recipe.codec, format.container, track.sampleRateHz) &&
    (recipe.sampleRateHz === null || recipe.sampleRateHz === track.sampleRateHz) &&
    soundWithinRate(info, track, { recipe, besideCopiedPicture })
  );
}

function soundWithinRate(
  info: MediaInfo,
  track: AudioTrack,
  { recipe, besideCopiedPicture }: { recipe: AudioRecipe; besideCopiedPicture: boolean },
): boolean {
  if (AUDIO_CODECS[recipe.codec].lossless || recipe.bitrateBps === null) return true;
  const own = recipe.bitrateBps * SOUND_TOLERANCE;
  const limit = besideCopiedPicture ? Math.max(own, (RICH_SOUND_BPS / 2) * track.channels) : own;
  return (masterAudioBitrateBps(info) ?? Number.MAX_VALUE) <= limit;
}
