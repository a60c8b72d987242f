import type { Output } from '../model/plan.ts';

/** Groups in the order of running; slow codecs last, so that what most devices play is ready soonest. */
const ORDER = [
  'copy',
  'sound-beside-copy',
  'audio',
  'h264',
  'mpeg4',
  'theora',
  'vp8',
  'hevc',
  'vp9',
  'av1',
];

/**
 * Format ids by FFmpeg process. Each group is decoded once; copies are not decoded at all and cost next to
 * nothing, so they come first; slow codecs get a process each, out of the way of the others.
 */
export function groupOutputs(outputs: readonly Output[]): readonly (readonly string[])[] {
  const groups = Map.groupBy(outputs, groupOf);
  return [...groups.entries()]
    .toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([, members]) => members.map((output) => output.formatId));
}

function groupOf({ decision, video }: Output): string {
  if (decision === 'copy') return 'copy';
  if (video === null) return 'audio';
  return video.mode === 'copy' ? 'sound-beside-copy' : video.codec;
}
