import { describe, expect, it } from 'vitest';
import {
  captionChoiceOf,
  standingChoice,
  withChoice,
} from '../../../core/import/chosen-caption.ts';
import type { Caption } from '../../../core/model/media.ts';
import { sampleInfo, sampleMedia } from '../catalog/sample-media.ts';

function caption(id: string, changes: Partial<Caption> = {}): Caption {
  return {
    ...{ id, file: `captions/m/${id}.vtt`, kind: 'subtitles', sizeBytes: 10 },
    ...{ language: 'de', label: 'Deutsch', isDefault: false },
    ...changes,
  };
}

const ENGLISH = { language: 'en', label: 'English' };

function shownOf(captions: readonly Caption[]): readonly string[] {
  return captions.filter(({ isDefault }) => isDefault).map(({ id }) => id);
}

describe('the captions that a person wants to be shown at first', () => {
  const choice = captionChoiceOf([
    caption('track-2-00000001', ENGLISH),
    caption('track-3-00000001', { isDefault: true }),
  ]);

  it.each([
    ['the same track of another cut', [caption('track-3-00000002')], 'track-3-00000002'],
    ['it at another place', [caption('track-5-00000002')], 'track-5-00000002'],
    [
      'the one in its place and language, when it is called otherwise',
      [caption('track-2-00000002', { label: 'A' }), caption('track-3-00000002', { label: 'B' })],
      'track-3-00000002',
    ],
    [
      'the one of its name before the one in its place',
      [caption('track-3-00000002', { label: 'A' }), caption('track-4-00000002')],
      'track-4-00000002',
    ],
  ])('are %s', (_name, others, id) => {
    const english = caption('track-2-00000002', { ...ENGLISH, isDefault: true });
    expect(shownOf(withChoice([english, ...others], choice))).toEqual([id]);
  });

  it.each([
    ['another language in its place', caption('track-3-00000002', ENGLISH)],
    ['a file instead of the track', caption('file-de-srt-00000002')],
    ['what a person added in its language', caption('added-1')],
  ])('are as the master says while there is %s', (_name, other) => {
    const english = caption('track-2-00000002', { ...ENGLISH, isDefault: true });
    expect(shownOf(withChoice([english, other], choice))).toEqual(['track-2-00000002']);
  });

  it('are none of the master when none was wanted, and what a person added stays', () => {
    const none = captionChoiceOf([caption('added-1', { isDefault: true })]);
    expect(none).toBeNull();
    const all = [
      caption('added-1', { isDefault: true }),
      caption('track-2-00000002', { isDefault: true }),
    ];
    expect(shownOf(withChoice(all, none))).toEqual(['added-1']);
  });

  it('are told from what the master says in libraries that did not remember the choice', () => {
    const track = { codec: 'subrip', isText: true, title: null, isForced: false };
    const info = {
      ...sampleInfo(),
      subtitles: [
        { ...track, index: 2, language: 'eng', isDefault: true },
        { ...track, index: 3, language: 'ger', isDefault: false },
      ],
    };
    const media = sampleMedia(1, { info });
    const version = media.master.sha256.slice(0, 8);
    const of = (isEnglish: boolean, isGerman: boolean) =>
      standingChoice({
        ...media,
        captions: [
          caption(`track-2-${version}`, { ...ENGLISH, isDefault: isEnglish }),
          caption(`track-3-${version}`, { isDefault: isGerman }),
        ],
      });
    expect(of(true, false)).toBeUndefined();
    expect(of(false, true)).toMatchObject({ source: 'track-3', language: 'de' });
  });
});
