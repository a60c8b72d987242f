import type { SubtitleTrack } from '../model/media-info.ts';
import { parseLanguage } from './languages.ts';
import type { ProbeStream } from './probe-schema.ts';
import { readTag } from './probe-values.ts';

/** Those that FFmpeg decodes to text; DVD, Blu-ray, DVB and teletext subtitles are pictures or need optional libraries. */
const TEXT_CODECS = new Set([
  'subrip',
  'srt',
  'ass',
  'ssa',
  'mov_text',
  'webvtt',
  'text',
  'eia_608',
  'microdvd',
  'mpl2',
  'jacosub',
  'sami',
  'realtext',
  'stl',
  'subviewer',
  'subviewer1',
  'vplayer',
  'pjs',
  'hdmv_text_subtitle',
]);

export function parseSubtitleTrack(stream: ProbeStream): SubtitleTrack | null {
  const { codec_name: codec, disposition } = stream;
  if (codec === undefined) return null;
  return {
    index: stream.index,
    codec,
    isText: TEXT_CODECS.has(codec),
    language: parseLanguage(readTag(stream.tags, 'language')),
    title: readTag(stream.tags, 'title'),
    isDefault: disposition?.default === 1,
    isForced: disposition?.forced === 1,
  };
}
