import type { Device, DeviceAudio, DeviceSound, DeviceVideo } from '../model/device.ts';

type Containers = DeviceVideo['containers'];

function sound(codec: DeviceAudio['codec'], limits: Partial<DeviceAudio> = {}): DeviceAudio {
  return { codec, maxChannels: 2, maxSampleRateHz: 48_000, maxBitrateBps: null, ...limits };
}

function file(
  containers: Containers,
  codec: DeviceAudio['codec'],
  limits: Partial<DeviceAudio> = {},
): DeviceSound {
  return { ...sound(codec, limits), containers };
}

function picture(
  containers: Containers,
  codec: DeviceVideo['codec'],
  limits: Partial<DeviceVideo> & Pick<DeviceVideo, 'audio'>,
): DeviceVideo {
  return {
    containers,
    codec,
    profiles: [],
    maxLevel: null,
    maxLongSide: null,
    maxShortSide: null,
    maxFrameRate: null,
    maxBitrateBps: null,
    ...limits,
  };
}

const UHD = { maxLongSide: 4096, maxShortSide: 2304 } as const;
const FULL_HD = { maxLongSide: 1920, maxShortSide: 1088 } as const;

const SURROUND = { maxChannels: 8, maxSampleRateHz: 96_000 } as const;
const ANY_RATE = { maxSampleRateHz: 192_000 } as const;

/** Current desktop browsers differ in details that no rendition of ours touches. HEVC counts only where it needs no hardware. */
const desktopMp4Sound = [
  sound('aac', SURROUND),
  sound('mp3'),
  sound('opus', SURROUND),
  sound('flac', ANY_RATE),
];
const webmSound = [sound('opus', SURROUND), sound('vorbis', SURROUND)];

const desktopVideo: readonly DeviceVideo[] = [
  picture(['mp4', 'webm'], 'av1', {
    profiles: ['main'],
    maxLevel: '5.1',
    ...UHD,
    maxFrameRate: 60,
    audio: desktopMp4Sound,
  }),
  picture(['webm', 'mp4'], 'vp9', {
    profiles: ['profile0'],
    maxLevel: '5.1',
    ...UHD,
    maxFrameRate: 60,
    audio: webmSound,
  }),
  picture(['webm'], 'vp8', { ...UHD, maxFrameRate: 60, audio: webmSound }),
  picture(['mp4'], 'h264', {
    profiles: ['baseline', 'main', 'high'],
    maxLevel: '5.2',
    ...UHD,
    maxFrameRate: 60,
    audio: desktopMp4Sound,
  }),
];

const desktopAudio: readonly DeviceSound[] = [
  file(['webm', 'ogg', 'opus', 'mp4'], 'opus', SURROUND),
  file(['webm', 'ogg'], 'vorbis', SURROUND),
  file(['m4a', 'mp4'], 'aac', SURROUND),
  file(['mp3'], 'mp3'),
  file(['flac', 'ogg'], 'flac', ANY_RATE),
  file(['wav'], 'pcm_s16le', ANY_RATE),
];

const appleMp4Sound = [sound('aac', { maxChannels: 6 }), sound('mp3')];

const appleVideo: readonly DeviceVideo[] = [
  picture(['mp4'], 'hevc', {
    profiles: ['main'],
    maxLevel: '5.1',
    ...UHD,
    maxFrameRate: 60,
    audio: appleMp4Sound,
  }),
  picture(['webm'], 'vp9', {
    profiles: ['profile0'],
    maxLevel: '5.1',
    ...UHD,
    maxFrameRate: 60,
    audio: [sound('opus'), sound('vorbis')],
  }),
  picture(['webm'], 'vp8', {
    ...FULL_HD,
    maxFrameRate: 60,
    audio: [sound('opus'), sound('vorbis')],
  }),
  picture(['mp4'], 'h264', {
    profiles: ['baseline', 'main', 'high'],
    maxLevel: '5.2',
    ...UHD,
    maxFrameRate: 60,
    audio: appleMp4Sound,
  }),
];

const appleAudio: readonly DeviceSound[] = [
  file(['webm', 'ogg', 'opus'], 'opus'),
  file(['ogg'], 'vorbis'),
  file(['m4a', 'mp4', 'aac'], 'aac', { maxChannels: 6 }),
  file(['mp3'], 'mp3'),
  file(['flac'], 'flac', ANY_RATE),
  file(['wav'], 'pcm_s16le', ANY_RATE),
];

const stereoFiles: readonly DeviceSound[] = [file(['mp3'], 'mp3'), file(['m4a', 'mp4'], 'aac')];

function device(
  id: string,
  name: string,
  description: string,
  rest: Pick<Device, 'icon' | 'video' | 'audio'>,
): Device {
  return { id, name, description, builtIn: true, enabled: true, ...rest };
}

