import type { Device, DeviceAudio, DeviceSound, DeviceVideo } from '../../core/model/device.ts';

export const USUAL_SOUND: DeviceAudio = {
  codec: 'aac',
  maxChannels: 2,
  maxSampleRateHz: 48_000,
  maxBitrateBps: null,
};

export const USUAL_SOUND_FILE: DeviceSound = { ...USUAL_SOUND, containers: ['m4a', 'mp4'] };

export const USUAL_PICTURE: DeviceVideo = {
  containers: ['mp4'],
  codec: 'h264',
  profiles: [],
  maxLevel: '4.1',
  maxLongSide: 1920,
  maxShortSide: 1080,
  maxFrameRate: 60,
  maxBitrateBps: null,
  audio: [USUAL_SOUND],
};

/** What nearly everything plays, to be changed. */
export const NEW_DEVICE: Device = {
  id: '',
  name: '',
  description: '',
  builtIn: false,
  enabled: true,
  icon: 'other',
  video: [USUAL_PICTURE],
  audio: [USUAL_SOUND_FILE, { ...USUAL_SOUND_FILE, codec: 'mp3', containers: ['mp3'] }],
};
