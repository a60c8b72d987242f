import type { Container } from '../codecs/containers.ts';
import { parseAudioCodec, parseVideoCodec } from '../codecs/ffprobe-names.ts';
import { buildMimeTypeOf, type FileCodecs } from '../containers/read-codec-strings.ts';
import { playableFromMaster } from '../devices/playable.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { Measured } from './tasks.ts';

/** A finished file in the words of a rendition: what was measured in it. */
export function describeOutput(
  container: Container,
  info: MediaInfo,
  { codecStrings, fastStart }: FileCodecs,
): Measured {
  const kind = info.video === null ? 'audio' : 'video';
  return {
    mimeType: buildMimeTypeOf(container, codecStrings, kind),
    codecStrings,
    durationSeconds: info.durationSeconds,
    sizeBytes: info.sizeBytes,
    bitrateBps: bitrateOf(info),
    video: describeVideo(info),
    audio: describeAudio(info),
    fastStart,
  };
}

/** The whole file's, from what is known for sure. */
function bitrateOf({ sizeBytes, durationSeconds, bitrateBps }: MediaInfo): number {
  return durationSeconds > 0 ? Math.round((sizeBytes * 8) / durationSeconds) : bitrateBps;
}

function describeVideo(info: MediaInfo): Measured['video'] {
  const { video } = playableFromMaster(info);
  const codec = video === null ? null : parseVideoCodec(video.codecName);
  if (video === null || codec === null) return null;
  const { profile, level, width, height, frameRate, bitDepth } = video;
  return { codec, profile, level, width, height, frameRate, bitDepth };
}

function describeAudio({ audio }: MediaInfo): Measured['audio'] {
  const codec = audio === null ? null : parseAudioCodec(audio.codec);
  if (audio === null || codec === null) return null;
  const { channels, sampleRateHz, bitrateBps } = audio;
  return { codec, channels, sampleRateHz, bitrateBps };
}
