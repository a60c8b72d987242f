import type { MediaDetail } from '../../core/contract/media.ts';
import type { DeviceCoverage, Plan } from '../../core/model/plan.ts';

export type CellState = 'picked' | 'plays' | 'not';

export function cellState(coverage: DeviceCoverage, format: string): CellState {
  if (coverage.format === format) return 'picked';
  const verdict = coverage.renditions.find((one) => one.format === format);
  return verdict?.plays === true ? 'plays' : 'not';
}

export interface CoverageSummary {
  readonly devices: number;
  /** Devices with a rendition that stands already. */
  readonly served: readonly DeviceCoverage[];
  /** Devices that get theirs once everything planned is made. */
  readonly promised: readonly DeviceCoverage[];
  /** Devices that nothing can be made for. */
  readonly impossible: readonly DeviceCoverage[];
  readonly masterPlaysOn: number;
}

/** Who is served now, who will be, and who can't. */
export function summariseCoverage(
  plan: Plan,
  media: Pick<MediaDetail, 'renditions'>,
): CoverageSummary {
  const standing = new Set(media.renditions.map(({ formatId }) => formatId));
  const isServed = (coverage: DeviceCoverage) =>
    coverage.renditions.some(({ format, plays }) => plays && standing.has(format));
  return {
    devices: plan.coverage.length,
    served: plan.coverage.filter(isServed),
    promised: plan.coverage.filter((one) => one.format !== null && !isServed(one)),
    impossible: plan.coverage.filter((one) => one.format === null),
    masterPlaysOn: plan.coverage.filter(({ master }) => master.plays).length,
  };
}
