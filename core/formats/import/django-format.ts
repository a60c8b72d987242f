import type { z } from 'zod';
import type { AudioRecipe, Format, VideoRecipe } from '../../model/format.ts';
import type { MediaKind } from '../../model/scalars.ts';
import { findFormatProblems } from '../find-format-problems.ts';
import { buildAudioRecipe } from './django-audio-recipe.ts';
import { parseOldAudioCodec, parseOldContainer, parseOldVideoCodec } from './django-names.ts';
import {
  type AudioFormatFields,
  audioFormatFields,
  type DjangoRow,
  type VideoFormatFields,
  videoFormatFields,
} from './django-row.ts';
import { buildVideoRecipe } from './django-video-recipe.ts';

export type BuiltFormat =
  | { readonly ok: true; readonly format: Omit<Format, 'id'>; readonly notes: readonly string[] }
  | { readonly ok: false; readonly field: string; readonly reason: string };

/** A row of `avlogue.videoformat` or `avlogue.audioformat` as a format of today, or why not. */
export function buildFormatFromRow(row: DjangoRow, kind: MediaKind): BuiltFormat {
  if (kind === 'audio') {
    const parsed = audioFormatFields.safeParse(row.fields);
    return parsed.success ? build(parsed.data, null) : wrongField(parsed.error);
  }
  const parsed = videoFormatFields.safeParse(row.fields);
  return parsed.success ? build(parsed.data, parsed.data) : wrongField(parsed.error);
}

/** Fields that the old models did not have. */
export function unknownFields(row: DjangoRow, kind: MediaKind): readonly string[] {
  const known = Object.keys((kind === 'audio' ? audioFormatFields : videoFormatFields).shape);
  return Object.keys(row.fields).filter((name) => !known.includes(name));
}

function build(fields: AudioFormatFields, video: VideoFormatFields | null): BuiltFormat {
  const kind = video === null ? 'audio' : 'video';
  const container = parseOldContainer(fields.container, kind);
  if (container === null) return unknownName('container', fields.container);
  const picture = video === null ? null : buildPicture(video);
  if (picture !== null && 'ok' in picture) return picture;
  const sound = buildSound(fields, kind);
  if (sound !== null && 'ok' in sound) return sound;
  const format: Omit<Format, 'id'> = {
    name: fields.name,
    description: 'From the old AVlogue.',
    kind,
    builtIn: false,
    container,
    video: picture?.recipe ?? null,
    audio: sound?.recipe ?? null,
  };
  const problems = findFormatProblems({ ...format, id: 'imported' }, []);
  const fault = problems.find(({ severity }) => severity === 'error');
  if (fault !== undefined) return { ok: false, field: fault.field, reason: fault.message };
  return { ok: true, format, notes: [...(picture?.notes ?? []), ...(sound?.notes ?? [])] };
}

interface Built<R> {
  readonly recipe: R;
  readonly notes: readonly string[];
}
type Refused = Extract<BuiltFormat, { ok: false }>;

function buildPicture(fields: VideoFormatFields): Built<VideoRecipe> | Refused {
  const codec = parseOldVideoCodec(fields.video_codec);
  return codec === null
    ? unknownName('video_codec', fields.video_codec)
    : buildVideoRecipe(fields, codec);
}

/** A video without an audio codec was mute. */
function buildSound(
  fields: AudioFormatFields,
  kind: MediaKind,
): Built<AudioRecipe> | Refused | null {
  if (kind === 'video' && fields.audio_codec === '') return null;
  const codec = parseOldAudioCodec(fields.audio_codec);
  return codec === null
    ? unknownName('audio_codec', fields.audio_codec)
    : buildAudioRecipe(fields, codec);
}

function unknownName(field: string, written: string): Refused {
  return { ok: false, field, reason: `“${written.slice(0, 40)}” is not known.` };
}

function wrongField(error: z.ZodError): Refused {
  const [issue] = error.issues;
  return { ok: false, field: issue?.path.join('.') ?? '', reason: `${issue?.message}.` };
}
