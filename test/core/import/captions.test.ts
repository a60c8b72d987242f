import { describe, expect, it } from 'vitest';
import { sayOfCaption } from '../../../core/import/added-captions.ts';
import { webVttOf } from '../../../core/import/caption-text.ts';
import { captionSources, readCaptionName } from '../../../core/import/captions.ts';
import { languageName, languageTag } from '../../../core/import/language-tags.ts';
import { isHiddenName, isMediaFileName } from '../../../core/import/media-extensions.ts';
import type { SubtitleTrack } from '../../../core/model/media-info.ts';
import { idSchema } from '../../../core/model/scalars.ts';
import { hashOf, sampleInfo } from '../catalog/sample-media.ts';

describe('the name of a caption file', () => {
  it.each([
    ['interview.srt', null, 'subtitles'],
    ['interview.de.srt', 'de', 'subtitles'],
    ['interview.part.2.pt-BR.vtt', 'pt-BR', 'subtitles'],
    ['interview.en.sdh.srt', 'en', 'captions'],
    ['interview.de.hi.srt', 'de', 'captions'],
    ['interview.hi.srt', 'hi', 'subtitles'],
    ['interview.sdh.srt', null, 'captions'],
    ['interview.cc.vtt', null, 'captions'],
  ])('%s tells %s and %s', (name, language, kind) => {
    expect(readCaptionName(name)).toEqual({ language, kind });
  });
});

describe('what a person says of captions', () => {
  const file = { id: 'added-1', file: 'captions/m/added-1.vtt', sizeBytes: 10 };
  const words = { language: 'de', kind: 'subtitles', label: '', isDefault: false } as const;
  const first = sayOfCaption([], file, words);

  it('is named by the language, and apart from the others', () => {
    expect(first.map(({ label }) => label)).toEqual(['Deutsch']);
    const both = sayOfCaption(first, { ...file, id: 'added-2' }, words);
    expect(both.map(({ label }) => label)).toEqual(['Deutsch', 'Deutsch 2']);
    const again = sayOfCaption(both, { ...file, id: 'added-2' }, { ...words, label: 'Deutsch 2' });
    expect(again.map(({ label }) => label)).toEqual(['Deutsch', 'Deutsch 2']);
  });

  it('leaves one default at most', () => {
    const shown = sayOfCaption(first, file, { ...words, isDefault: true });
    const both = sayOfCaption(shown, { ...file, id: 'added-2' }, { ...words, isDefault: true });
    expect(both.map(({ isDefault }) => isDefault)).toEqual([false, true]);
  });
});

function track(index: number, changes: Partial<SubtitleTrack> = {}): SubtitleTrack {
  return {
    ...{ index, codec: 'subrip', isText: true, language: null, title: null },
    ...{ isDefault: false, isForced: false },
    ...changes,
  };
}

function sourcesOf(subtitles: readonly SubtitleTrack[], besideIt: readonly string[] = []) {
  const info = { ...sampleInfo(), subtitles };
  return captionSources({ info, sha256: hashOf(7), fileName: 'clip.mp4' }, besideIt);
}

describe('a language', () => {
  it.each([
    ['ger', 'de', 'Deutsch'],
    ['deu', 'de', 'Deutsch'],
    ['fre', 'fr', 'Français'],
    ['chi', 'zh', '中文'],
    ['pt_BR', 'pt-BR', 'Português (Brasil)'],
  ])('%s is %s and called %s', (code, tag, name) => {
    expect(languageTag(code)).toBe(tag);
    expect(languageName(tag)).toBe(name);
  });

  it.each(['und', 'mul', 'qaa', 'x', '', 'forced', '😀'])('is not to be found in %j', (code) => {
    expect(languageTag(code)).toBeNull();
  });
});

