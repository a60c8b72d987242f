import { containerFacts } from '../../core/codecs/containers.ts';
import { parseContainer } from '../../core/codecs/ffprobe-names.ts';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { AudioTrack, VideoTrack } from '../../core/model/media-info.ts';
import type { Texts } from '../texts/en.ts';
import type { Figures } from '../texts/figures.ts';
import { useLanguage } from '../texts/language.ts';

type Fact = readonly [string, string];

/** What was found in the master. */
export function FactList({ media }: { readonly media: MediaDetail }) {
  const { t, figures } = useLanguage();
  const { info } = media;
  const facts: readonly Fact[] = [
    [t.details.length, figures.duration(info.durationSeconds)],
    [t.details.size, figures.bytes(info.sizeBytes)],
    [t.details.rate, figures.bitrate(info.bitrateBps)],
    [t.details.container, containerName(media)],
    ...(info.video === null ? [] : videoFacts(info.video, t, figures)),
    [t.details.sound, info.audio === null ? t.details.noSound : soundWords(info.audio, t, figures)],
    ...(info.chapters.length === 0
      ? []
      : [[t.details.chapters, figures.number(info.chapters.length)] as const]),
    [t.details.added, figures.dateTime(media.createdAtMs)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** QuickTime and MP4 are one to FFmpeg; the name of the file tells them apart. */
function containerName({ info, master }: MediaDetail): string {
  const container = parseContainer(info.formatName, {
    videoCodec: info.video?.codec ?? null,
    audioCodec: info.audio?.codec ?? null,
  });
  if (container === null) return info.formatName.split(',')[0] ?? info.formatName;
  const family = container === 'mp4' || container === 'm4a';
  return family && /\.(mov|qt)$/i.test(master.path) ? 'QuickTime' : containerFacts(container).name;
}

function videoFacts(video: VideoTrack, t: Texts, figures: Figures): readonly Fact[] {
  const { codec, profile, width, height, frameRate, interlaced, variableFrameRate } = video;
  const rate = frameRate === null ? t.details.unknown : figures.number(frameRate, 2);
  const kind = [
    ...(interlaced ? [t.details.interlaced] : []),
    ...(variableFrameRate ? [t.details.variable] : []),
  ];
  const colour = [
    t.details.bits(video.bitDepth),
    video.chroma,
    ...(video.dynamicRange === 'sdr' ? [] : [`HDR (${video.dynamicRange.toUpperCase()})`]),
  ];
  return [
    [t.details.picture, `${width} × ${height}`],
    [t.details.pictureCodec, profile === null ? codec : `${codec}, ${profile}`],
    [t.details.frameRate, [rate, ...kind].join(', ')],
    [t.details.colour, colour.join(', ')],
  ];
}

function soundWords(audio: AudioTrack, t: Texts, figures: Figures): string {
  const rate = `${figures.number(audio.sampleRateHz / 1000, 1)} kHz`;
  return [audio.codec, t.details.channels(audio.channels), rate].join(', ');
}
