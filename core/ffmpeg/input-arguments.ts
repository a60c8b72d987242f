import { FORMAT_WHITELIST } from './demuxers.ts';

/**
 * A path that FFmpeg can take neither for an option (leading dash) nor for a protocol (`http:`, `concat:`).
 * The file protocol cuts this prefix off and takes the rest as it is: nothing is decoded or expanded.
 */
export function fileUrl(path: string): string {
  return `file:${path}`;
}

/** Stands before `-i`: a crafted file can neither name another file or address nor pick a demuxer that would. */
export const INPUT_GUARD: readonly string[] = [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  FORMAT_WHITELIST,
];

/** One guarded input of ffmpeg; `options` (`-ss`, `-t`, …) hold for it alone. */
export function buildInput(path: string, options: readonly string[] = []): readonly string[] {
  return [...INPUT_GUARD, ...options, '-i', fileUrl(path)];
}
