import { realpath } from 'node:fs/promises';
import type { BinaryCandidate } from '../../core/contract/system.ts';
import { type FfmpegVersion, parseVersion } from '../../core/ffmpeg/parse-version.ts';
import { askTool, type ToolOpinion } from './ask-tool.ts';

export interface FoundTool {
  readonly source: BinaryCandidate['source'];
  readonly path: string;
  /** false: nobody here chose it, so it is not even asked. Left out: true. */
  readonly mayRun?: boolean;
}

export interface TriedTool extends FoundTool {
  /** null: it does not work. */
  readonly version: FfmpegVersion | null;
  /** Why it does not work; null when it does. */
  readonly fault: ToolOpinion | null;
}

const NOT_CHOSEN: ToolOpinion = { code: 'not-chosen', facts: {} };
const NOT_FFMPEG: ToolOpinion = { code: 'not-ffmpeg', facts: {} };

/** Asks all of them at once for their version; the same file under two names is asked, and listed, once. */
export async function tryTools(found: readonly FoundTool[]): Promise<readonly TriedTool[]> {
  const real = await Promise.all(found.map(({ path }) => realpath(path).catch(() => path)));
  const once = found.filter((_, index) => real.indexOf(real[index] ?? '') === index);
  return Promise.all(once.map(tryTool));
}

async function tryTool(tool: FoundTool): Promise<TriedTool> {
  if (tool.mayRun === false) return { ...tool, version: null, fault: NOT_CHOSEN };
  const answer = await askTool(tool.path, ['-hide_banner', '-version']);
  if (!answer.ok) return { ...tool, version: null, fault: answer.fault };
  const version = parseVersion(answer.text);
  return { ...tool, version, fault: version === null ? NOT_FFMPEG : null };
}
