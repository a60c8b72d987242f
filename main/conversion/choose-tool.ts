import type { BinaryCandidate, ToolChoice } from '../../core/contract/system.ts';
import type { TriedTool } from './try-tools.ts';

export interface ChooseToolOptions {
  /** ffprobe should not be older than the ffmpeg in use; null: any will do. */
  readonly leastMajor: number | null;
}

type WorkingTool = TriedTool & { readonly version: NonNullable<TriedTool['version']> };

/** Candidates that work, best first: a set path wins, then what is new enough, then what is newest. */
export function rankTools(
  tried: readonly TriedTool[],
  { leastMajor }: ChooseToolOptions,
): readonly WorkingTool[] {
  return tried
    .filter((tool): tool is WorkingTool => tool.version !== null)
    .toSorted(
      (a, b) =>
        setness(b) - setness(a) ||
        Number(isTooOld(a, leastMajor)) - Number(isTooOld(b, leastMajor)) ||
        b.version.rank - a.version.rank,
    );
}

/** The choice as settings and `avlogue doctor` show it, with a reason for each candidate. */
export function explainChoice(
  tried: readonly TriedTool[],
  chosen: TriedTool | null,
  { leastMajor }: ChooseToolOptions,
): ToolChoice {
  const explain = (tool: TriedTool): BinaryCandidate => ({
    source: tool.source,
    path: tool.path,
    works: tool.version !== null,
    version: tool.version?.text ?? null,
    reason: tool === chosen ? whyChosen(tool, leastMajor) : whyNot(tool, chosen, leastMajor),
  });
  return {
    chosen: chosen?.path ?? null,
    version: chosen?.version?.text ?? null,
    candidates: tried.map(explain),
  };
}

function setness({ source }: TriedTool): number {
  if (source === 'setting') return 2;
  return source === 'environment' ? 1 : 0;
}

function isTooOld({ version }: TriedTool, leastMajor: number | null): boolean {
  return leastMajor !== null && version !== null && Math.floor(version.rank) < leastMajor;
}

function whyChosen(tool: TriedTool, leastMajor: number | null): string {
  const old = isTooOld(tool, leastMajor) ? `, though older than ffmpeg ${leastMajor}` : '';
  if (tool.source === 'setting') return `Used: its path is set in the settings${old}.`;
  if (tool.source === 'environment') return `Used: its path is set in the environment${old}.`;
  return `Used: the newest that works${old}.`;
}

function whyNot(tool: TriedTool, chosen: TriedTool | null, leastMajor: number | null): string {
  if (tool.version === null) return `Does not work: ${tool.fault}.`;
  if (chosen !== null && setness(chosen) > setness(tool)) return 'Not used: another path is set.';
  if (isTooOld(tool, leastMajor)) return `Not used: it is older than ffmpeg ${leastMajor}.`;
  return chosen?.version?.rank === tool.version.rank
    ? 'Not used: another of the same version was found first.'
    : 'Not used: it is not the newest.';
}
