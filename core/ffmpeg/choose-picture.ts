import type { VideoTrack } from '../model/media-info.ts';
import { parseVideoTrack } from './parse-video-track.ts';
import type { Probe, ProbeStream } from './probe-schema.ts';
import { parseNumber, parseRatio } from './probe-values.ts';

export interface ChosenPicture {
  readonly video: VideoTrack | null;
  readonly coverArtIndex: number | null;
  /** There is a picture, but it never moves: the file is an image. */
  readonly stillOnly: boolean;
}

/** Codecs of pictures as cameras and scanners write them. */
const STILL_CODECS = new Set(['mjpeg', 'png', 'bmp', 'webp', 'tiff', 'gif', 'jpeg2000', 'jpegxl']);

/** Files of these are sound; a picture in them is a cover, whatever its stream says. */
const SOUND_DEMUXERS = new Set([
  'mp3',
  'flac',
  'wav',
  'w64',
  'aiff',
  'ape',
  'wv',
  'tta',
  'aac',
  'dsf',
  'oma',
  'mpc',
  'mpc8',
]);

/** Which of the file's pictures is the video and which is only a cover. */
export function choosePicture(probe: Probe): ChosenPicture {
  const streams = (probe.streams ?? []).filter((stream) => stream.codec_type === 'video');
  const hasSound = (probe.streams ?? []).some((stream) => stream.codec_type === 'audio');
  const covers = streams.filter((stream) => isCover(stream, probe, hasSound));
  const moving = streams.filter((stream) => !covers.includes(stream));
  const stillOnly = moving.length > 0 && !hasSound && moving.every(isStill);
  return {
    video: stillOnly ? null : mainPicture(moving),
    coverArtIndex: covers.find((stream) => parseVideoTrack(stream) !== null)?.index ?? null,
    stillOnly: stillOnly || (moving.length === 0 && covers.length > 0 && !hasSound),
  };
}

function isCover(stream: ProbeStream, probe: Probe, hasSound: boolean): boolean {
  const { disposition = {} } = stream;
  if (disposition.attached_pic === 1 || disposition.timed_thumbnails === 1) return true;
  if (!hasSound || !STILL_CODECS.has(stream.codec_name ?? '')) return false;
  const demuxers = (probe.format?.format_name ?? '').split(',');
  return isStill(stream) || demuxers.some((name) => SOUND_DEMUXERS.has(name));
}

/** One frame; GIFs of older ffprobes do not say how many, but then have no average rate. */
function isStill(stream: ProbeStream): boolean {
  const frames = parseNumber(stream.nb_frames);
  if (frames !== null) return frames <= 1;
  return stream.codec_name === 'gif' && parseRatio(stream.avg_frame_rate) === null;
}

/** The default one, else the largest, else the first. */
function mainPicture(streams: readonly ProbeStream[]): VideoTrack | null {
  const ranked = streams
    .map((stream) => ({ track: parseVideoTrack(stream), first: stream.disposition?.default === 1 }))
    .filter((entry): entry is { track: VideoTrack; first: boolean } => entry.track !== null)
    .toSorted((a, b) => Number(b.first) - Number(a.first) || areaOf(b.track) - areaOf(a.track));
  return ranked[0]?.track ?? null;
}

function areaOf({ codedWidth, codedHeight }: VideoTrack): number {
  return codedWidth * codedHeight;
}
