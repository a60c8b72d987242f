import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AUDIO_CODEC_NAMES,
  AUDIO_CODECS,
  VIDEO_CODEC_NAMES,
  VIDEO_CODECS,
} from '../../../core/codecs/codecs.ts';
import { findParameterProblems, parametersFor } from '../../../core/formats/extra-parameters.ts';
import { explainProblem } from '../../../core/formats/format-problem.ts';
import { PROBLEM_SENTENCES } from '../../../core/formats/problem-codes.ts';

describe('parameters that are taken', () => {
  test.for([
    ['h264', ['-preset', 'slow', '-tune', 'film', '-crf', '20.5', '-bf', '2', '-refs', '4']],
    [
      'h264',
      ['-preset:v', 'slow', '-sc_threshold', '0', '-deblock', '-1:-1', '-psy-rd', '1.0:0.15'],
    ],
    ['h264', ['-x264-params', 'ref=4:bframes=3:no-such=1'.replace(':no-such=1', ':aq-mode=3')]],
    ['h264', ['-flags', '+cgop', '-qmin', '-1', '-partitions', '+parti4x4-partp8x8']],
    ['hevc', ['-x265-params', 'aq-mode=3:psy-rd=2.0:no-sao=1']],
    ['vp9', ['-cpu-used', '2', '-row-mt', '1', '-auto-alt-ref', '6', '-deadline', 'good']],
    ['av1', ['-svtav1-params', 'tune=0:film-grain=8', '-cpu-used', '5']],
    ['opus', ['-application', 'voip', '-frame_duration', '60', '-vbr', 'off']],
    ['mp3', ['-compression_level', '0', '-joint_stereo', '1']],
    ['h264', []],
  ] as const)('%s: %j', ([codec, parameters]) => {
    expect(findParameterProblems(codec, parameters)).toEqual([]);
  });

  test('each encoder gets what it knows, the others’ are left out', () => {
    const parameters = ['-preset', '5', '-cpu-used', '4', '-svtav1-params', 'tune=0'];
    expect(parametersFor('libsvtav1', parameters)).toEqual([
      '-preset',
      '5',
      '-svtav1-params',
      'tune=0',
    ]);
    expect(parametersFor('libaom-av1', parameters)).toEqual(['-cpu-used', '4']);
    expect(parametersFor('pcm_s16le', ['-q:a', '1'])).toEqual([]);
    expect(parametersFor('no-such-encoder', parameters)).toEqual([]);
  });
});

/** Anything that could name a file, an address, a stream, a filter or another output. */
const HOSTILE: readonly (readonly string[])[] = [
  ['-i', '/etc/passwd'],
  ['/tmp/second-output.mp4'],
  ['-preset', 'slow', '/tmp/second-output.mp4'],
  ['-preset', '/etc/passwd'],
  ['-preset', '../x'],
  ['-tune', 'http://127.0.0.1/x'],
  ['-vf', 'movie=/etc/passwd'],
  ['-filter_complex', 'amovie=x'],
  ['-filter_script:v', '/tmp/x'],
  ['-map', '0'],
  ['-map_metadata', '0'],
  ['-metadata', 'comment=x'],
  ['-attach', '/etc/passwd'],
  ['-dump_attachment:t', '/tmp/x'],
  ['-passlogfile', '/tmp/x'],
  ['-pass', '1'],
  ['-stats', ''],
  ['-vstats_file', '/tmp/x'],
  ['-report'],
  ['-y'],
  ['-f', 'tee'],
  ['-progress', 'http://x'],
  ['-protocol_whitelist', 'all'],
  ['-x264-params', 'stats=/tmp/x'],
  ['-x264-params', 'qpfile=/etc/passwd'],
  ['-x264-params', 'ref=4:qpfile=x'],
  ['-x264-params', 'cqmfile=x'],
  ['-x264-params', 'dump-yuv=/tmp/x'],
  ['-x264-params', 'ref=4=5'],
  ['-x264-params', 'ref=/tmp'],
  ['-x264opts', 'log-file=/tmp/x'],
  ['-x265-params', 'csv=/tmp/x'],
  ['-x265-params', 'analysis-save=x'],
  ['-x265-params', 'recon=/tmp/x'],
  ['-x265-params', 'scaling-list=/etc/passwd'],
  ['-svtav1-params', 'stats=x'],
  ['-svtav1-params', 'fgs-table=/etc/passwd'],
  ['-preset:1', 'slow'],
  ['-preset:v:0', 'slow'],
  ['-__proto__', 'x'],
  ['-constructor', 'x'],
  ['-x264-params', '__proto__=1'],
  ['-b:v', '1k'],
  ['-level', '6.2'],
  ['--', '-i'],
  ['-'],
  [''],
  ['-crf'],
  ['-crf', '-preset', 'slow'],
  ['-crf', '1e9'],
  ['-crf', '20\n-i'],
];

describe('parameters that are refused', () => {
  test.for(HOSTILE)('%j', (parameters) => {
    for (const codec of [...VIDEO_CODEC_NAMES, ...AUDIO_CODEC_NAMES]) {
      const problems = findParameterProblems(codec, parameters);
      expect(problems.length, codec).toBeGreaterThan(0);
      const said = problems.map((problem) => explainProblem(problem.code, problem.facts));
      expect(said.filter((words) => words === PROBLEM_SENTENCES.schema)).toEqual([]);
    }
    for (const encoder of everyEncoder()) {
      const kept = parametersFor(encoder, parameters);
      expect(kept.join(' ')).not.toMatch(/[/\\\n]|\bmovie|file|http|stats|csv|recon|__proto__/);
      expect(kept.length % 2).toBe(0);
    }
  });

  test('a list without end is refused at once', () => {
    const [problem] = findParameterProblems('h264', Array(10_001).fill('-preset'));
    expect(problem?.code).toBe('parameters-too-many');
  });

  test('nothing but name and plain value ever comes through', () => {
    const names = fc.constantFrom(
      '-preset',
      '-x264-params',
      '-tune',
      '-crf',
      '-flags',
      '-i',
      '-vf',
    );
    const entry = fc.oneof(names, fc.string(), fc.constantFrom('ref=4', '/x', 'a=b:c=d', '+x'));
    fc.assert(
      fc.property(fc.array(entry), fc.constantFrom(...everyEncoder()), (parameters, encoder) => {
        const kept = parametersFor(encoder, parameters);
        expect(kept.length % 2).toBe(0);
        kept.forEach((text, index) => {
          expect(text).toMatch(index % 2 === 0 ? /^-[a-z0-9][\w-]*(:[va])?$/i : /^[\w.+,:=-]+$/);
        });
      }),
    );
  });
});

function everyEncoder(): readonly string[] {
  return [...Object.values(VIDEO_CODECS), ...Object.values(AUDIO_CODECS)].flatMap(
    ({ encoders }): readonly string[] => encoders,
  );
}
