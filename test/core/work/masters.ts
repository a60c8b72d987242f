import type { MediaInfo } from '../../../core/model/media-info.ts';
import { mediaInfo, videoTrack } from '../planning/sample-masters.ts';

/** Ten seconds of H.264 and AAC, 320×180, 25 frames a second. */
export function videoMaster(): MediaInfo {
  return mediaInfo({
    durationSeconds: 10,
    sizeBytes: 1_000_000,
    bitrateBps: 800_000,
    video: videoTrack({ level: 13, width: 320, height: 180, frameRate: 25, bitrateBps: 670_000 }),
  });
}
