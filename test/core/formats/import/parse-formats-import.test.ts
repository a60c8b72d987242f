import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_FORMAT_SETS,
  BUILT_IN_FORMATS,
} from '../../../../core/formats/built-in-formats.ts';
import { findFormatProblems } from '../../../../core/formats/find-format-problems.ts';
import type { ImportedFormats, Shelf } from '../../../../core/formats/import/imported-formats.ts';
import { MOST_ROWS } from '../../../../core/formats/import/most-rows.ts';
import { parseFormatsImport } from '../../../../core/formats/import/parse-formats-import.ts';
import { type Format, formatSchema, formatSetSchema } from '../../../../core/model/format.ts';

const EMPTY: Shelf = { formats: [], formatSets: [] };
const BUILT_IN: Shelf = { formats: BUILT_IN_FORMATS, formatSets: BUILT_IN_FORMAT_SETS };

function read(data: unknown, shelf: Shelf = BUILT_IN): ImportedFormats {
  return parseFormatsImport(JSON.stringify(data), shelf);
}

function file(formats: readonly unknown[], formatSets: readonly unknown[] = []) {
  return { avlogue: 'formats', version: 1, formats, formatSets };
}

function row(model: string, pk: number | string, fields: object) {
  return { model: `avlogue.${model}`, pk, fields };
}

const own = (id: string, from = 'h264-720p'): Format => {
  const format = BUILT_IN_FORMATS.find((each) => each.id === from);
  if (format === undefined) throw new Error(`no format ${from}`);
  return { ...format, id, name: `Own ${id}`, builtIn: false };
};

