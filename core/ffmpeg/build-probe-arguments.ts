import { fileUrl, INPUT_GUARD } from './input-arguments.ts';

/** For ffprobe: JSON of format, streams and chapters on stdout, errors with their level on stderr. */
export function buildProbeArguments(path: string): readonly string[] {
  return [
    '-hide_banner',
    '-loglevel',
    'level+error',
    ...INPUT_GUARD,
    '-print_format',
    'json',
    '-show_format',
    '-show_streams',
    '-show_chapters',
    '-i',
    fileUrl(path),
  ];
}
