import { describe, expect, it } from 'vitest';
import type { MediaInfo } from '../../../core/model/media-info.ts';
import type { Plan } from '../../../core/model/plan.ts';
import { explainReason } from '../../../core/planning/explain-reason.ts';
import { outputsOf } from '../../../core/planning/outstanding-outputs.ts';
import { planMedia } from '../../../core/planning/plan-media.ts';
import {
  ALL_ENCODERS,
  formatIdsOf,
  mediaInfo,
  planRequest,
  soundOnly,
  videoTrack,
} from './sample-masters.ts';

/** `format decision size: reasons`, as one reads a plan. */
function read(plan: Plan): readonly string[] {
  return plan.formats.map(({ format, decision, width, height, reasons }) => {
    const size = width === null ? '' : ` ${width}x${height}`;
    return `${format} ${decision}${size}: ${reasons.map(({ code }) => code).join(' ')}`;
  });
}

function sized(width: number, height: number, bitrateBps: number): MediaInfo {
  return mediaInfo({ video: videoTrack({ width, height, bitrateBps }), bitrateBps });
}

const TABLE: readonly { master: string; info: MediaInfo; plan: readonly string[] }[] = [
  {
    master: '1080p at a high rate',
    info: sized(1920, 1080, 20_000_000),
    plan: [
      'h264-1080p encode 1920x1080: requested audio-conforms',
      'h264-720p encode 1280x720: requested audio-conforms',
      'h264-480p encode 854x480: requested audio-conforms',
      'h264-360p encode 640x360: added-for-device audio-conforms',
    ],
  },
  {
    master: 'a portrait phone clip',
    info: sized(1080, 1920, 20_000_000),
    plan: [
      'h264-1080p encode 1080x1920: requested audio-conforms',
      'h264-720p encode 720x1280: requested audio-conforms',
      'h264-480p encode 480x854: requested audio-conforms',
      'h264-360p encode 360x640: added-for-device audio-conforms',
    ],
  },
  {
    master: '720p that already conforms',
    info: sized(1280, 720, 3_000_000),
    plan: [
      'h264-1080p skip: source-smaller',
      'h264-720p copy 1280x720: requested master-conforms',
      'h264-480p encode 854x480: requested audio-conforms',
      'h264-360p encode 640x360: added-for-device audio-conforms',
    ],
  },
  {
    master: 'a mute 128 × 96 clip of an early phone',
    info: mediaInfo({
      video: videoTrack({ width: 128, height: 96, codec: 'h263', bitrateBps: 60_000 }),
      audio: null,
      bitrateBps: 60_000,
    }),
    plan: [
      'h264-1080p skip: source-smaller',
      'h264-720p skip: source-smaller',
      'h264-480p skip: same-as-other',
      'h264-360p encode 128x96: added-for-device size-from-master rate-from-master no-sound',
    ],
  },
  {
    master: '8K HDR',
    info: mediaInfo({
      video: videoTrack({
        width: 7680,
        height: 4320,
        codec: 'hevc',
        profile: 'Main 10',
        level: 180,
        bitDepth: 10,
        dynamicRange: 'hlg',
        bitrateBps: 100_000_000,
      }),
      bitrateBps: 100_000_000,
    }),
    plan: [
      'h264-1080p encode 1920x1080: requested audio-conforms hdr-to-sdr',
      'h264-720p encode 1280x720: requested audio-conforms hdr-to-sdr',
      'h264-480p encode 854x480: requested audio-conforms hdr-to-sdr',
      'h264-360p encode 640x360: added-for-device audio-conforms hdr-to-sdr',
    ],
  },
  {
    master: 'an MP3 file',
    info: soundOnly({ codec: 'mp3', profile: null, bitrateBps: 128_000 }, 'mp3'),
    plan: ['aac encode: requested rate-from-master', 'mp3 copy: requested master-conforms'],
  },
];

