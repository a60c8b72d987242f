/** One block of `-progress` lines. */
export interface FfmpegProgress {
  /** Written so far, of the slowest output; null while FFmpeg says N/A. */
  readonly seconds: number | null;
  readonly frame: number | null;
  /** Times real time. */
  readonly speed: number | null;
  /** The last block: every output is closed, fast-start rewriting included. */
  readonly ended: boolean;
}

export interface ProgressParser {
  /** Chunks may be cut anywhere. @returns the blocks that this chunk completed */
  push(chunk: string): readonly FfmpegProgress[];
}

/** A line longer than this is no progress line; what is left over is thrown away. */
const LONGEST_LINE = 4_096;

export function createProgressParser(): ProgressParser {
  let rest = '';
  let fields = new Map<string, string>();
  return {
    push(chunk) {
      const lines = (rest + chunk).split(/\r?\n/);
      rest = (lines.pop() ?? '').slice(-LONGEST_LINE);
      const blocks: FfmpegProgress[] = [];
      for (const line of lines) {
        const [key, value] = splitLine(line);
        fields.set(key, value);
        if (key !== 'progress') continue;
        blocks.push(blockFrom(fields));
        fields = new Map();
      }
      return blocks;
    },
  };
}

function splitLine(line: string): readonly [string, string] {
  const equals = line.indexOf('=');
  return equals === -1
    ? [line.trim(), '']
    : [line.slice(0, equals).trim(), line.slice(equals + 1).trim()];
}

function blockFrom(fields: ReadonlyMap<string, string>): FfmpegProgress {
  return {
    seconds: secondsFrom(fields),
    frame: numberFrom(fields.get('frame')),
    speed: numberFrom(fields.get('speed')?.replace(/x$/, '')),
    ended: fields.get('progress') === 'end',
  };
}

/** `out_time_ms` holds microseconds as well, a misnomer kept for old programs; 4.x knows no `out_time_us` at first. */
function secondsFrom(fields: ReadonlyMap<string, string>): number | null {
  const microseconds = numberFrom(fields.get('out_time_us') ?? fields.get('out_time_ms'));
  return microseconds === null ? null : Math.max(0, microseconds / 1_000_000);
}

function numberFrom(text: string | undefined): number | null {
  if (text === undefined || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  // before its first frame FFmpeg reports the smallest 64-bit number
  return Number.isFinite(value) && value > -1e15 ? value : null;
}
