import { VIDEO_CODECS } from '../codecs/codecs.ts';
import { defaultProfile } from '../codecs/profiles.ts';
import { parametersFor } from '../formats/extra-parameters.ts';
import type { VideoRecipe } from '../model/format.ts';
import type { VideoTrack } from '../model/media-info.ts';
import type { OutputVideo, Reason } from '../model/plan.ts';
import { chooseVideoEncoder } from './choose-encoder.ts';
import { pictureConforms } from './conforms.ts';
import { fitFrameRate } from './fit-frame-rate.ts';
import { type FittedPicture, fitPicture, MIN_SIDE } from './fit-picture.ts';
import { fitRate } from './fit-rate.ts';
import { keepWithinLevel } from './keep-within-level.ts';
import type { MadePicture, PlanRequest } from './plan-request.ts';
import { reason } from './reason.ts';

export interface ShapedVideo {
  readonly video: OutputVideo;
  readonly made: MadePicture;
  readonly reasons: readonly Reason[];
  readonly fromMaster: boolean;
  readonly wouldCopy: boolean;
}

export function shapeVideo(
  recipe: VideoRecipe,
  track: VideoTrack,
  request: PlanRequest,
): ShapedVideo | { readonly refused: Reason } {
  const fitted = fitPicture(track, recipe);
  if (fitted === null)
    return { refused: reason('box-too-small', { width: track.width, height: track.height }) };
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
): ShapedVideo | { readonly refused: Reason } {
  const { codec } = recipe;
  const paced = fitFrameRate(track, recipe.maxFrameRate);
  const rated = fitRate(recipe, request.info, {
    codec,
    ...fitted.size,
    frameRate: paced.effective,
    room: roomOf(fitted),
  });
  const profile = recipe.profile ?? defaultProfile(codec);
  const kept = keepWithinLevel(
    { codec, profile, size: fitted.size, frameRate: paced.effective, rate: rated.rate },
    recipe.level,
  );
  const encoder = chooseVideoEncoder(codec, request.encoders, kept.size);
  if (encoder === null)
    return {
      refused: reason('encoder-missing', {
        codec: VIDEO_CODECS[codec].name,
        encoders: VIDEO_CODECS[codec].encoders.join(', '),
      }),
    };
  const { width, height } = kept.size;
  const shrunk = kept.size !== fitted.size;
  const frameRate = kept.frameRate === paced.effective ? paced.frameRate : kept.frameRate;
  return {
    video: {
      mode: 'encode',
      codec,
      encoder,
      width,
      height,
      ...scaledSize(fitted, kept.size),
      frameRate,
      rate: kept.rate,
      profile: needsProfile(codec) ? profile : recipe.profile,
      level: writesLevel(codec) ? kept.level : null,
      effort: recipe.effort,
      keyFrameSeconds: recipe.keyFrameSeconds,
      extraParameters: parametersFor(encoder, recipe.extraParameters),
    },
    made: {
      width,
      height,
      frameRate: kept.frameRate,
      boxArea: areaOf(fitted),
      whole: fitted.whole && !shrunk,
    },
    reasons: [
      ...fitted.reasons,
      ...paced.reasons,
      ...sourceReasons(track),
      ...rated.reasons,
      ...kept.reasons,
    ],
    fromMaster: rated.fromMaster,
    wouldCopy,
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
  return [
    ...(track.interlaced ? [reason('deinterlaced')] : []),
    ...(track.dynamicRange === 'sdr'
      ? []
      : [reason('hdr-to-sdr', { dynamicRange: track.dynamicRange })]),
    ...(numerator === denominator ? [] : [reason('squared-pixels', { numerator, denominator })]),
  ];
}

/** Only x264 and x265 are told; the others derive theirs from the picture. */
function writesLevel(codec: VideoRecipe['codec']): boolean {
  return codec === 'h264' || codec === 'hevc';
}

function needsProfile(codec: VideoRecipe['codec']): boolean {
  return codec === 'h264' || codec === 'hevc';
}

function areaOf({ box }: FittedPicture): number {
  return box.width * box.height;
}

/** 1 unless the master leaves room in the box. */
function roomOf(fitted: FittedPicture): number {
  const area = areaOf(fitted);
  if (!fitted.whole || !Number.isFinite(area)) return 1;
  const { width, height } = fitted.size;
  const reach = Math.max(width / fitted.box.width, height / fitted.box.height);
  return Math.min(1, reach * reach);
}