describe('captions', () => {
  it('come from the text tracks alone, with one default at most', () => {
    const sources = sourcesOf([
      track(2, { language: 'ger', isDefault: true }),
      track(3, { isText: false, language: 'eng' }),
      track(4, { language: 'eng', title: 'English (SDH)', isDefault: true }),
      track(5),
    ]);
    expect(sources.map(({ label, kind, isDefault }) => [label, kind, isDefault])).toEqual([
      ['Deutsch', 'subtitles', true],
      ['English (SDH)', 'captions', false],
      ['Subtitles', 'subtitles', false],
    ]);
    for (const { id } of sources) expect(idSchema.safeParse(id).success).toBe(true);
  });

  it('lie beside the master under its name, with a language or without', () => {
    const beside = [
      'clip.vtt',
      'clip.de.srt',
      'clip.en.sdh.vtt',
      'clipper.vtt',
      'clip.txt',
      'clip.mp4',
    ];
    const sources = sourcesOf([], beside);
    expect(sources.map(({ fileName, language, kind }) => [fileName, language, kind])).toEqual([
      ['clip.de.srt', 'de', 'subtitles'],
      ['clip.en.sdh.vtt', 'en', 'captions'],
      ['clip.vtt', null, 'subtitles'],
    ]);
    for (const { id } of sources) expect(idSchema.safeParse(id).success).toBe(true);
  });

  it('without a title or language are called by what they are, and numbered where one came before', () => {
    const tracks = [track(2), track(3), track(4, { title: 'CC' }), track(5, { language: 'ger' })];
    const sources = sourcesOf(tracks, [
      'clip.de.srt',
      'clip.sdh.vtt',
      'clip.vtt',
      'clip.de.cc.vtt',
    ]);
    expect(sources.map(({ label, language, kind }) => [label, language, kind])).toEqual([
      ['Subtitles', null, 'subtitles'],
      ['Subtitles 2', null, 'subtitles'],
      ['CC', null, 'captions'],
      ['Deutsch', 'de', 'subtitles'],
      ['Deutsch (CC)', 'de', 'captions'],
      ['Deutsch 2', 'de', 'subtitles'],
      ['Captions', null, 'captions'],
      ['Subtitles 3', null, 'subtitles'],
    ]);
  });

  it('never share a label, however long or alike they are', () => {
    const long = 'x'.repeat(120);
    const sources = sourcesOf([
      track(2, { title: long }),
      track(3, { title: long }),
      track(4, { title: 'Subtitles 2' }),
      track(5),
      track(6),
    ]);
    const labels = sources.map(({ label }) => label);
    expect(labels.slice(2)).toEqual(['Subtitles 2', 'Subtitles', 'Subtitles 3']);
    expect(new Set(labels).size).toBe(5);
    expect(labels.every(({ length }) => length <= 100)).toBe(true);
  });

  it('in SubRip become WebVTT with the same words and times', () => {
    const srt =
      '\uFEFF1\r\n00:00:01,5 --> 00:00:02,000 X1:1\r\n{\\an8}<i>Hi</i> <font color="red">you</font>\r\nR&D --> B\r\n\r\n\r\nnonsense\r\n\r\n2\r\n1:02,100 --> 1:03,2\r\nEnd';
    expect(webVttOf(srt)).toBe(
      'WEBVTT\n\n00:00:01.500 --> 00:00:02.000\n<i>Hi</i> you\nR&amp;D → B\n\n01:02.100 --> 01:03.200\nEnd\n',
    );
  });

  it('in WebVTT stay as they are, and what is neither is none', () => {
    expect(webVttOf('WEBVTT - title\n\n00:01.000 --> 00:02.000\nHi')).toBe(
      'WEBVTT - title\n\n00:01.000 --> 00:02.000\nHi\n',
    );
    for (const text of ['', 'WEBVTTX\n', 'a letter', '1\n00:00 -> 00:01\nno']) {
      expect(webVttOf(text)).toBeNull();
    }
  });
});

describe('a file in a folder', () => {
  it.each(['clip.MP4', 'a.b.opus', '-x.mkv', 'x y.webm'])(
    'is looked at when it is called %j',
    (name) => {
      expect(isMediaFileName(name)).toBe(true);
    },
  );

  it.each(['notes.txt', 'mp4', '.mp4', '.clip.mp4', '~$clip.mp4', 'clip.mp4.part', 'clip.m3u8'])(
    'is passed over when it is called %j',
    (name) => {
      expect(isMediaFileName(name)).toBe(false);
    },
  );

  it('is hidden by a dot or by its system', () => {
    expect(['.git', '$RECYCLE.BIN', '@eaDir', 'films'].map(isHiddenName)).toEqual([
      ...[true, true, true, false],
    ]);
  });
});
