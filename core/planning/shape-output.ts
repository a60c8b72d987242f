import { AUDIO_CODECS } from '../codecs/codecs.ts';
import { isLosslessAudio } from '../codecs/efficiency.ts';
import type { AudioRecipe, Format } from '../model/format.ts';
import type { AudioTrack } from '../model/media-info.ts';
import type { Output, OutputAudio, OutputVideo, Reason } from '../model/plan.ts';
import { soundConforms } from './conforms.ts';
import { fingerprintOutput } from './fingerprint.ts';
import type { Slivers } from './fit-picture.ts';
import { copiesStream, isStanding } from './forced-before.ts';
import type { MadePicture, PlanRequest, Shaped } from './plan-request.ts';
import { reason } from './reason.ts';
import { shapeAudio } from './shape-audio.ts';
import { shapeVideo } from './shape-video.ts';

/** What one format makes of the master, looked at alone; or why it makes nothing. */
export function shapeOutput(
  format: Format,
  request: PlanRequest,
  slivers: Slivers = 'refuse',
): Shaped {
  const shaped = shapeAnew(format, request, slivers);
  const { made } = shaped;
  const { encodings } = request;
  if (made === null || !copiesStream(made.output) || encodings?.has(format.id) !== true)
    return shaped;
  if (isStanding(made.output, encodings)) return shaped;
  const encoded = shapeAnew(format, { ...request, forceEncoding: true }, slivers);
  return encoded.made !== null && isStanding(encoded.made.output, encodings) ? encoded : shaped;
}

function shapeAnew(format: Format, request: PlanRequest, slivers: Slivers): Shaped {
  const refusal = refuseKind(format, request) ?? refuseLossless(format, request);
  if (refusal !== null) return { made: null, refused: [refusal] };
  const picture = shapePicture(format, { ...request, slivers });
  if ('refused' in picture) return { made: null, refused: [picture.refused] };
  const sound = shapeSound(format, request, picture.video?.mode === 'copy');
  if ('refused' in sound) return { made: null, refused: [sound.refused] };
  const output = assemble(format, picture.video, sound.audio);
  return {
    made: {
      format,
      output,
      picture: picture.made,
      rateFromMaster: picture.fromMaster || sound.fromMaster,
      reasons: [
        ...copyReasons(output, picture.wouldCopy || sound.wouldCopy),
        ...picture.reasons,
        ...sound.reasons,
      ],
    },
    refused: null,
  };
}

function refuseKind(format: Format, { info, kind }: PlanRequest): Reason | null {
  if (format.kind === 'video' && info.video === null) return reason('no-picture');
  if (format.kind === 'audio' && info.audio === null) return reason('no-audio-track');
  return format.kind === kind ? null : reason('other-kind', { kind: format.kind });
}

/** Lossless copies of what is lossy already only waste space; beside a picture the sound is too small to matter. */
function refuseLossless(format: Format, { info }: PlanRequest): Reason | null {
  if (format.kind !== 'audio' || format.audio === null || info.audio === null) return null;
  const wasteful = AUDIO_CODECS[format.audio.codec].lossless && !isLosslessAudio(info.audio.codec);
  return wasteful ? reason('source-lossy', { codec: info.audio.codec }) : null;
}

interface ShapedPart {
  readonly reasons: readonly Reason[];
  readonly fromMaster: boolean;
  /** It would have been copied, had encoding not been forced. */
  readonly wouldCopy: boolean;
}

const NOTHING: ShapedPart = { reasons: [], fromMaster: false, wouldCopy: false };

type Refused = { readonly refused: Reason };

function shapePicture(
  format: Format,
  request: PlanRequest & { readonly slivers: Slivers },
): (ShapedPart & { video: OutputVideo | null; made: MadePicture | null }) | Refused {
  if (format.video === null || request.info.video === null)
    return { ...NOTHING, video: null, made: null };
  return shapeVideo(format.video, request.info.video, request);
}

function shapeSound(
  format: Format,
  request: PlanRequest,
  besideCopy: boolean,
): (ShapedPart & { audio: OutputAudio | null }) | Refused {
  const { info } = request;
  if (!hasSound(format)) return { ...NOTHING, audio: null };
  if (info.audio === null) return { ...NOTHING, audio: null, reasons: [reason('no-sound')] };
  const conforms = soundConforms(info, format, besideCopy);
  if (conforms && !request.forceEncoding)
    return { ...NOTHING, audio: { mode: 'copy', codec: format.audio.codec } };
  return encodeSound(format, info.audio, { ...request, wouldCopy: conforms });
}

function hasSound(format: Format): format is Format & { readonly audio: AudioRecipe } {
  return format.audio !== null;
}

function encodeSound(
  format: Format & { readonly audio: AudioRecipe },
  track: AudioTrack,
  { info, encoders, wouldCopy }: PlanRequest & { wouldCopy: boolean },
) {
  const shaped = shapeAudio(info, track, format, encoders);
  if (shaped === null)
    return {
      refused: reason('encoder-missing', {
        codec: AUDIO_CODECS[format.audio.codec].name,
        encoders: AUDIO_CODECS[format.audio.codec].encoders.join(', '),
      }),
    };
  return { ...shaped, wouldCopy };
}

function assemble(format: Format, video: OutputVideo | null, audio: OutputAudio | null): Output {
  const encodes = video?.mode === 'encode' || audio?.mode === 'encode';
  const output = {
    formatId: format.id,
    decision: encodes ? ('encode' as const) : ('copy' as const),
    container: format.container,
    video,
    audio,
  };
  return { ...output, formatName: format.name, fingerprint: fingerprintOutput(output) };
}

function copyReasons(output: Output, wouldCopy: boolean): readonly Reason[] {
  if (wouldCopy) return [reason('encoding-forced')];
  if (output.decision === 'copy') return [reason('master-conforms')];
  if (output.video?.mode === 'copy') return [reason('video-conforms')];
  return output.audio?.mode === 'copy' ? [reason('audio-conforms')] : [];
}
