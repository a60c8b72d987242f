import { describe, expect, it } from 'vitest';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { findDeviceProblems } from '../../../core/devices/find-device-problems.ts';
import { BUILT_IN_FORMAT_SETS, BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import { findFormatProblems } from '../../../core/formats/find-format-problems.ts';
import { findSetProblems } from '../../../core/formats/find-set-problems.ts';
import type { AudioRecipe, Format, VideoRecipe } from '../../../core/model/format.ts';

function builtIn(id: string): Format {
  const format = BUILT_IN_FORMATS.find((each) => each.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
}

function withVideo(changes: Partial<VideoRecipe>, id = 'h264-1080p'): Format {
  const format = builtIn(id);
  if (format.video === null) throw new Error(`${id} has no picture`);
  return { ...format, video: { ...format.video, ...changes } };
}

function withAudio(changes: Partial<AudioRecipe>, id = 'mp3'): Format {
  const format = builtIn(id);
  if (format.audio === null) throw new Error(`${id} is mute`);
  return { ...format, audio: { ...format.audio, ...changes } };
}

const bitrate = (bitrateBps: number) => ({ mode: 'bitrate' as const, bitrateBps });
const quality = (value: number, maxBitrateBps: number | null = null) => ({
  mode: 'quality' as const,
  quality: value,
  maxBitrateBps,
});

const FAULTS: readonly (readonly [name: string, format: unknown, field: string, code: string])[] = [
  ['nothing', null, '', 'schema'],
  ['a rate of zero', withVideo({ rate: bitrate(0) }), 'video.rate.bitrateBps', 'number-too-small'],
  [
    'a frame rate of zero',
    withVideo({ maxFrameRate: 0 }),
    'video.maxFrameRate',
    'number-too-small',
  ],
  ['an unknown container', { ...builtIn('mp3'), container: 'rm' }, 'container', 'not-offered'],
  ['no picture in a video', { ...builtIn('h264-720p'), video: null }, 'video', 'video-missing'],
  ['a picture in audio', { ...builtIn('h264-720p'), kind: 'audio' }, 'video', 'video-in-audio'],
  ['mute audio', { ...builtIn('mp3'), audio: null }, 'audio', 'audio-missing'],
  [
    'HEVC in WebM',
    { ...builtIn('hevc-720p'), container: 'webm' },
    'video.codec',
    'container-cannot-hold',
  ],
  ['AAC in WebM', { ...builtIn('aac'), container: 'webm' }, 'audio.codec', 'container-cannot-hold'],
  [
    'a picture in MP3',
    { ...builtIn('h264-720p'), container: 'mp3' },
    'video.codec',
    'container-cannot-hold',
  ],
  ['1080p at level 3.1', withVideo({ level: '3.1' }), 'video.level', 'level-too-low'],
  [
    '1080p60 at level 4.0',
    withVideo({ level: '4.0', maxFrameRate: 60 }),
    'video.level',
    'level-too-low',
  ],
  [
    'a height alone that breaks a level',
    withVideo({ level: '3.1', maxWidth: null }),
    'video.level',
    'level-too-low',
  ],
  ['a level that there is not', withVideo({ level: '4.7' }), 'video.level', 'level-unknown'],
  ['a level for Theora', withVideo({ level: '1.0' }, 'ogv-theora'), 'video.level', 'level-unknown'],
  [
    '30 Mb/s at level 3.1',
    withVideo({ level: '3.1', maxWidth: 640, maxHeight: 360, rate: bitrate(30_000_000) }),
    'video.rate.bitrateBps',
    'rate-above-level',
  ],
  [
    'a ceiling above the level',
    withVideo({ level: '3.1', maxWidth: 640, maxHeight: 360, rate: quality(23, 30_000_000) }),
    'video.rate.maxBitrateBps',
    'rate-above-level',
  ],
  [
    'a profile of another codec',
    withVideo({ profile: 'profile0' }),
    'video.profile',
    'profile-unknown',
  ],
  ['a 10-bit profile', withVideo({ profile: 'high10' }), 'video.profile', 'profile-unknown'],
  [
    'quality 60 for x264',
    withVideo({ rate: quality(60) }),
    'video.rate.quality',
    'quality-out-of-range',
  ],
  ['lossless x264', withVideo({ rate: quality(0) }), 'video.rate.quality', 'quality-out-of-range'],
  [
    'quality for Theora',
    withVideo({ rate: quality(20) }, 'ogv-theora'),
    'video.rate.mode',
    'quality-unsupported',
  ],
  ['a box of 8 pixels', withVideo({ maxWidth: 8 }), 'video.maxWidth', 'box-too-small'],
  ['no bitrate for MP3', withAudio({ bitrateBps: null }), 'audio.bitrateBps', 'bitrate-missing'],
  [
    'a bitrate for FLAC',
    withAudio({ bitrateBps: 1 }, 'flac'),
    'audio.bitrateBps',
    'bitrate-for-lossless',
  ],
  ['5.1 in MP3', withAudio({ maxChannels: 6 }), 'audio.maxChannels', 'too-many-channels'],
  [
    'Opus at 44.1 kHz',
    withAudio({ sampleRateHz: 44_100 }, 'opus'),
    'audio.sampleRateHz',
    'sample-rate-unsupported',
  ],
  [
    'MP3 in FLV at 48 kHz',
    { ...withAudio({ sampleRateHz: 48_000 }), container: 'flv' },
    'audio.sampleRateHz',
    'sample-rate-unsupported',
  ],
  [
    'a parameter that names a file',
    withVideo({ extraParameters: ['-passlogfile', '/etc/passwd'] }),
    'video.extraParameters.0',
    'parameter-not-allowed',
  ],
  [
    'a filter',
    withAudio({ extraParameters: ['-af', 'amovie=x'] }),
    'audio.extraParameters.0',
    'parameter-not-allowed',
  ],
];

const HINTS: readonly (readonly [name: string, format: unknown, field: string, code: string])[] = [
  ['an odd box', withVideo({ maxWidth: 1919 }), 'video.maxWidth', 'box-odd'],
  [
    '120 frames a second',
    withVideo({ level: null, maxFrameRate: 120 }),
    'video.maxFrameRate',
    'frame-rate-high',
  ],
  [
    'a key frame every 10 s',
    withVideo({ keyFrameSeconds: 10 }),
    'video.keyFrameSeconds',
    'key-frames-rare',
  ],
  [
    'kilobits taken for bits',
    withVideo({ rate: bitrate(2200) }),
    'video.rate.bitrateBps',
    'rate-very-low',
  ],
  [
    'a crop without a box',
    withVideo({ fit: 'scale-and-crop', maxWidth: null }),
    'video.fit',
    'crop-without-box',
  ],
  [
    'a rate that MP3 has not',
    withAudio({ bitrateBps: 100_000 }),
    'audio.bitrateBps',
    'bitrate-adjusted',
  ],
  ['a container for downloads', builtIn('mkv-h264'), 'container', 'no-device'],
];

describe('the problems of a format', () => {
  it.each(FAULTS)('refuse %s', (_name, format, field, code) => {
    const errors = findFormatProblems(format).filter(({ severity }) => severity === 'error');
    expect(errors).toContainEqual(
      expect.objectContaining({ field, code, message: expect.stringMatching(/\w/) }),
    );
  });

  it.each(HINTS)('warn of %s', (_name, format, field, code) => {
    const problems = findFormatProblems(format);
    expect(problems).toEqual([expect.objectContaining({ field, code, severity: 'warning' })]);
  });

  it.each(BUILT_IN_FORMATS.map((format) => [format.id, format] as const))(
    'has no fault to find in %s',
    (_id, format) => {
      const problems = findFormatProblems(format);
      expect(problems.filter(({ code }) => code !== 'no-device')).toEqual([]);
    },
  );

  it('says which level would do', () => {
    const [problem] = findFormatProblems(withVideo({ level: '4.0', maxFrameRate: 60 }));
    expect(problem?.message).toBe(
      'Level 4.0 does not carry 1920 × 1080 at 60 frames a second. It takes level 4.2.',
    );
  });

  it('says what a container can hold instead', () => {
    const [problem] = findFormatProblems({ ...builtIn('aac'), container: 'webm' });
    expect(problem?.message).toBe('WebM cannot hold AAC. It can hold Opus, Vorbis.');
  });
});

describe('the problems of a format set', () => {
  const set = BUILT_IN_FORMAT_SETS[0];

  it.each(BUILT_IN_FORMAT_SETS.map((each) => [each.id, each] as const))(
    'are none in %s',
    (_id, each) => {
      expect(findSetProblems(each, BUILT_IN_FORMATS)).toEqual([]);
    },
  );

  it('are formats that are gone, of the other kind, or twice in it', () => {
    const problems = findSetProblems(
      { ...set, formatIds: ['gone', 'mp3', 'h264-720p', 'h264-720p'] },
      BUILT_IN_FORMATS,
    );
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['formatIds.0', 'format-unknown'],
      ['formatIds.1', 'format-of-other-kind'],
      ['formatIds.3', 'format-twice'],
    ]);
    expect(findSetProblems({ ...set, formatIds: [] }, [])[0]?.code).toBe('set-empty');
    expect(findSetProblems({ ...set, name: '' }, [])[0]).toMatchObject({ field: 'name' });
  });
});

