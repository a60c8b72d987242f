import type { SentenceTable } from '../text/sentence-table.ts';

/** Why an FFmpeg or ffprobe that was found is used or not. */
export const TOOL_VERDICTS = {
  'used-setting': [
    'Used: its path is set in the settings, though older than ffmpeg {leastMajor}.',
    'Used: its path is set in the settings.',
  ],
  'used-environment': [
    'Used: its path is set in the environment, though older than ffmpeg {leastMajor}.',
    'Used: its path is set in the environment.',
  ],
  'used-newest': [
    'Used: the newest that works, though older than ffmpeg {leastMajor}.',
    'Used: the newest that works.',
  ],
  'other-set': 'Not used: another path is set.',
  'not-chosen':
    'Not used: the library’s settings name it, and it was not chosen on this machine. Clear its path in the settings and choose it again.',
  'too-old': 'Not used: it is older than ffmpeg {leastMajor}.',
  'same-version': 'Not used: another of the same version was found first.',
  'not-newest': 'Not used: it is not the newest.',
  'no-answer': 'Does not work: it gave no answer within {seconds} s.',
  'no-such-file': 'Does not work: there is no such file.',
  'not-executable': 'Does not work: it may not be executed.',
  ended: 'Does not work: it ended with code {exitCode}.',
  'not-started': 'Does not work: it could not be started ({systemCode}).',
  'not-ffmpeg': 'Does not work: it does not answer as FFmpeg does.',
  'no-encoders': 'Does not work: it does not list its encoders.',
} as const satisfies SentenceTable<string>;

export type ToolVerdict = keyof typeof TOOL_VERDICTS;
