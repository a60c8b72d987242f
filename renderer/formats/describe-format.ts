import { AUDIO_CODECS, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import { containerFacts } from '../../core/codecs/containers.ts';
import type { Format } from '../../core/model/format.ts';
import type { Figures } from '../texts/figures.ts';

/** "MP4 · H.264 · 1920 × 1080 · 7 Mb/s · AAC", the whole recipe in a line. */
export function describeFormat(format: Format, figures: Figures): string {
  const { video, audio } = format;
  return [
    containerFacts(format.container).name,
    ...(video === null ? [] : videoWords(video, figures)),
    ...(audio === null
      ? []
      : [
          AUDIO_CODECS[audio.codec].name,
          ...(video === null && audio.bitrateBps !== null
            ? [figures.bitrate(audio.bitrateBps)]
            : []),
        ]),
  ].join(' · ');
}

function videoWords(video: NonNullable<Format['video']>, figures: Figures): readonly string[] {
  const { codec, maxWidth, maxHeight, rate } = video;
  const bits = rate.mode === 'bitrate' ? rate.bitrateBps : rate.maxBitrateBps;
  return [
    VIDEO_CODECS[codec].name,
    ...(maxWidth !== null && maxHeight !== null ? [`${maxWidth} × ${maxHeight}`] : []),
    ...(bits === null ? [] : [figures.bitrate(bits)]),
  ];
}
