import { AUDIO_CODECS, type AudioCodec, type VideoCodec } from '../codecs/codecs.ts';
import { type Container, containerFacts } from '../codecs/containers.ts';
import { plainProfiles } from '../codecs/profiles.ts';
import { judge } from '../devices/judge.ts';
import { playableFromOutput } from '../devices/playable.ts';
import type { Device, DeviceAudio, DeviceVideo } from '../model/device.ts';
import type { AudioRecipe, Format, RateControl, VideoRecipe } from '../model/format.ts';
import { ampleBitrateBps } from './fit-rate.ts';
import type { MadeOutput, PlanRequest } from './plan-request.ts';
import { fitSampleRate } from './shape-audio.ts';
import { shapeOutput } from './shape-output.ts';

/** Constant quality for renditions that no person chose; codecs without an entry get an average rate. */
const USUAL_QUALITY: Partial<Record<VideoCodec, number>> = { h264: 23, hevc: 26, vp9: 33, av1: 35 };
const USUAL_SOUND_BPS = 128_000;
const UNIVERSAL: readonly string[] = ['h264', 'mp3', 'aac'];

/** A rendition to the device's own limits; null when no encoder at hand makes anything that it plays. */
export function makeForDevice(device: Device, request: PlanRequest): MadeOutput | null {
  for (const format of formatsFor(device, request)) {
    const { made } = shapeOutput(format, request, 'keep');
    if (made !== null && judge(device, playableFromOutput(made.output, request.info)).plays)
      return made;
  }
  return null;
}

function* formatsFor(device: Device, request: PlanRequest): Generator<Format> {
  if (request.kind === 'audio') {
    for (const entry of universalFirst(device.audio)) yield* soundFormats(device, entry, request);
  } else {
    for (const entry of universalFirst(device.video)) yield* pictureFormats(device, entry, request);
  }
}

function universalFirst<E extends { readonly codec: string }>(entries: readonly E[]): readonly E[] {
  const rank = (entry: E) =>
    (UNIVERSAL.indexOf(entry.codec) + UNIVERSAL.length + 1) % (UNIVERSAL.length + 1);
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

function* soundFormats(
  device: Device,
  entry: Device['audio'][number],
  request: PlanRequest,
): Generator<Format> {
  for (const container of entry.containers) {
    const audio = soundRecipe(entry, container, { request, mostBps: entry.maxBitrateBps });
    if (holds(container, null, entry.codec))
      yield formatFrom(device, { kind: 'audio', container, video: null, audio });
  }
}

function* pictureFormats(
  device: Device,
  entry: DeviceVideo,
  request: PlanRequest,
): Generator<Format> {
  for (const container of entry.containers) {
    if (!holds(container, entry.codec, null)) continue;
    const budget = {
      request,
      mostBps: entry.maxBitrateBps === null ? null : entry.maxBitrateBps / 4,
    };
    const ways = universalFirst(entry.audio).filter((way) =>
      holds(container, entry.codec, way.codec),
    );
    const sounds = [...ways.map((way) => soundRecipe(way, container, budget)), null];
    for (const audio of sounds) {
      const video = pictureRecipe(entry, request, audio?.bitrateBps ?? 0);
      yield formatFrom(device, { kind: 'video', container, video, audio });
    }
  }
}

function holds(container: Container, video: VideoCodec | null, audio: AudioCodec | null): boolean {
  const facts = containerFacts(container);
  return (
    (video === null || facts.video.includes(video)) &&
    (audio === null || facts.audio.includes(audio))
  );
}

function pictureRecipe(entry: DeviceVideo, request: PlanRequest, soundBps: number): VideoRecipe {
  const { codec } = entry;
  return {
    codec,
    fit: 'scale',
    maxWidth: entry.maxLongSide,
    maxHeight: entry.maxShortSide,
    maxFrameRate: entry.maxFrameRate,
    rate: rateFor(entry, request, soundBps),
    profile:
      entry.profiles.length === 0
        ? null
        : (plainProfiles(codec).findLast((profile) => entry.profiles.includes(profile)) ?? null),
    level: entry.maxLevel,
    effort: 'medium',
    keyFrameSeconds: 2,
    extraParameters: [],
  };
}

function rateFor(entry: DeviceVideo, { info }: PlanRequest, soundBps: number): RateControl {
  const width = Math.min(info.video?.width ?? 1920, entry.maxLongSide ?? Number.POSITIVE_INFINITY);
  const height = Math.min(
    info.video?.height ?? 1080,
    entry.maxLongSide ?? Number.POSITIVE_INFINITY,
  );
  const frameRate = Math.min(
    info.video?.frameRate ?? 30,
    entry.maxFrameRate ?? Number.POSITIVE_INFINITY,
  );
  const ample = ampleBitrateBps({ codec: entry.codec, width, height, frameRate });
  const most =
    entry.maxBitrateBps === null
      ? Number.POSITIVE_INFINITY
      : Math.max(1, entry.maxBitrateBps - soundBps);
  const bitrateBps = Math.max(1, Math.floor(Math.min(ample, most)));
  const quality = USUAL_QUALITY[entry.codec];
  return quality === undefined
    ? { mode: 'bitrate', bitrateBps }
    : { mode: 'quality', quality, maxBitrateBps: bitrateBps };
}

function soundRecipe(
  way: DeviceAudio,
  container: Container,
  { request, mostBps }: { request: PlanRequest; mostBps: number | null },
): AudioRecipe {
  const most = Math.min(
    USUAL_SOUND_BPS,
    way.maxBitrateBps ?? USUAL_SOUND_BPS,
    mostBps ?? USUAL_SOUND_BPS,
  );
  const masterHz = request.info.audio?.sampleRateHz ?? 48_000;
  const tooHigh = masterHz > way.maxSampleRateHz;
  return {
    codec: way.codec,
    bitrateBps: AUDIO_CODECS[way.codec].lossless ? null : Math.max(1, Math.floor(most)),
    maxChannels: Math.min(2, way.maxChannels),
    sampleRateHz: tooHigh ? fitSampleRate(way.codec, container, way.maxSampleRateHz) : null,
    extraParameters: [],
  };
}

function formatFrom(
  device: Device,
  recipe: Pick<Format, 'kind' | 'container' | 'video' | 'audio'>,
): Format {
  return {
    id: `fit-${device.id}`.slice(0, 100),
    name: `Made for ${device.name}`.slice(0, 100),
    description: '',
    builtIn: true,
    ...recipe,
  };
}
