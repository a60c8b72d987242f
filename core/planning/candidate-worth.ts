import { audioEfficiency } from '../codecs/efficiency.ts';
import { judge } from '../devices/judge.ts';
import type { Playable, PlayableAudio, PlayableVideo } from '../devices/playable.ts';
import type { Device } from '../model/device.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { MadeOutput } from './plan-request.ts';
import { webRank } from './source-order.ts';

export interface Candidate {
  readonly made: MadeOutput;
  readonly playable: Playable;
}

/** Enough for a device to count as well served; more is a matter of the format set, not of coverage. */
const DECENT_SHORT_SIDE = 720;
const DECENT_SOUND_BPS = 128_000;

/**
 * How much a candidate gives to the devices that have nothing: one for each that gets a decent picture or
 * sound, less for one that gets less than it and the master could give. So that one 360p rendition for all
 * does not win over a good one for most and a small one for the rest.
 */
export function worthFor(
  devices: readonly Device[],
  { playable }: Candidate,
  info: MediaInfo,
): number {
  const sum = devices
    .filter((device) => judge(device, playable).plays)
    .reduce(
      (worth, device) =>
        worth +
        (playable.video === null
          ? soundWorth(playable.audio, info)
          : pictureWorth(playable.video, device, info)),
      0,
    );
  return Math.round(sum * 1000) / 1000;
}

function pictureWorth(video: PlayableVideo, device: Device, info: MediaInfo): number {
  if (info.video === null) return 1;
  const shown = device.video.map((entry) => entry.maxShortSide ?? Number.POSITIVE_INFINITY);
  const decent = Math.min(
    DECENT_SHORT_SIDE,
    Math.min(info.video.width, info.video.height),
    Math.max(...shown),
  );
  return share(Math.min(video.width, video.height), decent);
}

function soundWorth(audio: PlayableAudio | null, info: MediaInfo): number {
  if (audio === null || info.audio === null) return 1;
  const efficiency = audioEfficiency(audio.codecName);
  const heard =
    efficiency === null || audio.bitrateBps === null
      ? 1
      : share(audio.bitrateBps / efficiency, DECENT_SOUND_BPS);
  return heard * share(audio.channels, Math.min(2, info.audio.channels));
}

function share(given: number, decent: number): number {
  return Math.min(1, Math.max(0.1, given / decent));
}

const VIDEO_UNIVERSALITY: readonly string[] = [
  'h264',
  'vp9',
  'hevc',
  'av1',
  'vp8',
  'mpeg4',
  'theora',
];
const AUDIO_UNIVERSALITY: readonly string[] = ['mp3', 'aac', 'opus', 'vorbis', 'flac', 'pcm_s16le'];

/** Containers of the web first; then copies, since they cost nothing; then what plays on most other devices too; then what is cheapest to make. */
export function byUniversality(a: Candidate, b: Candidate): number {
  return (
    webRank(a.made.output) - webRank(b.made.output) ||
    copyRank(a) - copyRank(b) ||
    codecRank(a) - codecRank(b) ||
    costOf(a) - costOf(b) ||
    (a.made.format.id < b.made.format.id ? -1 : 1)
  );
}

function copyRank({ made }: Candidate): number {
  return made.output.decision === 'copy' ? 0 : 1;
}

function codecRank({ playable }: Candidate): number {
  const order = playable.video === null ? AUDIO_UNIVERSALITY : VIDEO_UNIVERSALITY;
  const rank = order.indexOf((playable.video ?? playable.audio)?.codecName ?? '');
  return rank === -1 ? order.length : rank;
}

function costOf({ playable }: Candidate): number {
  const { video } = playable;
  if (video === null) return playable.bitrateBps ?? Number.MAX_SAFE_INTEGER;
  return video.width * video.height * (video.frameRate ?? 30);
}
