import { containerFacts } from '../codecs/containers.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { Output } from '../model/plan.ts';
import { fileUrl } from './input-arguments.ts';

/** Container, tags and target of one output: the end of its arguments. */
export function buildMuxerArguments(
  output: Output,
  info: MediaInfo,
  path: string,
): readonly string[] {
  const { muxer, fastStart } = containerFacts(output.container);
  return [
    ...sampleEntryArguments(output),
    ...metadataArguments(output, info),
    ...(fastStart ? ['-movflags', '+faststart'] : []),
    ...(OWN[muxer] ?? []),
    // copied streams of uneven density must not end the run
    '-max_muxing_queue_size',
    '4096',
    '-f',
    muxer,
    fileUrl(path),
  ];
}

const OWN: Readonly<Record<string, readonly string[]>> = {
  // FLAC, Opus and Vorbis in MP4 counted as experimental for years
  mp4: ['-strict', 'experimental'],
  mp3: ['-id3v2_version', '3'],
  // over 4 GiB a WAV becomes RF64
  wav: ['-rf64', 'auto'],
  flv: ['-flvflags', 'add_keyframe_index'],
};

/** Apple plays HEVC as `hvc1` only; old players know MPEG-4 in AVI by the name XVID. */
function sampleEntryArguments({ container, video }: Output): readonly string[] {
  if (video?.codec === 'hevc' && container === 'mp4') return ['-tag:v', 'hvc1'];
  return video?.codec === 'mpeg4' && container === 'avi' ? ['-tag:v', 'XVID'] : [];
}

/** Tags that listeners see in their player. Position, device, owner and times of recording stay behind. */
const SOUND_TAGS = ['title', 'artist', 'album', 'date', 'track', 'genre'] as const;
const PICTURE_TAGS = ['title'] as const;

function metadataArguments(output: Output, info: MediaInfo): readonly string[] {
  const names = output.video === null ? SOUND_TAGS : PICTURE_TAGS;
  const kept = names.flatMap((name) => {
    const value = info.tags[name];
    return value === null ? [] : ['-metadata', `${name}=${value}`];
  });
  const language = info.audio?.language ?? null;
  const spoken =
    output.audio === null || language === null ? [] : ['-metadata:s:a:0', `language=${language}`];
  return [
    '-map_metadata',
    '-1',
    '-map_metadata:s',
    '-1',
    ...kept,
    ...spoken,
    '-map_chapters',
    output.video === null && info.chapters.length > 0 ? '0' : '-1',
  ];
}
