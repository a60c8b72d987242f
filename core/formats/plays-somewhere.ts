import { containerFacts } from '../codecs/containers.ts';
import { lowestLevel } from '../codecs/levels.ts';
import { defaultProfile } from '../codecs/profiles.ts';
import { judge } from '../devices/judge.ts';
import type { Playable } from '../devices/playable.ts';
import type { Device } from '../model/device.ts';
import type { AudioRecipe, Format, VideoRecipe } from '../model/format.ts';

/** Small enough for any device: what is left to judge are container, codecs and profile. */
const SMALL = { width: 320, height: 180, frameRate: 15 } as const;

/** Whether some device would play a small file in this format. */
export function playsSomewhere(format: Format, devices: readonly Device[]): boolean {
  const playable: Playable = {
    container: format.container,
    video: format.video === null ? null : smallVideo(format.video),
    audio: format.audio === null ? null : stereo(format.audio),
    bitrateBps: null,
    fastStart: containerFacts(format.container).fastStart ? true : null,
  };
  return devices.some((device) => judge(device, playable).plays);
}

function smallVideo({ codec, profile }: VideoRecipe): Playable['video'] {
  return {
    ...SMALL,
    codec,
    codecName: codec,
    profile: profile ?? defaultProfile(codec),
    level: lowestLevel(codec, { ...SMALL, bitrateBps: null, profile }),
    bitDepth: 8,
    chroma: '4:2:0',
    interlaced: false,
    dynamicRange: 'sdr',
    squarePixels: true,
  };
}

function stereo({ codec, maxChannels, sampleRateHz }: AudioRecipe): Playable['audio'] {
  return {
    codec,
    codecName: codec,
    channels: Math.min(2, maxChannels),
    sampleRateHz: sampleRateHz ?? 44_100,
    bitrateBps: null,
  };
}