describe('the problems of a device', () => {
  const device = BUILT_IN_DEVICES[0];
  const video = device?.video[0];

  it.each(BUILT_IN_DEVICES.map((each) => [each.id, each] as const))(
    'are none in %s',
    (_id, each) => {
      expect(findDeviceProblems(each)).toEqual([]);
    },
  );

  it.each([
    ['nothing at all', { video: [], audio: [] }, 'video', 'plays-nothing'],
    [
      'a codec no container of it holds',
      { video: [{ ...video, containers: ['mp3'] }] },
      'video.0.containers.0',
      'container-cannot-hold',
    ],
    [
      'no container',
      { video: [{ ...video, containers: [] }] },
      'video.0.containers',
      'container-missing',
    ],
    [
      'a level that there is not',
      { video: [{ ...video, maxLevel: '9.9' }] },
      'video.0.maxLevel',
      'level-unknown',
    ],
    [
      'a profile that there is not',
      { video: [{ ...video, profiles: ['x'] }] },
      'video.0.profiles.0',
      'profile-unknown',
    ],
    [
      'sides the wrong way round',
      { video: [{ ...video, maxLongSide: 1, maxShortSide: 2 }] },
      'video.0.maxShortSide',
      'sides-swapped',
    ],
    [
      'a sound that no container holds',
      {
        video: [
          {
            ...video,
            audio: [
              { codec: 'pcm_s16be', maxChannels: 2, maxSampleRateHz: 48_000, maxBitrateBps: null },
            ],
          },
        ],
      },
      'video.0.audio.0.codec',
      'container-cannot-hold',
    ],
    ['an unknown icon', { icon: 'fridge' }, 'icon', 'not-offered'],
  ])('are told for %s', (_name, changes, field, code) => {
    expect(findDeviceProblems({ ...device, ...changes })).toContainEqual(
      expect.objectContaining({ field, code, severity: 'error' }),
    );
  });
});
