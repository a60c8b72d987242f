import { levelBitrateBps } from '../codecs/levels.ts';
import type { EncodedVideo } from './encoded-streams.ts';

/** Seconds of the peak rate that a player must be able to hold, unless the level says less. */
const BUFFER_SECONDS = 2;

/** CRF under a ceiling, or an average whose peaks reach twice as high: for x264, x265 and their like. */
export function rateArguments(video: EncodedVideo): readonly string[] {
  const { rate } = video;
  if (rate.mode === 'bitrate') {
    return ['-b:v', String(rate.bitrateBps), ...peakArguments(video, rate.bitrateBps * 2)];
  }
  const peak = rate.maxBitrateBps === null ? [] : peakArguments(video, rate.maxBitrateBps);
  return ['-crf', String(rate.quality), ...peak];
}

/** Average and peak for encoders that know no CRF: a quality becomes its ceiling. */
export function averageArguments(video: EncodedVideo, fallbackBps: number): readonly string[] {
  const { rate } = video;
  const average = rate.mode === 'bitrate' ? rate.bitrateBps : (rate.maxBitrateBps ?? fallbackBps);
  return ['-b:v', String(average), ...peakArguments(video, average * 2)];
}

function peakArguments(video: EncodedVideo, peakBps: number): readonly string[] {
  return ['-maxrate:v', String(peakBps), '-bufsize:v', String(bufferBits(video, peakBps))];
}

/** H.264 and HEVC levels allow about a second of their highest rate (tables A-1 and A.8, MaxCPB). */
function bufferBits({ codec, level, profile }: EncodedVideo, peakBps: number): number {
  const allowed = level === null ? null : levelBitrateBps(codec, level, profile);
  const wanted = peakBps * BUFFER_SECONDS;
  return allowed === null ? wanted : Math.floor(Math.max(peakBps, Math.min(wanted, allowed)));
}
