/** One measurement against its limit. */
export interface BenchLine {
  readonly name: string;
  /** What was measured, in words and units. */
  readonly figures: string;
  /** What is held against `limit`; a time over its allowed time where there is nothing to compare with. */
  readonly ratio: number;
  readonly limit: number;
  readonly ok: boolean;
}

export function benchLine(line: Omit<BenchLine, 'ok'>): BenchLine {
  return { ...line, ok: line.ratio <= line.limit };
}

export function formatBenchLine({ name, figures, ratio, limit, ok }: BenchLine): string {
  return `${ok ? 'kept  ' : 'BROKEN'} ${name}: ${figures}; ratio ${ratio.toFixed(3)}, limit ${limit}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
}

/** For a benchmark that was started by itself: its lines, and exit status 1 when a limit is broken. */
export async function runAlone(run: () => Promise<readonly BenchLine[]>): Promise<void> {
  const lines = await run();
  for (const line of lines) console.log(formatBenchLine(line));
  if (lines.some(({ ok }) => !ok)) process.exitCode = 1;
}
