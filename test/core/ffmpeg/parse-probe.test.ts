import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../core/errors/app-error.ts';
import { parseProbe } from '../../../core/ffmpeg/parse-probe.ts';
import { mediaInfoSchema } from '../../../core/model/media-info.ts';

const FACTS = { sizeBytes: 1_000_000, fastStart: null };

/** A picture as ffprobe 5.1 writes it. */
const picture = (changes: object = {}) => ({
  index: 0,
  codec_name: 'h264',
  profile: 'High',
  codec_type: 'video',
  codec_tag_string: 'avc1',
  width: 1280,
  height: 720,
  coded_width: 1280,
  coded_height: 720,
  sample_aspect_ratio: '1:1',
  pix_fmt: 'yuv420p',
  level: 31,
  field_order: 'progressive',
  r_frame_rate: '25/1',
  avg_frame_rate: '25/1',
  duration: '10.000000',
  bit_rate: '1500000',
  nb_frames: '250',
  disposition: { default: 1, attached_pic: 0 },
  ...changes,
});

const sound = (changes: object = {}) => ({
  index: 1,
  codec_name: 'aac',
  profile: 'LC',
  codec_type: 'audio',
  sample_rate: '48000',
  channels: 2,
  channel_layout: 'stereo',
  bit_rate: '128000',
  disposition: { default: 1 },
  tags: { language: 'eng' },
  ...changes,
});

const parse = (streams: readonly object[], format: object = {}) =>
  parseProbe(
    { streams, chapters: [], format: { format_name: 'mov,mp4', duration: '10.0', ...format } },
    FACTS,
  );

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'none';
}

describe('the picture', () => {
  test.for([
    [[{ side_data_type: 'Display Matrix', rotation: -90 }], {}, 90],
    [[{ side_data_type: 'Display Matrix', rotation: 90 }], {}, 270],
    [[{ side_data_type: 'Display Matrix', rotation: -180 }], {}, 180],
    [[{ side_data_type: 'Display Matrix', rotation: 0 }], { rotate: '90' }, 0],
    [undefined, { rotate: '90' }, 90],
    [undefined, { ROTATE: '-90' }, 270],
    [[{ side_data_type: 'Display Matrix', rotation: 'nan' }], {}, 0],
  ] as const)('side data %j and tags %j turn it %d degrees', ([side_data_list, tags, rotation]) => {
    const { video } = parse([picture({ side_data_list, tags })]);
    expect(video?.rotation).toBe(rotation);
    const upright = rotation === 90 || rotation === 270 ? [720, 1280] : [1280, 720];
    expect([video?.width, video?.height]).toEqual(upright);
  });

  test.for([
    ['64:45', 720, 576, 1024],
    ['8:9', 720, 480, 640],
    ['4:3', 1440, 1080, 1920],
    ['0:1', 720, 576, 720],
    ['N/A', 720, 576, 720],
    ['1:100', 720, 576, 720],
    ['1919:1920', 1920, 1080, 1920],
  ] as const)(
    'pixels of %s in %d×%d are shown %d wide',
    ([sample_aspect_ratio, width, height, shown]) => {
      const { video } = parse([picture({ sample_aspect_ratio, width, height })]);
      expect(video).toMatchObject({ width: shown, height, codedWidth: width });
    },
  );

  test.for([
    ['25/2', '25/2', '377', 12.5, false],
    ['30000/1001', '30000/1001', '149', 30000 / 1001, false],
    ['30/1', '13490000/450047', '899', 30, false],
    ['25/1', '250/11', '10', 25, false],
    ['50/1', '25/1', '250', 25, false],
    ['30/1', '75/4', '60', 30, true],
    ['30/1', '1501/100', '900', 30, true],
    ['60/1', '38/5', '456', 60, true],
    ['30000/1001', '8/1', '240', 30000 / 1001, true],
    ['30/1', '57/2', '855', 28.5, true],
    ['120/1', '19/1', '600', 19, true],
    ['37/1', '8/1', '240', 8, true],
    ['10/1', '10/1', '300', 10, false],
    ['90000/1', '24/1', '100', 24, true],
    ['1000/1', '1000/1', undefined, null, true],
    ['0/0', '0/0', undefined, null, true],
    ['240/1', '240/1', '500', 240, false],
  ] as const)('rates of %s and %s in %s frames', ([real, average, frames, frameRate, variable]) => {
    const { video } = parse([
      picture({ r_frame_rate: real, avg_frame_rate: average, nb_frames: frames }),
    ]);
    expect(video).toMatchObject({ frameRate, variableFrameRate: variable });
  });

  test.for([
    ['tt', 25.005, false],
    ['progressive', 50, true],
    [undefined, 50, true],
  ] as const)('an average of 25.005 in 50 with fields %s', ([field_order, frameRate, variable]) => {
    const rates = { r_frame_rate: '50/1', avg_frame_rate: '25005/1000', nb_frames: '2500' };
    const { video } = parse([picture({ ...rates, field_order })]);
    expect(video).toMatchObject({ frameRate, variableFrameRate: variable });
  });

  test.for([
    ['yuv420p10le', 10, '4:2:0', false],
    ['yuv422p12be', 12, '4:2:2', false],
    ['yuvj420p', 8, '4:2:0', false],
    ['p010le', 10, '4:2:0', false],
    ['yuva444p16le', 16, '4:4:4', true],
    ['gbrpf32le', 32, 'rgb', false],
    ['rgba64le', 16, 'rgb', true],
    ['gray10le', 10, '4:0:0', false],
    ['nv12', 8, '4:2:0', false],
    ['xyz12le', 12, 'unknown', false],
  ] as const)('%s has %d bits, %s, alpha %s', ([pix_fmt, bitDepth, chroma, alpha]) => {
    expect(parse([picture({ pix_fmt })]).video).toMatchObject({ bitDepth, chroma, alpha });
  });

  test('fields, dynamic range, tags and transparency are read', () => {
    expect(parse([picture({ field_order: 'tb' })]).video).toMatchObject({
      interlaced: true,
      fieldOrder: 'top-first',
    });
    expect(parse([picture({ field_order: 'bb' })]).video?.fieldOrder).toBe('bottom-first');
    expect(parse([picture({ color_transfer: 'smpte2084' })]).video?.dynamicRange).toBe('pq');
    expect(parse([picture({ color_transfer: 'arib-std-b67' })]).video?.dynamicRange).toBe('hlg');
    expect(parse([picture({ tags: { alpha_mode: '1' } })]).video?.alpha).toBe(true);
    expect(parse([picture({ codec_tag_string: '[0][0][0][0]' })]).video?.tag).toBeNull();
    expect(parse([picture({ level: -99 })]).video?.level).toBeNull();
  });

  test('of several the default one is taken, else the largest', () => {
    const small = picture({ index: 4, width: 64, height: 64 });
    const other = { ...picture({ index: 5 }), disposition: {} };
    expect(parse([other, small]).video?.index).toBe(4);
    expect(parse([{ ...small, disposition: {} }, other]).video?.index).toBe(5);
  });
});

