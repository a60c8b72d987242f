import { describe, expect, it } from 'vitest';
import { captionSources, originOf, stemOf } from '../../../core/import/captions.ts';
import { type FoundSidecar, indexSidecars, planSidecars } from '../../../core/import/sidecars.ts';
import type { Caption } from '../../../core/model/media.ts';
import { hashOf, sampleInfo } from '../catalog/sample-media.ts';

function found(fileName: string, modifiedMs = 1): FoundSidecar {
  const master = { info: sampleInfo(), sha256: hashOf(1), fileName: 'clip.mp4' };
  const [source] = captionSources(master, [fileName]);
  if (source === undefined) throw new Error(`${fileName} is no caption file of clip.mp4`);
  return { source, sidecar: { path: `/in/${fileName}`, sizeBytes: 9, modifiedMs } };
}

function made({ source, sidecar }: FoundSidecar): Caption {
  const { trackIndex: _track, fileName: _name, ...caption } = source;
  return { ...caption, file: `captions/m/${caption.id}.vtt`, sizeBytes: 9, sidecar };
}

describe('caption files of a folder', () => {
  it('belong to the master whose name they share for longest', () => {
    const names = ['clip.mp4', 'clip.de.mp4', 'clip.de.srt', 'clip.en.srt', 'other.srt', '.x.srt'];
    const index = indexSidecars(names);
    expect(index.get('clip')).toEqual(['clip.en.srt']);
    expect(index.get('clip.de')).toEqual(['clip.de.srt']);
    expect(index.get('.x')).toBeUndefined();
  });

  it('belong to every name that fits beside a master of an unusual extension', () => {
    const index = indexSidecars(['clip.bin', 'clip.de.srt']);
    expect([index.get('clip'), index.get('clip.de')]).toEqual([['clip.de.srt'], ['clip.de.srt']]);
  });

  it('that differ in case alone give one caption, of the one that is written as the master', () => {
    const master = { info: sampleInfo(), sha256: hashOf(1), fileName: 'clip.mp4' };
    expect(captionSources(master, ['clip.de.SRT', 'clip.de.srt'])).toHaveLength(1);
    const sources = captionSources(master, ['CLIP.de.srt', 'clip.de.srt']);
    expect(sources.map(({ fileName }) => fileName)).toEqual(['clip.de.srt']);
  });

  it.each([
    ['Clip.MP4', 'clip.de.srt'],
    ['caf\u00e9.mp4', 'cafe\u0301.de.srt'],
    ['cafe\u0301.mp4', 'caf\u00e9.de.srt'],
    ['\u0130stanbul.mp4', 'i\u0307stanbul.de.srt'],
  ])('belong to %j when they are called %j', (master, name) => {
    expect(indexSidecars([master, name]).get(stemOf(master))).toEqual([name]);
    const captioned = { info: sampleInfo(), sha256: hashOf(1), fileName: master };
    const [source] = captionSources(captioned, [name]);
    expect(source).toMatchObject({ language: 'de', fileName: name });
  });

  it('belong to the master that is written as they are where others differ in case or accents', () => {
    const names = ['Clip.mp4', 'clip.mp4', 'CLIP.mov', 'clip.de.srt', 'cLIP.en.srt'];
    const index = indexSidecars(names);
    const of = (stem: string) => index.get(stem);
    expect([of('Clip'), of('CLIP')]).toEqual([['cLIP.en.srt'], ['cLIP.en.srt']]);
    expect(of('clip')).toEqual(['clip.de.srt', 'cLIP.en.srt']);
  });
});

describe('captions against the files beside their master', () => {
  it('are made of what is new or has changed, and of nothing else', () => {
    const same = found('clip.de.srt');
    const before = [made(same), made(found('clip.en.srt'))];
    const changed = found('clip.en.srt', 2);
    const fresh = found('clip.fr.vtt');
    const { toMake, adrift } = planSidecars(before, [same, changed, fresh]);
    expect(toMake).toEqual([changed, fresh]);
    expect(adrift).toEqual([]);
  });

  it('are adrift when their file is not there, but never tracks and what a person added', () => {
    const lost = made(found('clip.de.srt'));
    const { sidecar: _sidecar, ...plain } = lost;
    const track = { ...plain, id: 'track-2-00000001' };
    const own = { ...lost, id: 'by-hand' };
    expect([track, lost, own].map(originOf)).toEqual(['track', 'file', 'person']);
    const { toMake, adrift } = planSidecars([track, lost, own], []);
    expect(toMake).toEqual([]);
    expect(adrift.map(({ id }) => id)).toEqual([lost.id]);
  });
});
