import { parametersFor } from '../formats/extra-parameters.ts';
import type { EncodedVideo } from './encoded-streams.ts';
import { mostReferenceFrames } from './h264-reference-frames.ts';
import { averageArguments, rateArguments } from './rate-arguments.ts';

export interface EncoderSetting {
  readonly video: EncodedVideo;
  readonly threads: number;
  /** Of what is encoded. */
  readonly frameRate: number;
}

type ArgumentBuilder = (setting: EncoderSetting) => readonly string[];

/** Everything that one picture encoder is told, its name included. */
export function buildVideoEncoderArguments(setting: EncoderSetting): readonly string[] {
  const { video, threads, frameRate } = setting;
  const own = BUILDERS[video.encoder] ?? rateOnly;
  return [
    '-c:v',
    video.encoder,
    '-threads:v',
    String(threads),
    '-g:v',
    String(Math.max(1, Math.round(video.keyFrameSeconds * frameRate))),
    ...own(setting),
    ...COLOR_TAGS,
    ...parametersFor(video.encoder, video.extraParameters),
  ];
}

const COLOR_TAGS = [
  '-color_range:v',
  'tv',
  '-color_primaries:v',
  'bt709',
  '-color_trc:v',
  'bt709',
  '-colorspace:v',
  'bt709',
];

const BUILDERS: Readonly<Record<string, ArgumentBuilder>> = {
  libx264: x264,
  libx265: x265,
  libopenh264: openH264,
  'libvpx-vp9': vp9,
  libvpx: vp8,
  libsvtav1: svtAv1,
  'libaom-av1': aomAv1,
  mpeg4,
  libtheora: theora,
};

function rateOnly({ video }: EncoderSetting): readonly string[] {
  return rateArguments(video);
}

const X264_PRESETS = { fast: 'veryfast', medium: 'medium', slow: 'slow' } as const;
/** What those presets use; a level may allow fewer. */
const X264_REFERENCES = { fast: 1, medium: 3, slow: 5 } as const;

function x264({ video }: EncoderSetting): readonly string[] {
  const { effort, profile, level, width, height } = video;
  const most = level === null ? null : mostReferenceFrames(level, width, height);
  const references = most !== null && most < X264_REFERENCES[effort] ? ['-refs:v', `${most}`] : [];
  return [
    '-preset:v',
    X264_PRESETS[effort],
    ...rateArguments(video),
    ...(profile === null ? [] : ['-profile:v', profile]),
    ...(level === null ? [] : ['-level:v', level]),
    ...references,
  ];
}

const X265_PRESETS = { fast: 'veryfast', medium: 'medium', slow: 'slow' } as const;

function x265({ video, threads }: EncoderSetting): readonly string[] {
  const { effort, profile, level } = video;
  const parameters = ['log-level=error', 'open-gop=0', `pools=${threads}`];
  if (level !== null) parameters.push(`level-idc=${level}`, 'high-tier=0');
  return [
    '-preset:v',
    X265_PRESETS[effort],
    ...rateArguments(video),
    ...(profile === null ? [] : ['-profile:v', profile]),
    '-x265-params:v',
    parameters.join(':'),
  ];
}

/** Knows neither CRF nor a buffer; frames may be dropped rather than the ceiling broken. */
function openH264({ video }: EncoderSetting): readonly string[] {
  const profile = video.profile === 'baseline' ? 'constrained_baseline' : video.profile;
  return [
    ...averageArguments(video, 2_000_000),
    '-rc_mode:v',
    'bitrate',
    '-allow_skip_frames:v',
    '1',
    ...(profile === null ? [] : ['-profile:v', profile]),
  ];
}

const VPX_SPEEDS = { fast: 5, medium: 3, slow: 1 } as const;

/** With a CRF, `-b:v` is the ceiling; 0 is none. */
function vpxRate(video: EncodedVideo): readonly string[] {
  const { rate } = video;
  if (rate.mode === 'bitrate') return averageArguments(video, rate.bitrateBps);
  return ['-crf', String(Math.max(4, rate.quality)), '-b:v', String(rate.maxBitrateBps ?? 0)];
}

function vp9({ video }: EncoderSetting): readonly string[] {
  return [
    '-deadline:v',
    'good',
    '-cpu-used:v',
    String(VPX_SPEEDS[video.effort]),
    '-row-mt:v',
    '1',
    '-tile-columns:v',
    String(tileColumns(video.width)),
    '-auto-alt-ref:v',
    '1',
    '-lag-in-frames:v',
    '25',
    ...vpxRate(video),
  ];
}

/** As a power of two; a tile has at least 256 columns. */
function tileColumns(width: number): number {
  return Math.max(0, Math.min(4, Math.floor(Math.log2(width / 256))));
}

function vp8({ video }: EncoderSetting): readonly string[] {
  return [
    '-deadline:v',
    'good',
    '-cpu-used:v',
    String(VPX_SPEEDS[video.effort]),
    '-auto-alt-ref:v',
    '1',
    '-lag-in-frames:v',
    '16',
    ...vpxRate(video),
  ];
}

const SVT_PRESETS = { fast: 10, medium: 8, slow: 5 } as const;
/** From version 3 on `lp` is a level of parallelism that ends here; above it the encoder chooses itself. */
const MOST_SVT_THREADS = 6;

function svtAv1({ video, threads }: EncoderSetting): readonly string[] {
  const { rate } = video;
  const rateControl =
    rate.mode === 'bitrate' ? ['-b:v', String(rate.bitrateBps)] : rateArguments(video);
  const limit = threads <= MOST_SVT_THREADS ? ['-svtav1-params:v', `lp=${threads}`] : [];
  return ['-preset:v', String(SVT_PRESETS[video.effort]), ...rateControl, ...limit];
}

const AOM_SPEEDS = { fast: 8, medium: 6, slow: 4 } as const;

/** Experimental before FFmpeg 4.3. */
function aomAv1({ video }: EncoderSetting): readonly string[] {
  return [
    '-strict:v',
    'experimental',
    '-cpu-used:v',
    String(AOM_SPEEDS[video.effort]),
    '-row-mt:v',
    '1',
    '-tile-columns:v',
    String(tileColumns(video.width)),
    ...vpxRate(video),
  ];
}

/** profile_idc 15 is Advanced Simple, which has B-frames. */
function mpeg4({ video }: EncoderSetting): readonly string[] {
  const { rate, profile } = video;
  const least =
    rate.mode === 'quality' ? Math.max(2, Math.min(31, Math.round(rate.quality / 3))) : 2;
  const advanced = profile === 'advanced-simple' ? ['-profile:v', '15', '-bf:v', '2'] : [];
  return [...averageArguments(video, 1_500_000), '-qmin:v', String(least), ...advanced];
}

function theora({ video }: EncoderSetting): readonly string[] {
  const { rate } = video;
  if (rate.mode === 'bitrate') return ['-b:v', String(rate.bitrateBps)];
  if (rate.maxBitrateBps !== null) return ['-b:v', String(rate.maxBitrateBps)];
  return ['-q:v', String(Math.round(((63 - rate.quality) / 63) * 10))];
}