describe('importing AVlogue’s own export', () => {
  it('brings back what was exported', () => {
    const formats = fc
      .subarray([...BUILT_IN_FORMATS], { minLength: 1 })
      .map((list) => list.map((format) => ({ ...format, id: `own-${format.id}`, builtIn: false })));
    fc.assert(
      fc.property(formats, (list) => {
        const set = {
          ...BUILT_IN_FORMAT_SETS[0],
          id: 'own-set',
          builtIn: false,
          kind: list[0]?.kind,
        };
        const formatIds = list.filter(({ kind }) => kind === set.kind).map(({ id }) => id);
        const imported = read(file(list, [{ ...set, formatIds }]));
        expect(imported).toEqual({
          formats: list,
          formatSets: [{ ...set, formatIds }],
          leftOut: [],
          remarks: [],
          notes: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('gives a new id where the old one is taken by something else, also in the sets', () => {
    const shelf = { ...BUILT_IN, formats: [...BUILT_IN_FORMATS, own('mine', 'vp9-720p')] };
    const set = { ...BUILT_IN_FORMAT_SETS[0], id: 'web-video', formatIds: ['mine', 'h264-480p'] };
    const { formats, formatSets, notes } = read(file([own('mine')], [set]), shelf);
    expect(formats.map(({ id }) => id)).toEqual(['mine-2']);
    expect(formatSets).toMatchObject([
      { id: 'web-video-2', builtIn: false, formatIds: ['mine-2', 'h264-480p'] },
    ]);
    expect(notes).toEqual([
      'The format “Own mine” came in as mine-2, since mine is taken.',
      'The format set “Web video” came in as web-video-2, since web-video is taken.',
    ]);
  });

  it('leaves alone what is there already', () => {
    const data = file(BUILT_IN_FORMATS, BUILT_IN_FORMAT_SETS);
    const { formats, formatSets, notes } = read(data);
    expect([formats, formatSets]).toEqual([[], []]);
    expect(notes).toHaveLength(BUILT_IN_FORMATS.length + BUILT_IN_FORMAT_SETS.length);
  });

  it('refuses wrong rows by field and takes the others', () => {
    const broken = { ...own('broken'), container: 'mp3' };
    const { formats, formatSets, leftOut, notes } = read(
      file(
        [broken, { name: 'x' }, 7, own('good')],
        [{ ...BUILT_IN_FORMAT_SETS[0], id: 's', formatIds: ['broken', 'good', 'mp3'] }],
      ),
    );
    expect(formats.map(({ id }) => id)).toEqual(['good']);
    expect(formatSets).toMatchObject([{ formatIds: ['good'] }]);
    expect(notes[0]).toBe(
      'Format 1 “Own broken” was left out. video.codec: MP3 cannot hold H.264. It has no picture at all.',
    );
    expect(leftOut.map(({ what, row, name, field }) => [what, row, name, field])).toEqual([
      ['format', 1, 'Own broken', 'video.codec'],
      ['format', 2, 'x', 'id'],
      ['format', 3, null, ''],
    ]);
    expect(notes[1]).toMatch(/^Format 2 “x” was left out\. id: /);
    expect(notes[2]).toMatch(/^Format 3 was left out\. /);
    expect(notes[3]).toBe('The format set “Web video”: There is no format “broken”.');
    expect(notes[4]).toContain('“MP3” is for audio');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<formats/>'],
    ['other JSON', '{"formats":[]}'],
    ['an empty list', '[]'],
    ['rows of another application', '[{"model":"auth.user","pk":1,"fields":{}}]'],
    ['a newer version', '{"avlogue":"formats","version":2,"formats":[]}'],
  ])('refuses %s', (_name, json) => {
    expect(() => parseFormatsImport(json, EMPTY)).toThrow(
      expect.objectContaining({ code: 'format/import-unreadable' }),
    );
  });
});

describe('importing a fixture of the old AVlogue', () => {
  const fixture = [
    row('audioformat', 1, {
      name: 'Spoken',
      container: 'mp3',
      audio_codec: 'mp3',
      audio_bitrate: '96000',
      audio_channels: 1,
    }),
    row('audioformat', 2, {
      name: 'wav',
      container: 'wav',
      audio_codec: 'pcm_f32le',
      audio_channels: 2,
      audio_bitrate: null,
    }),
    row('audioformat', 3, { name: 'ogg', container: 'ogg', audio_codec: 'libvorbis' }),
    row('videoformat', 1, {
      name: 'hd 720p',
      container: 'mp4',
      audio_codec: 'aac',
      audio_bitrate: 128000,
      video_codec: 'libx264',
      video_codec_params: '-vprofile main -level 31  -preset slower',
      video_bitrate: 1_500_000,
      video_width: -1,
      video_height: 720,
      video_aspect_mode: 'scale',
    }),
    row('videoformat', 2, {
      name: 'Square',
      container: 'webm',
      audio_codec: 'vorbis',
      audio_bitrate: 96,
      video_codec: 'vp8',
      video_codec_params: '-quality good -qmin 10 -qmax 42',
      video_bitrate: 900,
      video_width: '480',
      video_height: '480',
      video_aspect_mode: 'scale_crop',
    }),
    row('videoformat', 3, {
      name: 'mute',
      container: 'ogg',
      audio_codec: '',
      video_codec: 'theora',
      video_bitrate: 0,
    }),
    row('videoformatset', 1, { name: 'Our videos', formats: [1, 2, 99] }),
    row('audioformatset', 1, { name: 'Our videos', formats: ['1', 3] }),
  ];

  it('understands its names, units, fit modes and raw parameters', () => {
    const { formats } = read(fixture);
    expect(formats.map((format) => formatSchema.parse(format))).toEqual(formats);
    const byId = Object.fromEntries(formats.map((format) => [format.id, format]));
    expect(Object.keys(byId)).toEqual(['spoken', 'wav-2', 'ogg', 'hd-720p', 'square', 'mute']);
    expect(byId.spoken).toMatchObject({
      kind: 'audio',
      builtIn: false,
      audio: { codec: 'mp3', bitrateBps: 96_000, maxChannels: 1 },
    });
    expect(byId['wav-2']?.audio).toMatchObject({ codec: 'pcm_f32le', bitrateBps: null });
    expect(byId.ogg?.audio).toMatchObject({ codec: 'vorbis', bitrateBps: 128_000, maxChannels: 2 });
    expect(byId['hd-720p']).toMatchObject({
      container: 'mp4',
      video: {
        codec: 'h264',
        profile: 'main',
        level: '3.1',
        effort: 'slow',
        maxWidth: null,
        maxHeight: 720,
        fit: 'scale',
        rate: { mode: 'bitrate', bitrateBps: 1_500_000 },
        extraParameters: [],
      },
    });
    expect(byId.square).toMatchObject({
      audio: { bitrateBps: 96_000 },
      video: {
        codec: 'vp8',
        fit: 'scale-and-crop',
        maxWidth: 480,
        maxHeight: 480,
        rate: { mode: 'bitrate', bitrateBps: 900_000 },
        extraParameters: ['-quality', 'good', '-qmin', '10', '-qmax', '42'],
      },
    });
    expect(byId.mute).toMatchObject({
      container: 'ogv',
      audio: null,
      video: { codec: 'theora', rate: { mode: 'bitrate', bitrateBps: 1_000_000 } },
    });
    for (const format of formats)
      expect(findFormatProblems(format).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('keeps audio and video sets apart and says what was changed', () => {
    const { formatSets, notes } = read(fixture);
    expect(formatSets.map((set) => formatSetSchema.parse(set))).toMatchObject([
      { id: 'our-videos', kind: 'video', formatIds: ['hd-720p', 'square'] },
      { id: 'our-videos-2', kind: 'audio', formatIds: ['spoken', 'ogg'] },
    ]);
    expect(notes).toEqual([
      'The audio format “ogg”: no audio bitrate was set; Vorbis gets 128 kb/s.',
      'The video format “hd 720p”: the preset slower became the effort “slow”.',
      'The video format “Square”: the video bitrate 900 was taken for 900 kb/s.',
      'The video format “Square”: the audio bitrate 96 was taken for 96 kb/s.',
      'The video format “mute”: no video bitrate was set; Theora gets 1000 kb/s.',
      'The video format set “Our videos” named formats that did not come in: 99.',
    ]);
  });

  it('adds nothing the second time', () => {
    const first = read(fixture);
    const shelf = {
      formats: [...BUILT_IN_FORMATS, ...first.formats],
      formatSets: [...BUILT_IN_FORMAT_SETS, ...first.formatSets],
    };
    expect(read(fixture, shelf)).toMatchObject({ formats: [], formatSets: [] });
  });

  it('leaves out parameters that are not allowed, and the rest of the row comes in', () => {
    const params = '-vtag xvid -vf movie=/etc/passwd -passlogfile /tmp/x; rm -rf / -constructor 1';
    const { formats, notes } = read([
      row('videoformat', 1, {
        name: 'avi',
        container: 'avi',
        audio_codec: 'mp3',
        audio_bitrate: 128000,
        audio_codec_params: '-ar 44100 -af amovie=x',
        video_codec: 'mpeg4',
        video_codec_params: params,
        video_bitrate: 500000,
      }),
    ]);
    expect(formats).toMatchObject([
      {
        id: 'avi',
        video: { extraParameters: [] },
        audio: { sampleRateHz: 44_100, extraParameters: [] },
      },
    ]);
    expect(notes.filter((note) => note.includes('was left out')).length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['codec', { video_codec: 'cinepak' }, 'video_codec: “cinepak” is not known.'],
    ['container', { container: 'rm' }, 'container: “rm” is not known.'],
    ['fitting', { container: 'webm' }, 'video.codec: WebM cannot hold H.264'],
    ['number', { video_bitrate: 'lots' }, 'video_bitrate: “lots” is not a whole number'],
    ['name', { name: '' }, 'name: '],
    [
      'channels',
      { audio_channels: 7, audio_codec: 'mp3' },
      'audio.maxChannels: MP3 holds at most 2',
    ],
    [
      'profile',
      { video_codec_params: '-profile:v high444' },
      'video.profile: H.264 cannot be made',
    ],
  ])('refuses a row by its %s and takes the next', (_what, changes, reason) => {
    const good = {
      name: 'good',
      container: 'mp4',
      audio_codec: 'aac',
      audio_bitrate: 128000,
      video_codec: 'h264',
      video_bitrate: 1_000_000,
    };
    const { formats, notes } = read([
      row('videoformat', 1, { ...good, ...changes }),
      row('videoformat', 2, good),
    ]);
    expect(formats.map(({ name }) => name)).toEqual(['good']);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`was left out. ${reason}`);
  });

  it('notes rows and fields that it does not know', () => {
    const { formats, formatSets, leftOut, notes } = read([
      row('audioformat', 'a', {
        name: 'Ümläut & Co.',
        container: 'mp3',
        audio_codec: 'mp3',
        audio_bitrate: 128000,
        colour: 'red',
      }),
      { model: 'auth.user', pk: 1, fields: {} },
      row('video', 1, { title: 'x' }),
      row('video', 2, { title: 'y' }),
      'rubbish',
      row('audioformatset', 1, { name: 'none', formats: [5] }),
      row('audioformatset', 2, { name: 'wrong', formats: 'all' }),
    ]);
    expect(formats.map(({ id }) => id)).toEqual(['umlaut-co']);
    expect(formatSets).toEqual([]);
    expect(leftOut.map(({ what, row, name }) => [what, row, name])).toEqual([
      ['row', 5, null],
      ['format-set', 6, 'none'],
      ['format-set', 7, 'wrong'],
    ]);
    expect(notes).toEqual([
      'Row 5 was left out. It is no row of a fixture.',
      '1 row of auth.user: not about formats, left out.',
      '2 rows of avlogue.video: not about formats, left out.',
      'The audio format “Ümläut & Co.”: the field colour is not known.',
      'The audio format set “none” named formats that did not come in: 5.',
      'The audio format set “none” was left out. None of its formats came in.',
      expect.stringMatching(/^The audio format set “wrong” was left out\. formats: /),
    ]);
  });

  it('is refused with more rows than anyone made, those of other models aside', () => {
    const others = Array.from({ length: MOST_ROWS + 1 }, (_, n) => row('video', n, {}));
    expect(read([...others, row('videoformat', 1, {})], EMPTY).leftOut).toHaveLength(1);
    const many = others.map((_, n) => row('videoformat', n, {}));
    expect(() => read(many, EMPTY)).toThrow(`${MOST_ROWS + 1} entries`);
    expect(() => read(file(many), EMPTY)).toThrow('Split it.');
  });

  it('survives anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (rows, fields) => {
        const data = [...rows, row('videoformat', 1, { ...Object(fields) }), ...rows];
        const { formats, formatSets } = read(data, EMPTY);
        for (const format of formats) expect(() => formatSchema.parse(format)).not.toThrow();
        for (const set of formatSets) expect(() => formatSetSchema.parse(set)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
