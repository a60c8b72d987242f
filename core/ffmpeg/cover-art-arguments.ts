import type { Container } from '../codecs/containers.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { Output } from '../model/plan.ts';

/** Containers whose muxers take an attached picture. */
const WITH_COVER: ReadonlySet<Container> = new Set(['mp3', 'm4a', 'flac']);

/** The cover comes along, encoded anew so that nothing which a camera wrote into it does. */
export function buildCoverArtArguments(output: Output, info: MediaInfo): readonly string[] {
  if (info.coverArtIndex === null || output.video !== null) return [];
  if (!WITH_COVER.has(output.container)) return [];
  return [
    '-map',
    `0:${info.coverArtIndex}`,
    '-c:v',
    'mjpeg',
    '-q:v',
    '3',
    '-filter:v',
    "scale=w='min(1400,iw)':h=-2:out_range=pc,format=yuvj420p",
    '-frames:v',
    '1',
    '-disposition:v:0',
    'attached_pic',
  ];
}
