import { describe, expect, it } from 'vitest';
import { readSetting } from '../../../cli/commands/settings.ts';

describe('a setting that was typed', () => {
  it.each([
    ['parallelJobs', '2', 2],
    ['parallelJobs', 'null', null],
    ['ffmpegPath', '/opt/ffmpeg', '/opt/ffmpeg'],
    ['ffmpegPath', 'null', null],
    ['convertOnImport', 'false', false],
    ['theme', 'high-contrast', 'high-contrast'],
    ['disabledDeviceIds', 'chrome,edge', ['chrome', 'edge']],
    ['disabledDeviceIds', '', []],
    ['videoFormatSetId', 'true', 'true'],
    ['videoFormatSetId', '2', '2'],
  ])('is the kind of value that %s takes: %s', (name, typed, value) => {
    expect(readSetting(name, typed)).toEqual({ [name]: value });
  });

  it.each([
    ['parallelJobs', '0', />=1/],
    ['parallelJobs', 'many', /number/],
    ['convertOnImport', 'perhaps', /boolean/],
    ['theme', 'null', /"dark"/],
    ['id', 'settings', /There are: parallelJobs/],
  ])('is refused with the reason: %s %s', (name, typed, why) => {
    expect(() => readSetting(name, typed)).toThrow(why);
  });
});
