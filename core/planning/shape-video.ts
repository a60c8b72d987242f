import { VIDEO_CODECS } from '../codecs/codecs.ts';
import { parametersFor } from '../formats/extra-parameters.ts';
import type { VideoRecipe } from '../model/format.ts';
import type { VideoTrack } from '../model/media-info.ts';
import type { OutputVideo, Reason } from '../model/plan.ts';
import { chooseVideoEncoder } from './choose-encoder.ts';
import { pictureConforms } from './conforms.ts';
import { type FittedPicture, fitPicture, MIN_SIDE, type Slivers } from './fit-picture.ts';
import type { MadePicture, PlanRequest } from './plan-request.ts';
import { reason } from './reason.ts';
import { type SettledPicture, settlePicture } from './settle-picture.ts';

export interface ShapedVideo {
  readonly video: OutputVideo;
  readonly made: MadePicture;
  readonly reasons: readonly Reason[];
  readonly fromMaster: boolean;
  readonly wouldCopy: boolean;
}

export type ShapedVideoOrRefused = ShapedVideo | { readonly refused: Reason };

export function shapeVideo(
  recipe: VideoRecipe,
  track: VideoTrack,
  { slivers, ...request }: PlanRequest & { readonly slivers: Slivers },
): ShapedVideoOrRefused {
  const fitted = fitPicture(track, recipe, slivers);
  if (fitted === null) {
    return { refused: reason('box-too-small', { width: track.width, height: track.height }) };
  }
  const conforms = pictureConforms(request.info, recipe, fitted);
  if (conforms && !request.forceEncoding) return copied(recipe, track, fitted);
  return encoded(recipe, track, { fitted, request, wouldCopy: conforms });
}

function copied(recipe: VideoRecipe, track: VideoTrack, fitted: FittedPicture): ShapedVideo {
  const { width, height, frameRate } = track;
  return {
    video: { mode: 'copy', codec: recipe.codec },
    made: { width, height, frameRate, boxArea: areaOf(fitted), whole: true },
    reasons: [],
    fromMaster: false,
    wouldCopy: false,
  };
}

interface EncodingContext {
  readonly fitted: FittedPicture;
  readonly request: PlanRequest;
  readonly wouldCopy: boolean;
}

function encoded(
  recipe: VideoRecipe,
  track: VideoTrack,
  { fitted, request, wouldCopy }: EncodingContext,
): ShapedVideoOrRefused {
  const settled = settlePicture(recipe, { info: request.info, track, fitted });
  const encoder = chooseVideoEncoder(recipe.codec, request.encoders, settled.size);
  if (encoder === null) return { refused: missingEncoder(recipe) };
  return {
    video: {
      ...videoFrom(recipe, settled, fitted),
      encoder,
      extraParameters: parametersFor(encoder, recipe.extraParameters),
    },
    made: {
      ...settled.size,
      frameRate: settled.effectiveFrameRate,
      boxArea: areaOf(fitted),
      whole: fitted.whole && settled.size === fitted.size,
    },
    reasons: [...fitted.reasons, ...sourceReasons(track), ...settled.reasons],
    fromMaster: settled.fromMaster,
    wouldCopy,
  };
}

function missingEncoder({ codec }: VideoRecipe): Reason {
  const { name, encoders } = VIDEO_CODECS[codec];
  return reason('encoder-missing', { codec: name, encoders: encoders.join(', ') });
}

function videoFrom(recipe: VideoRecipe, settled: SettledPicture, fitted: FittedPicture) {
  const { codec } = recipe;
  // only x264 and x265 are told; the others derive theirs from the picture
  const told = codec === 'h264' || codec === 'hevc';
  return {
    mode: 'encode' as const,
    codec,
    ...settled.size,
    ...scaledSize(fitted, settled.size),
    frameRate: settled.frameRate,
    rate: settled.rate,
    profile: told ? settled.profile : recipe.profile,
    level: told ? settled.level : null,
    effort: recipe.effort,
    keyFrameSeconds: recipe.keyFrameSeconds,
  };
}

/** A level that shrinks a cropped picture shrinks what it is cut from as much. */
function scaledSize(fitted: FittedPicture, size: FittedPicture['size']) {
  const grow = (side: number, scaled: number, before: number) =>
    Math.max(side, MIN_SIDE * Math.round((scaled * side) / before / 2));
  return {
    scaledWidth: grow(size.width, fitted.scaled.width, fitted.size.width),
    scaledHeight: grow(size.height, fitted.scaled.height, fitted.size.height),
  };
}

function sourceReasons(track: VideoTrack): readonly Reason[] {
  const { numerator, denominator } = track.sampleAspectRatio;
  const { interlaced, dynamicRange } = track;
  return [
    ...(interlaced ? [reason('deinterlaced')] : []),
    ...(dynamicRange === 'sdr' ? [] : [reason('hdr-to-sdr', { dynamicRange })]),
    ...(numerator === denominator ? [] : [reason('squared-pixels', { numerator, denominator })]),
  ];
}

function areaOf({ box }: FittedPicture): number {
  return box.width * box.height;
}
