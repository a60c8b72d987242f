import { VIDEO_CODECS, type VideoCodec } from '../../codecs/codecs.ts';
import { parseLevel } from '../../codecs/levels.ts';
import { parseProfile } from '../../codecs/profiles.ts';
import type { RateControl, VideoRecipe } from '../../model/format.ts';
import { parseOldParameters } from './django-parameters.ts';
import type { VideoFormatFields } from './django-row.ts';

/** The old AVlogue's first versions counted in kilobits. */
const LEAST_BITS = 10_000;

/** Where nothing was set, FFmpeg's own choice stood; these are near to it. */
const USUAL_QUALITY: Partial<Record<VideoCodec, number>> = { h264: 23, hevc: 26, vp9: 32, av1: 34 };
const USUAL_BITRATE_BPS = 1_000_000;

const EFFORTS: ReadonlyMap<string, VideoRecipe['effort']> = new Map(
  Object.entries({
    ultrafast: 'fast',
    superfast: 'fast',
    veryfast: 'fast',
    faster: 'fast',
    fast: 'fast',
    medium: 'medium',
    slow: 'slow',
    slower: 'slow',
    veryslow: 'slow',
    placebo: 'slow',
  } as const),
);

export function buildVideoRecipe(
  fields: VideoFormatFields,
  codec: VideoCodec,
): { readonly recipe: VideoRecipe; readonly notes: readonly string[] } {
  const parameters = parseOldParameters(codec, fields.video_codec_params);
  const notes = [...parameters.notes];
  const width = sideOf(fields.video_width);
  const height = sideOf(fields.video_height);
  const crops = fields.video_aspect_mode !== 'scale' && width !== null && height !== null;
  const recipe: VideoRecipe = {
    codec,
    fit: crops ? 'scale-and-crop' : 'scale',
    maxWidth: width,
    maxHeight: height,
    maxFrameRate: parameters.frameRate,
    rate: rateOf(fields.video_bitrate, { codec, quality: parameters.quality, notes }),
    profile: parseProfile(codec, parameters.profile),
    level: parameters.level === null ? null : levelOf(codec, parameters.level),
    effort: effortOf(parameters.preset, notes),
    keyFrameSeconds: 2,
    extraParameters: parameters.extraParameters,
  };
  return { recipe, notes };
}

/** -1 and -2 meant "as the other side asks". */
function sideOf(pixels: number): number | null {
  return pixels > 0 ? pixels : null;
}

function effortOf(preset: string | null, notes: string[]): VideoRecipe['effort'] {
  if (preset === null) return 'medium';
  const effort = EFFORTS.get(preset);
  if (effort === undefined) notes.push(`the preset “${preset.slice(0, 40)}” is not known.`);
  else if (effort !== preset) notes.push(`the preset ${preset} became the effort “${effort}”.`);
  return effort ?? 'medium';
}

/** x264 took "31" for 3.1. */
function levelOf(codec: VideoCodec, written: string): string {
  const dotted = /^\d\d$/.test(written) ? `${written[0]}.${written[1]}` : written;
  return parseLevel(codec, dotted) ?? dotted;
}

interface RateContext {
  readonly codec: VideoCodec;
  readonly quality: number | null;
  readonly notes: string[];
}

function rateOf(written: number, { codec, quality, notes }: RateContext): RateControl {
  const bitrateBps = written > 0 && written < LEAST_BITS ? written * 1000 : written;
  if (bitrateBps !== written)
    notes.push(`the video bitrate ${written} was taken for ${written} kb/s.`);
  const usual = USUAL_QUALITY[codec];
  if (usual !== undefined && (quality !== null || bitrateBps <= 0)) {
    if (quality === null)
      notes.push(`no video bitrate was set; it is encoded at quality ${usual}.`);
    const maxBitrateBps = bitrateBps > 0 ? bitrateBps : null;
    return { mode: 'quality', quality: quality ?? usual, maxBitrateBps };
  }
  if (bitrateBps > 0) return { mode: 'bitrate', bitrateBps };
  notes.push(`no video bitrate was set; ${VIDEO_CODECS[codec].name} gets 1000 kb/s.`);
  return { mode: 'bitrate', bitrateBps: USUAL_BITRATE_BPS };
}