describe('covers and images', () => {
  const cover = picture({
    codec_name: 'mjpeg',
    disposition: { attached_pic: 1 },
    nb_frames: 'N/A',
  });

  test('an attached picture is a cover', () => {
    const info = parse([cover, sound()]);
    expect(info).toMatchObject({ video: null, coverArtIndex: 0 });
  });

  test('a lone picture in a sound file is a cover though nothing says so', () => {
    const bare = { ...cover, codec_name: 'png', disposition: {} };
    expect(parse([bare, sound()], { format_name: 'flac' }).video).toBeNull();
    expect(parse([{ ...bare, nb_frames: '1' }, sound()]).video).toBeNull();
  });

  test('motion JPEG with sound is video', () => {
    const motion = picture({ codec_name: 'mjpeg', nb_frames: '250' });
    expect(parse([motion, sound()], { format_name: 'avi' }).video?.codec).toBe('mjpeg');
  });

  test.for([
    [[picture({ codec_name: 'gif', nb_frames: '1' })], { format_name: 'gif' }],
    [
      [picture({ codec_name: 'gif', nb_frames: undefined, avg_frame_rate: '0/0' })],
      { format_name: 'gif' },
    ],
    [[picture({ codec_name: 'png', nb_frames: '1' })], {}],
    [[picture({ codec_name: 'hevc', nb_frames: '1' })], { tags: { major_brand: 'heic' } }],
    [[cover], { format_name: 'mp3' }],
  ] as const)('one image alone is not media: %j', ([streams, format]) => {
    expect(codeOf(() => parse(streams, format))).toBe('import/not-media');
  });

  test('a GIF that moves is video', () => {
    const gif = picture({ codec_name: 'gif', nb_frames: '5' });
    expect(parse([gif], { format_name: 'gif' }).video?.codec).toBe('gif');
  });
});

