export interface LogLine {
  readonly level: 'panic' | 'fatal' | 'error' | 'warning' | 'info' | 'verbose' | 'debug';
  readonly text: string;
}

/** A line written with `-loglevel level+…`: `[mov,mp4 @ 0x55] [error] moov atom not found`. */
export function parseLogLine(line: string): LogLine {
  const match =
    /^((?:\[[^\]]*\] )*?)\[(panic|fatal|error|warning|info|verbose|debug)\] ?(.*)$/.exec(line);
  const [, context = '', level, text = ''] = match ?? [];
  return isLevel(level)
    ? { level, text: `${context.replaceAll(/ @ 0x[0-9a-f]+/g, '')}${text}` }
    : { level: 'info', text: line };
}

function isLevel(text: string | undefined): text is LogLine['level'] {
  return text !== undefined;
}

/** FFmpeg has written everything and now moves the index to the front (`+faststart`). */
export function startsFastStart(line: string): boolean {
  return line.includes('Starting second pass: moving the moov atom');
}
