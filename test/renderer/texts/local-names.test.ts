import { describe, expect, it } from 'vitest';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { BUILT_IN_FORMAT_SETS, BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import type { Caption } from '../../../core/model/media.ts';
import { planMedia } from '../../../core/planning/plan-media.ts';
import { deDevices, deFormatSets, deFormats } from '../../../renderer/texts/de-built-ins.ts';
import { explain } from '../../../renderer/texts/explain.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';
import { localNames } from '../../../renderer/texts/local-names.ts';
import { planRequest } from '../../core/planning/sample-masters.ts';

const german = localNames('de');

describe.each([
  ['format', BUILT_IN_FORMATS, deFormats],
  ['format set', BUILT_IN_FORMAT_SETS, deFormatSets],
  ['device', BUILT_IN_DEVICES, deDevices],
])('every built-in %s', (_what, records, words) => {
  it('has German words, and no other has', () => {
    expect(Object.keys(words).sort()).toEqual(records.map(({ id }) => id).sort());
  });

  it('is described in a sentence', () => {
    for (const { id } of records) expect(words[id]?.description).toMatch(/^[\p{Lu}i].*\.$/u);
  });
});

it('leaves what a person made under its own name, and English as it is', () => {
  const [set] = BUILT_IN_FORMAT_SETS;
  if (set === undefined) throw new Error('no set');
  expect(german.formatSet(set).name).toBe('Webvideo');
  expect(german.formatSet({ ...set, builtIn: false })).toEqual({ ...set, builtIn: false });
  expect(localNames('en').formatSet(set)).toBe(set);
});

describe('a plan', () => {
  const [device] = BUILT_IN_DEVICES.filter(({ id }) => id === 'ios-old');
  if (device === undefined) throw new Error('no device');
  const own = { ...device, id: 'wall', name: 'Wall', builtIn: false };
  const plan = german.plan(
    planMedia(planRequest({ devices: [device, own], requestedFormatIds: [], formats: [] })),
  );

  it('names devices in German, in its reasons too', () => {
    expect(plan.coverage.map(({ deviceName }) => deviceName)).toEqual([
      'Älteres iPhone und iPad',
      'Wall',
    ]);
    const [reason] = plan.formats[0]?.reasons ?? [];
    expect(reason && explain(reason, chooseLanguage('de', []))).toBe(
      'Kein Format der Mediathek passt; nach eigenen Grenzen erzeugt für: Älteres iPhone und iPad, Wall.',
    );
  });

  it('names what is made for a device after it', () => {
    expect(plan.formats.map(({ formatName }) => formatName)).toEqual([
      'Passend für Älteres iPhone und iPad',
    ]);
  });
});

it('names captions that nobody named in German', () => {
  const caption: Caption = {
    id: 'track-2',
    file: 'x',
    kind: 'subtitles',
    language: null,
    label: '',
    isDefault: false,
    sizeBytes: 1,
  };
  const labels = ['Subtitles 2', 'Captions', 'Subtitles of Anna'];
  const media = german.media({
    renditions: [],
    captions: labels.map((label) => ({ ...caption, label })),
  });
  expect(media.captions.map(({ label }) => label)).toEqual([
    'Untertitel 2',
    'Untertitel für Gehörlose',
    'Subtitles of Anna',
  ]);
});

it('names formats in facts, and leaves lists that do not fit together', () => {
  expect(german.facts({ other: 'opus-ogg', otherName: 'Opus file' }).otherName).toBe('Opus-Datei');
  expect(german.facts({ formatId: 'mine', formatName: 'Mine' }).formatName).toBe('Mine');
  const odd = { devices: 'tv', deviceNames: 'Television, old' };
  expect(german.facts(odd).deviceNames).toBe('Television, old');
});
