import { AUDIO_CODECS, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import type { Device } from '../../core/model/device.ts';

/** "AV1, VP9 up to 4096 × 2304 · VP8 up to 1920 × 1088 · AAC, MP3": what it plays, in a line. */
export function describeDevice(device: Device, upTo: (size: string) => string): string {
  const sound = new Set(device.audio.map(({ codec }) => AUDIO_CODECS[codec].name));
  return [...pictureWords(device, upTo), [...sound].join(', ')]
    .filter((words) => words !== '')
    .join(' · ');
}

/** Codecs of the same limits stand together, in the order of the first of them. */
function pictureWords(device: Device, upTo: (size: string) => string): readonly string[] {
  const limits = Map.groupBy(device.video, ({ maxLongSide, maxShortSide }) =>
    maxLongSide === null || maxShortSide === null ? '' : `${maxLongSide} × ${maxShortSide}`,
  );
  return [...limits].map(([size, entries]) => {
    const names = [...new Set(entries.map(({ codec }) => VIDEO_CODECS[codec].name))].join(', ');
    return size === '' ? names : `${names} ${upTo(size)}`;
  });
}
