import type { DeviceCoverage, Plan } from '../../core/model/plan.ts';
import type { MadeCoverage } from './make-result.ts';

/** What the plan promises each device, held against the renditions that really stand. */
export function standingCoverage(
  plan: Pick<Plan, 'coverage'>,
  standing: ReadonlySet<string>,
): readonly MadeCoverage[] {
  return plan.coverage.map((device) => ({
    device: device.device,
    format: choose(device, standing),
  }));
}

/** The promised one, else the first in the page's order which stands and plays. */
function choose(
  { format, renditions }: DeviceCoverage,
  standing: ReadonlySet<string>,
): string | null {
  if (format !== null && standing.has(format)) return format;
  const other = renditions.find((one) => one.plays && standing.has(one.format));
  return other?.format ?? null;
}
