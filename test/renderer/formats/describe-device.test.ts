import { expect, it } from 'vitest';
import type { Device } from '../../../core/model/device.ts';
import { describeDevice } from '../../../renderer/formats/describe-device.ts';
import {
  NEW_DEVICE,
  USUAL_PICTURE,
  USUAL_SOUND_FILE,
} from '../../../renderer/formats/new-device.ts';

const upTo = (size: string) => `up to ${size}`;

function player(changes: Partial<Device>): Device {
  return { ...NEW_DEVICE, video: [], audio: [], ...changes };
}

it('names codecs of the same limits together, and each only once', () => {
  const large = { ...USUAL_PICTURE, maxLongSide: 4096, maxShortSide: 2304 };
  const small = { ...USUAL_PICTURE, maxLongSide: 1920, maxShortSide: 1088 };
  const video = [
    { ...large, codec: 'av1' as const },
    { ...small, codec: 'vp8' as const },
    { ...large, codec: 'h264' as const },
    { ...large, codec: 'h264' as const },
  ];
  expect(describeDevice(player({ video }), upTo)).toBe(
    'AV1, H.264 up to 4096 × 2304 · VP8 up to 1920 × 1088',
  );
});

it('gives no size where there is no limit, and no picture where there is none', () => {
  const video = [{ ...USUAL_PICTURE, codec: 'h264' as const, maxLongSide: null }];
  const audio = [{ ...USUAL_SOUND_FILE, codec: 'mp3' as const }];
  expect(describeDevice(player({ video, audio }), upTo)).toBe('H.264 · MP3');
  expect(describeDevice(player({ audio }), upTo)).toBe('MP3');
});