describe('sound, text and the rest', () => {
  test('the default track is heard, then the one with most channels; a commentary last', () => {
    const plain = (index: number, channels: number, disposition = {}) =>
      sound({ index, channels, disposition });
    expect(parse([plain(1, 6), plain(2, 2, { default: 1 })]).audio?.index).toBe(2);
    expect(parse([plain(1, 2), plain(2, 6)]).audio?.index).toBe(2);
    const commentary = plain(1, 2, { default: 1, comment: 1 });
    const { audio, otherAudio } = parse([commentary, plain(2, 2), plain(3, 1)]);
    expect(audio?.index).toBe(2);
    expect(otherAudio.map(({ index }) => index)).toEqual([1, 3]);
  });

  test.for([
    ['eng', 'eng'],
    ['en-US', 'eng'],
    ['ger', 'deu'],
    ['DE', 'deu'],
    ['und', null],
    ['', null],
    ['xx!', null],
    ['qaa', 'qaa'],
  ] as const)('language %j is %j', ([language, code]) => {
    expect(parse([sound({ tags: { LANGUAGE: language } })]).audio?.language).toBe(code);
  });

  test('text tracks are told from pictures of text; data tracks are passed over', () => {
    const info = parse([
      picture(),
      { index: 2, codec_type: 'subtitle', codec_name: 'mov_text', disposition: { forced: 1 } },
      { index: 3, codec_type: 'subtitle', codec_name: 'hdmv_pgs_subtitle' },
      { index: 4, codec_type: 'data', codec_name: 'bin_data' },
      { index: 5, codec_type: 'attachment' },
    ]);
    expect(info.subtitles.map(({ isText, isForced }) => [isText, isForced])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test('tags are found whatever their case, in Ogg in the stream', () => {
    const tags = { TITLE: ' A\u0000song ', Album_Artist: 'Someone' };
    expect(parse([sound()], { tags }).tags).toMatchObject({ title: 'A song', artist: 'Someone' });
    const ogg = parse([sound({ tags: { Title: 'In the stream' } })], { format_name: 'ogg' });
    expect(ogg.tags.title).toBe('In the stream');
    expect(parse([sound({ tags: { title: 'Track name' } })]).tags.title).toBeNull();
  });

  test('duration and rate come from whatever says them', () => {
    const none = { duration: 'N/A', bit_rate: 'N/A' };
    expect(parse([picture()], none).durationSeconds).toBe(10);
    const tagged = picture({ duration: undefined, tags: { 'DURATION-eng': '00:01:05.500000000' } });
    expect(parse([tagged], none).durationSeconds).toBe(65.5);
    expect(parse([picture()], none).bitrateBps).toBe(800_000);
    const nothing = parse([picture({ duration: undefined })], none);
    expect(nothing).toMatchObject({ durationSeconds: 0, bitrateBps: 0 });
  });

  test('chapters without sense are left out', () => {
    const chapters = [
      { start_time: '0.0', end_time: '5.0', tags: { title: 'One' } },
      { start_time: '9', end_time: '5' },
      { start_time: 'N/A' },
    ];
    const info = parseProbe({ streams: [picture()], chapters, format: {} }, FACTS);
    expect(info.chapters).toEqual([{ startSeconds: 0, endSeconds: 5, title: 'One' }]);
  });
});

describe('what is refused', () => {
  test('sound that ends before a thousandth of a second is over', () => {
    const lasting = (duration: string) => () =>
      parseProbe({ streams: [sound()], format: { duration } }, FACTS);
    expect(codeOf(lasting('0.000113'))).toBe('import/not-media');
    expect(lasting('0.001')().durationSeconds).toBe(0.001);
    // as streams do that tell no length
    expect(lasting('N/A')().audio).not.toBeNull();
  });

  test('nothing that can be seen or heard', () => {
    expect(codeOf(() => parse([]))).toBe('import/not-media');
    expect(codeOf(() => parse([{ index: 0, codec_type: 'data' }]))).toBe('import/not-media');
    for (const json of [null, 5, 'x', [], { streams: 'no' }, { streams: [{ index: -1 }] }]) {
      expect(codeOf(() => parseProbe(json, FACTS))).toBe('import/not-media');
    }
  });

  test('streams that ffprobe could not make out', () => {
    const unknown = picture({ codec_name: undefined, codec_tag_string: 'encv' });
    expect(codeOf(() => parse([unknown]))).toBe('import/undecodable');
    expect(codeOf(() => parse([picture({ width: 0 })]))).toBe('import/undecodable');
    expect(codeOf(() => parse([sound({ sample_rate: '0' })]))).toBe('import/undecodable');
  });

  test('whatever ffprobe writes, the result fits the model or is an AppError', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.double(),
      fc.integer(),
      fc.constant(undefined),
      fc.constant('N/A'),
      fc.constant('1/0'),
    );
    const stream = fc.record({
      index: fc.nat(20),
      codec_type: fc.constantFrom('video', 'audio', 'subtitle', 'data'),
      codec_name: fc.option(fc.constantFrom('h264', 'mjpeg', 'aac', 'mov_text'), {
        nil: undefined,
      }),
      width: fc.option(fc.double({ noNaN: true }), { nil: undefined }),
      height: fc.option(fc.integer(), { nil: undefined }),
      channels: fc.option(fc.integer(), { nil: undefined }),
      level: fc.oneof(fc.integer(), fc.string()),
      sample_rate: fc.oneof(fc.integer(), fc.string()),
      r_frame_rate: fc.string(),
      avg_frame_rate: fc.constantFrom('25/1', '0/0', '-5/3', '9999999999/1'),
      tags: fc.dictionary(fc.string(), fc.anything()),
    });
    const json = fc.record({
      streams: fc.array(stream, { maxLength: 6 }),
      format: fc.record({
        format_name: fc.string(),
        duration: fc.oneof(fc.string(), fc.integer()),
      }),
      extra: scalar,
    });
    fc.assert(
      fc.property(json, (value) => {
        try {
          expect(mediaInfoSchema.safeParse(parseProbe(value, FACTS)).error).toBeUndefined();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
