import type { ErrorCode } from '../errors/error-codes.ts';
import { parseLogLine } from './parse-log-line.ts';

export interface FailedRun {
  readonly task: 'probe' | 'convert' | 'image' | 'caption';
  /** The master. */
  readonly path: string;
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Lines of stderr as FFmpeg wrote them, with or without `[level]`; the last hundred are enough. */
  readonly lines: readonly string[];
  /** The master's first bytes (16 are enough): they tell a cut-off MP4 from a text file of that name. */
  readonly head?: Uint8Array;
}

export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What an FFmpeg or ffprobe run that ended badly means for a person. */
export function classifyFailure(run: FailedRun): Failure {
  const lines = run.lines.map((line) => parseLogLine(line).text.replaceAll(run.path, MASTER));
  const rule = RULES.find((candidate) =>
    lines.some((line) => candidate.pattern.test(line) && (candidate.where?.(line, run) ?? true)),
  );
  return rule === undefined ? unknownFailure(run) : rule.failure(run);
}

/** Stands for the master's path, whose own words must not be taken for FFmpeg's. */
const MASTER = '\u0001master\u0001';

interface Rule {
  readonly pattern: RegExp;
  readonly where?: (line: string, run: FailedRun) => boolean;
  readonly failure: (run: FailedRun) => Failure;
}

/** Demuxers behind which other files or addresses stand. */
const PLAYLISTS =
  /^\[(hls|hls,applehttp|applehttp|concat|dash|imf|webm_dash_manifest|sdp|rtsp|rtp|vobsub|mlv)\]/;

const failWith = (code: ErrorCode, message: (path: string) => string) => (run: FailedRun) => ({
  code,
  message: message(run.path),
});

const NOT_MEDIA = failWith('import/not-media', (path) => `“${path}” is neither video nor sound.`);
const MISSING = ({ task, path }: FailedRun): Failure =>
  task === 'probe'
    ? { code: 'import/not-found', message: `There is no file at “${path}”.` }
    : { code: 'conversion/master-missing', message: `The master “${path}” is not there any more.` };

/** The first that matches any line wins, so what is most telling comes first. */
const RULES: readonly Rule[] = [
  {
    pattern: /No space left on device|Disk quota exceeded|File too large/i,
    failure: failWith(
      'conversion/disk-full',
      (path) => `There was no space left for what is made of “${path}”. Free some, then retry.`,
    ),
  },
  {
    pattern: /Read-only file system/i,
    failure: failWith(
      'conversion/target-read-only',
      (path) => `What is made of “${path}” cannot be written: its folder is read-only.`,
    ),
  },
  {
    pattern: /Permission denied|Operation not permitted/i,
    failure: (run) =>
      refusedPath(run)
        ? { code: 'import/no-permission', message: `“${run.path}” may not be read.` }
        : {
            code: 'conversion/target-read-only',
            message: `What is made of “${run.path}” cannot be written: its folder does not allow it.`,
          },
  },
  {
    pattern: /No such file or directory/i,
    where: (line, run) => run.task === 'probe' || line.includes(MASTER),
    failure: MISSING,
  },
  {
    pattern: /No such file or directory/i,
    failure: failWith(
      'conversion/target-read-only',
      (path) => `The folder for what is made of “${path}” is gone.`,
    ),
  },
  { pattern: /Is a directory/i, failure: NOT_MEDIA },
  {
    pattern: /Format not on whitelist/,
    where: (line) => PLAYLISTS.test(line),
    failure: failWith(
      'import/playlist-refused',
      (path) => `“${path}” is a playlist that points to other files. Import those themselves.`,
    ),
  },
  {
    pattern:
      /Protocol '?[^ ]*'? not on whitelist|not in allowed_segment_extensions|Unsafe file name/i,
    failure: failWith(
      'import/playlist-refused',
      (path) => `“${path}” points to other files or addresses, which AVlogue does not follow.`,
    ),
  },
  {
    // FFmpeg 7.1 and later, before another demuxer has its turn
    pattern: /Not detecting m3u8\/hls/,
    failure: failWith(
      'import/playlist-refused',
      (path) => `“${path}” is a playlist that points to other files. Import those themselves.`,
    ),
  },
  { pattern: /Format not on whitelist/, failure: NOT_MEDIA },
  {
    pattern: /moov atom not found|partial file|EBML header parsing failed/i,
    failure: (run) => (looksLikeMedia(run.head) ? truncated(run) : NOT_MEDIA(run)),
  },
  {
    pattern:
      /Decoder \(codec [^)]*\) not found|Decoding requested, but no decoder found|no decoder found for|Cannot determine format of input stream|is not implemented|not currently supported|Error while opening decoder|Failed to open (codec|decoder)/i,
    failure: failWith('import/undecodable', (path) => `FFmpeg cannot decode what is in “${path}”.`),
  },
  {
    pattern: /Unknown encoder|Encoder (\(codec [^)]*\) )?not found|Encoder not found/i,
    failure: failWith(
      'format/unavailable',
      () => 'The FFmpeg in use lacks an encoder for this format.',
    ),
  },
  {
    pattern: /could not find codec parameters|unspecified size/i,
    where: (_, run) => run.task === 'probe',
    failure: failWith(
      'import/undecodable',
      (path) => `FFmpeg could not make out what is in “${path}”.`,
    ),
  },
  {
    pattern: /Invalid data found when processing input|End of file|Invalid argument/i,
    where: (line, run) => run.task === 'probe' && line.includes(MASTER),
    failure: NOT_MEDIA,
  },
  {
    pattern: /Stream map '[^']*' matches no streams|Invalid data found when processing input/i,
    where: (_, run) => run.task !== 'probe',
    failure: failWith(
      'conversion/ffmpeg-failed',
      (path) => `“${path}” is damaged or not what it was when it was imported.`,
    ),
  },
];

function truncated({ path }: FailedRun): Failure {
  return {
    code: 'import/truncated',
    message: `“${path}” is cut off: its index is missing. Copy it again, or repair it with the recorder’s tool.`,
  };
}

/** Permission may be missing for the master or for the target; FFmpeg names the file. */
function refusedPath(run: FailedRun): boolean {
  if (run.task === 'probe') return true;
  return run.lines.some((line) => /denied|permitted/i.test(line) && line.includes(run.path));
}

/** An MP4, QuickTime or Matroska file by its first box; without bytes the benefit of the doubt. */
function looksLikeMedia(head: Uint8Array | undefined): boolean {
  if (head === undefined) return true;
  const type = String.fromCharCode(...head.subarray(4, 8));
  const isMatroska = head[0] === 0x1a && head[1] === 0x45;
  return isMatroska || /^(ftyp|mdat|wide|free|skip|moov|styp|pnot|uuid)$/.test(type);
}

function unknownFailure({ task, path, exitCode, signal, lines }: FailedRun): Failure {
  const how = signal === null ? `with status ${exitCode ?? 'unknown'}` : `by ${signal}`;
  const last = lines
    .map(parseLogLine)
    .findLast(({ level }) => level === 'error' || level === 'fatal');
  const said = last === undefined ? '' : ` It said: ${last.text}`;
  return task === 'probe' && signal === null
    ? { code: 'import/not-media', message: `ffprobe cannot open “${path}”.${said}` }
    : { code: 'conversion/ffmpeg-failed', message: `FFmpeg ended ${how} on “${path}”.${said}` };
}