describe('the plan', () => {
  it.each(TABLE)('for $master is the expected one', ({ info, plan }) => {
    expect(read(planMedia(planRequest({ info })))).toEqual(plan);
  });

  it('tells of a single rendition without counting it', () => {
    const devices = planRequest().devices.filter(({ id }) => id === 'chrome');
    const { coverage } = planMedia(planRequest({ devices, requestedFormatIds: ['h264-720p'] }));
    expect(coverage.flatMap(({ reasons }) => reasons.map(explainReason))).toEqual([
      'There is one rendition, and this device plays it.',
    ]);
  });

  it('makes old phones their own small rendition and gives the others the large one', () => {
    const { coverage } = planMedia(planRequest());
    const formatOf = (id: string) => coverage.find(({ device }) => device === id)?.format;
    expect(formatOf('android-old')).toBe('h264-360p');
    expect(formatOf('chrome')).toBe('h264-1080p');
  });

  it('lists savings before H.264, so that current browsers take them', () => {
    const { coverage } = planMedia(
      planRequest({ requestedFormatIds: formatIdsOf('web-video-av1') }),
    );
    const formatOf = (id: string) => coverage.find(({ device }) => device === id)?.format;
    expect(formatOf('chrome')).toBe('av1-1080p');
    expect(formatOf('ios-old')).toBe('h264-1080p');
  });

  it('says which encoder is missing, and covers with what there is', () => {
    const encoders = new Set([...ALL_ENCODERS].filter((name) => name !== 'libx265'));
    const plan = planMedia(
      planRequest({ requestedFormatIds: ['hevc-1080p', 'h264-480p'], encoders }),
    );
    expect(read(plan)[0]).toBe('hevc-1080p skip: encoder-missing');
    expect(plan.coverage.every(({ format }) => format !== null)).toBe(true);
  });

  it('encodes what could be copied when that is asked for', () => {
    const plan = planMedia(planRequest({ info: sized(1280, 720, 3_000_000), forceEncoding: true }));
    expect(read(plan)[1]).toBe(
      'h264-720p encode 1280x720: requested encoding-forced rate-from-master',
    );
  });

  const plain = { profile: 'Constrained Baseline', level: 10, frameRate: 10, bitrateBps: 60_000 };
  const tiny = mediaInfo({ video: videoTrack({ width: 160, height: 90, ...plain }) });

  it.each([
    { master: '1280 × 720', info: sized(1280, 720, 300_000) },
    { master: '160 × 90', info: tiny },
  ])(
    'keeps encodings of $master that were asked for once while they are what would be made',
    ({ info }) => {
      const request = planRequest({ info });
      const forced = planMedia({ ...request, forceEncoding: true });
      const standing = outputsOf(forced).map((one) => [one.formatId, one.fingerprint] as const);
      expect(outputsOf(planMedia(request)).map(({ decision }) => decision)).toContain('copy');
      expect(planMedia({ ...request, encodings: new Map(standing) })).toEqual(forced);
      const outdated = new Map(standing.map(([formatId]) => [formatId, 'of another recipe']));
      expect(planMedia({ ...request, encodings: outdated })).toEqual(planMedia(request));
    },
  );

  it('keeps a single encoding that was asked for beside copies', () => {
    const request = planRequest({ info: sized(1280, 720, 300_000) });
    const forced = outputsOf(planMedia({ ...request, forceEncoding: true }));
    const encoded = forced.find(({ formatId }) => formatId === 'h264-480p');
    const encodings = new Map([['h264-480p', encoded?.fingerprint ?? '']]);
    const sound = (plan: Plan) =>
      outputsOf(plan).map(({ formatId, audio }) => `${formatId} ${audio?.mode}`);
    expect(sound(planMedia(request))).toEqual([
      'h264-720p copy',
      'h264-480p copy',
      'h264-360p copy',
    ]);
    expect(sound(planMedia({ ...request, encodings }))).toEqual([
      'h264-720p copy',
      'h264-480p encode',
      'h264-360p copy',
    ]);
  });
});
