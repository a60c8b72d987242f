import { parseLogLine } from '../ffmpeg/parse-log-line.ts';

/** How FFmpeg 4 to 8 name an output in their complaints: `output stream 1:0`, `[vost#1:0/libx264]`, `[out#1/mp4]`, `file #1`. */
const NUMBERED = /output stream #?(\d+):|\[[vas]ost#(\d+):|\[out#(\d+)|output file #(\d+)/gi;

/**
 * Which outputs of a failed run FFmpeg complained about, as indexes into `targets`; empty when it does not say.
 */
export function findFailedOutputs(
  lines: readonly string[],
  targets: readonly string[],
): readonly number[] {
  const complaints = lines
    .filter((line) => ['error', 'fatal', 'panic'].includes(parseLogLine(line).level))
    .join('\n');
  const numbered = [...complaints.matchAll(NUMBERED)].map((match) =>
    Number(match.slice(1).find((digits) => digits !== undefined)),
  );
  return targets
    .map((_, index) => index)
    .filter((index) => numbered.includes(index) || complaints.includes(targets[index] ?? ' '));
}
