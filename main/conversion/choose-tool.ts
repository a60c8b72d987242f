import type { BinaryCandidate, ToolChoice } from '../../core/contract/system.ts';
import { TOOL_VERDICTS, type ToolVerdict } from '../../core/system/tool-verdicts.ts';
import { say } from '../../core/text/sentence-table.ts';
import type { ToolOpinion } from './ask-tool.ts';
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
  const explain = (tool: TriedTool): BinaryCandidate => {
    const { code, facts } =
      tool === chosen ? whyChosen(tool, leastMajor) : whyNot(tool, chosen, leastMajor);
    return {
      source: tool.source,
      path: tool.path,
      works: tool.version !== null,
      version: tool.version?.text ?? null,
      code,
      facts,
      reason: say<ToolVerdict>(TOOL_VERDICTS, code, facts),
    };
  };
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

function whyChosen(tool: TriedTool, leastMajor: number | null): ToolOpinion {
  const facts = { leastMajor: isTooOld(tool, leastMajor) ? leastMajor : null };
  if (tool.source === 'setting') return { code: 'used-setting', facts };
  return { code: tool.source === 'environment' ? 'used-environment' : 'used-newest', facts };
}

function whyNot(tool: TriedTool, chosen: TriedTool | null, leastMajor: number | null): ToolOpinion {
  if (tool.fault !== null) return tool.fault;
  if (chosen !== null && setness(chosen) > setness(tool)) return { code: 'other-set', facts: {} };
  if (isTooOld(tool, leastMajor)) return { code: 'too-old', facts: { leastMajor } };
  const isTwin = chosen?.version?.rank === tool.version?.rank;
  return { code: isTwin ? 'same-version' : 'not-newest', facts: {} };
}
