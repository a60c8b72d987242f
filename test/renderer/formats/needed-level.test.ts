import { describe, expect, it } from 'vitest';
import { BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import type { Format } from '../../../core/model/format.ts';
import { neededLevel } from '../../../renderer/formats/needed-level.ts';

function named(id: string): Format {
  const format = BUILT_IN_FORMATS.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
}

describe('the level that a recipe needs', () => {
  it('follows its box, frame rate and rate', () => {
    const format = named('h264-1080p');
    expect(neededLevel(format)).toBe('4.2');
    const slower = format.video && { ...format.video, maxFrameRate: 30 };
    expect(neededLevel({ ...format, video: slower })).toBe('4.0');
  });

  it('is unknown without a box and for sound', () => {
    const format = named('h264-1080p');
    const open = format.video && { ...format.video, maxWidth: null };
    expect(neededLevel({ ...format, video: open })).toBeNull();
    expect(neededLevel({ ...format, kind: 'audio', video: null })).toBeNull();
  });
});
