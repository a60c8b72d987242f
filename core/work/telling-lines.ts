import { parseLogLine } from '../ffmpeg/parse-log-line.ts';

const MOST_LINES = 20;
const UNTELLING = new Set(['info', 'verbose', 'debug']);

/** The end of a log as an error carries it: encoders' statistics would push the complaint out of sight. */
export function tellingLines(lines: readonly string[]): readonly string[] {
  const complaints = lines.filter((line) => !UNTELLING.has(parseLogLine(line).level));
  return (complaints.length > 0 ? complaints : lines).slice(-MOST_LINES).map(withoutWhitelist);
}

/** FFmpeg repeats the whole list that we gave it. */
function withoutWhitelist(line: string): string {
  return line.replace(/ whitelist '[^']*'/u, ' whitelist');
}
