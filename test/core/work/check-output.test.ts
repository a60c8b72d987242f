import { expect, test } from 'vitest';
import type { MediaInfo } from '../../../core/model/media-info.ts';
import type { Output } from '../../../core/model/plan.ts';
import { findDeviations, type OutputCheck } from '../../../core/work/check-output.ts';
import { planOutputs, smallFormat } from '../../helpers/plan-outputs.ts';
import { videoMaster } from './masters.ts';

const master = videoMaster();
const [output] = planOutputs(master, [smallFormat('h264-720p', 128, 72)]);

function check(found: Partial<MediaInfo>, rest: Partial<OutputCheck> = {}): readonly string[] {
  if (output === undefined || master.video === null) throw new Error('nothing is planned');
  const video = { ...master.video, width: 128, height: 72 };
  return findDeviations({
    output,
    master,
    found: { ...master, video, fastStart: true, ...found },
    writtenSeconds: master.durationSeconds,
    lines: [],
    ...rest,
  });
}

test('a file that is as planned has no deviations', () => {
  expect(check({})).toEqual([]);
});

test.each<[string, Partial<MediaInfo>, string]>([
  ['another container', { formatName: 'matroska,webm' }, 'the container is matroska,webm, not MP4'],
  ['no picture', { video: null }, 'the picture is missing'],
  ['no sound', { audio: null }, 'the sound is missing'],
  ['its index at the end', { fastStart: false }, 'its index (moov) is not at the front'],
  ['no length', { durationSeconds: 0 }, 'it has no length'],
])('a file with %s is found out', (_, found, deviation) => {
  expect(check(found)).toContain(deviation);
});

test('another size or codec than planned is found out', () => {
  if (master.video === null || master.audio === null) throw new Error('no tracks');
  expect(check({ video: { ...master.video, width: 126, height: 72 } })).toEqual([
    'the picture is 126×72, not 128×72',
  ]);
  expect(check({ video: { ...master.video, codec: 'hevc' } })).toEqual([
    'the picture is hevc, not h264',
  ]);
  expect(check({ audio: { ...master.audio, codec: 'mp3' } })).toEqual([
    'the sound is mp3, not aac',
  ]);
  expect(check({ audio: { ...master.audio, channels: 1 } })).toEqual([
    'the sound has 1 channels, not 2',
  ]);
});

test('lengths agree to half a second or a hundredth', () => {
  expect(check({ durationSeconds: master.durationSeconds + 0.4 })).toEqual([]);
  expect(check({ durationSeconds: 5 })).toEqual(['it lasts 5.00 s, the master 10.00 s']);
});

test('a master whose length was a guess may end elsewhere, but not because it is damaged', () => {
  const short = { durationSeconds: 7 };
  expect(check(short, { writtenSeconds: 7.1 })).toEqual([]);
  expect(check(short, { writtenSeconds: 7.1, lines: ['[info] all is well'] })).toEqual([]);
  expect(
    check(short, {
      writtenSeconds: 7.1,
      lines: ['[mov @ 0x1] [error] stream 0, offset 0x30: partial file'],
    }),
  ).toHaveLength(1);
});

test('a mute master makes no sound missing', () => {
  expect(check({ audio: null }, { master: { ...master, audio: null } })).toEqual([]);
});

test('a file of the old kind may have its index anywhere', () => {
  const [avi] = planOutputs(master, [smallFormat('avi-mpeg4', 128, 72)]);
  const found = (planned: Output): Partial<MediaInfo> => ({
    formatName: 'avi',
    fastStart: null,
    ...(master.video === null || master.audio === null
      ? {}
      : {
          video: { ...master.video, codec: planned.video?.codec ?? '', width: 128, height: 72 },
          audio: { ...master.audio, codec: planned.audio?.codec ?? '' },
        }),
  });
  if (avi === undefined) throw new Error('nothing is planned');
  expect(check(found(avi), { output: avi })).toEqual([]);
});
