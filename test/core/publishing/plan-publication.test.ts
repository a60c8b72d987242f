import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToWrite, planPublication } from '../../../core/publishing/plan-publication.ts';
import {
  captionName,
  publishedFolder,
  renditionName,
} from '../../../core/publishing/published-names.ts';
import { caption, videoRendition } from '../snippet/sample-media.ts';

const wanted = (file: string, sha256: string | null) => ({ file, sizeBytes: 10, sha256 });

describe('the plan of a publication', () => {
  it('adds, keeps, replaces and removes, removals last', () => {
    const { steps, foreign } = planPublication({
      wanted: [wanted('new', null), wanted('same', 's'), wanted('changed', null)],
      recorded: ['gone', 'same', 'changed', 'lost'].map((file) => wanted(file, 's') as never),
      standing: new Map([
        ['same', { sha256: 's' }],
        ['changed', { sha256: 'old' }],
        ['gone', { sha256: null }],
      ]),
    });
    expect(steps.map(({ file, action }) => `${action} ${file}`)).toEqual([
      'add new',
      'keep same',
      'replace changed',
      'remove gone',
    ]);
    expect(foreign).toEqual([]);
    expect(bytesToWrite(steps)).toBe(20);
  });

  it('calls a file foreign that stands there unrecorded, unless it is the very same', () => {
    const { foreign, steps } = planPublication({
      wanted: [wanted('other', 'a'), wanted('twin', 'b')],
      recorded: [],
      standing: new Map([
        ['other', { sha256: null }],
        ['twin', { sha256: 'b' }],
      ]),
    });
    expect(foreign).toEqual(['other']);
    expect(steps[1]?.action).toBe('keep');
  });

  it('never removes a wanted or an unrecorded file, and never overwrites silently', () => {
    const names = fc.subarray(['a', 'b', 'c', 'd', 'e']);
    fc.assert(
      fc.property(names, names, names, fc.boolean(), (want, record, stand, same) => {
        const { steps, foreign } = planPublication({
          wanted: want.map((file) => wanted(file, 'x')),
          recorded: record.map((file) => ({ file, sizeBytes: 1, sha256: 'x' })),
          standing: new Map(stand.map((file) => [file, { sha256: same ? 'x' : null }])),
        });
        for (const { file, action } of steps) {
          if (action === 'remove') expect(record.includes(file) && !want.includes(file)).toBe(true);
          if (action === 'replace' && !record.includes(file)) expect(foreign).toContain(file);
          if (action === 'add') expect(stand).not.toContain(file);
        }
        expect(steps.filter(({ action }) => action !== 'remove').map(({ file }) => file)).toEqual(
          want,
        );
      }),
    );
  });
});

describe('published names', () => {
  it.each([
    ['con', 'media/con_'],
    ['nul', 'media/nul_'],
    ['com1', 'media/com1_'],
    ['console', 'media/console'],
  ])('keep clear of Windows’ device names: %s', (slug, folder) => {
    expect(publishedFolder(slug)).toBe(folder);
  });

  it('stay apart from the other files of a folder', () => {
    expect(captionName(caption('aux'))).toBe('aux_.vtt');
    expect(renditionName('nul', videoRendition('aux.h264', {}))).toBe('nul-aux.h264.mp4');
  });
});