/** What current and old devices play without a library and without luck. Sources: facts gathered from caniuse, MDN and vendors' documentation, 2026. */
export const BUILT_IN_DEVICES: readonly Device[] = [
  device('chrome', 'Chrome', 'Current Chrome and browsers built on it, on a computer.', {
    icon: 'desktop',
    video: desktopVideo,
    audio: desktopAudio,
  }),
  device('edge', 'Edge', 'Current Microsoft Edge.', {
    icon: 'desktop',
    video: desktopVideo,
    audio: desktopAudio,
  }),
  device('firefox', 'Firefox', 'Current Firefox on a computer.', {
    icon: 'desktop',
    video: desktopVideo,
    audio: desktopAudio,
  }),
  device('safari-macos', 'Safari on a Mac', 'Safari 17.4 or newer.', {
    icon: 'laptop',
    video: appleVideo,
    audio: appleAudio,
  }),
  device('ios', 'iPhone and iPad', 'iOS 18.4 or newer.', {
    icon: 'phone',
    video: appleVideo,
    audio: appleAudio,
  }),
  device('ios-old', 'Older iPhone and iPad', 'iOS 11 to 17.3: no WebM and no Opus.', {
    icon: 'phone',
    video: [
      picture(['mp4'], 'h264', {
        profiles: ['baseline', 'main', 'high'],
        maxLevel: '4.2',
        ...FULL_HD,
        maxFrameRate: 60,
        audio: [sound('aac')],
      }),
    ],
    audio: [
      file(['m4a', 'mp4'], 'aac'),
      file(['mp3'], 'mp3'),
      file(['flac'], 'flac'),
      file(['wav'], 'pcm_s16le'),
    ],
  }),
  device('android', 'Android', 'Current Chrome on Android.', {
    icon: 'phone',
    video: [
      picture(['mp4', 'webm'], 'av1', {
        profiles: ['main'],
        maxLevel: '4.1',
        ...FULL_HD,
        maxFrameRate: 60,
        audio: [sound('aac'), sound('opus')],
      }),
      picture(['webm', 'mp4'], 'vp9', {
        profiles: ['profile0'],
        maxLevel: '4.1',
        ...FULL_HD,
        maxFrameRate: 60,
        audio: webmSound,
      }),
      picture(['webm'], 'vp8', { ...FULL_HD, maxFrameRate: 60, audio: webmSound }),
      picture(['mp4'], 'h264', {
        profiles: ['baseline', 'main', 'high'],
        maxLevel: '4.2',
        ...FULL_HD,
        maxFrameRate: 60,
        audio: [sound('aac'), sound('mp3')],
      }),
    ],
    audio: desktopAudio,
  }),
  device(
    'android-old',
    'Old Android',
    'Phones with Android 2.3 to 4: H.264 Baseline up to level 3.0.',
    {
      icon: 'phone',
      video: [
        picture(['mp4', '3gp'], 'h264', {
          profiles: ['baseline'],
          maxLevel: '3.0',
          maxLongSide: 854,
          maxShortSide: 480,
          maxFrameRate: 30,
          maxBitrateBps: 2_500_000,
          audio: [sound('aac', { maxBitrateBps: 320_000 })],
        }),
      ],
      audio: [
        file(['mp3'], 'mp3'),
        file(['m4a', 'mp4', '3gp'], 'aac', { maxBitrateBps: 320_000 }),
        file(['ogg'], 'vorbis'),
      ],
    },
  ),
  device('tv', 'Television', 'Smart televisions since 2020.', {
    icon: 'tv',
    video: [
      picture(['mp4', 'webm'], 'av1', {
        profiles: ['main'],
        maxLevel: '5.1',
        ...UHD,
        maxFrameRate: 60,
        maxBitrateBps: 40_000_000,
        audio: [sound('aac'), sound('opus')],
      }),
      picture(['webm'], 'vp9', {
        profiles: ['profile0'],
        maxLevel: '5.1',
        ...UHD,
        maxFrameRate: 60,
        maxBitrateBps: 40_000_000,
        audio: [sound('opus'), sound('vorbis')],
      }),
      picture(['mp4'], 'hevc', {
        profiles: ['main'],
        maxLevel: '5.1',
        ...UHD,
        maxFrameRate: 60,
        maxBitrateBps: 40_000_000,
        audio: [sound('aac'), sound('ac3', { maxChannels: 6 })],
      }),
      picture(['mp4'], 'h264', {
        profiles: ['baseline', 'main', 'high'],
        maxLevel: '4.2',
        ...FULL_HD,
        maxFrameRate: 60,
        maxBitrateBps: 20_000_000,
        audio: [sound('aac'), sound('mp3'), sound('ac3', { maxChannels: 6 })],
      }),
    ],
    audio: [...stereoFiles, file(['flac'], 'flac'), file(['wav'], 'pcm_s16le')],
  }),
  device('tv-old', 'Older television', 'Smart televisions and sticks of the years before.', {
    icon: 'tv',
    video: [
      picture(['mp4'], 'h264', {
        profiles: ['baseline', 'main', 'high'],
        maxLevel: '4.1',
        ...FULL_HD,
        maxFrameRate: 60,
        maxBitrateBps: 15_000_000,
        audio: [sound('aac'), sound('mp3')],
      }),
    ],
    audio: stereoFiles,
  }),
  device('console', 'Game console', 'Consoles like the PlayStation 4: no HEVC, at most 8 Mb/s.', {
    icon: 'console',
    video: [
      picture(['mp4'], 'h264', {
        profiles: ['baseline', 'main', 'high'],
        maxLevel: '4.2',
        ...FULL_HD,
        maxFrameRate: 60,
        maxBitrateBps: 8_000_000,
        audio: [sound('aac')],
      }),
    ],
    audio: stereoFiles,
  }),
  device('podcast', 'Podcast player', 'Podcast programs on phones and in cars.', {
    icon: 'podcast',
    video: [
      picture(['mp4'], 'h264', {
        profiles: ['baseline', 'main', 'high'],
        maxLevel: '4.1',
        ...FULL_HD,
        maxFrameRate: 60,
        maxBitrateBps: 15_000_000,
        audio: [sound('aac')],
      }),
    ],
    audio: [
      file(['mp3'], 'mp3', { maxBitrateBps: 320_000 }),
      file(['m4a'], 'aac', { maxBitrateBps: 320_000 }),
    ],
  }),
];
