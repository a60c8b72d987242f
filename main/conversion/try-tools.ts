import { realpath } from 'node:fs/promises';
import type { BinaryCandidate } from '../../core/contract/system.ts';
import { type FfmpegVersion, parseVersion } from '../../core/ffmpeg/parse-version.ts';
import { askTool } from './ask-tool.ts';

export interface FoundTool {
  readonly source: BinaryCandidate['source'];
  readonly path: string;
}

export interface TriedTool extends FoundTool {
  /** null: it does not work. */
  readonly version: FfmpegVersion | null;
  /** Why it does not work; empty when it does. */
  readonly fault: string;
}

/** Asks all of them at once for their version; the same file under two names is asked, and listed, once. */
export async function tryTools(found: readonly FoundTool[]): Promise<readonly TriedTool[]> {
  const real = await Promise.all(found.map(({ path }) => realpath(path).catch(() => path)));
  const once = found.filter((_, index) => real.indexOf(real[index] ?? '') === index);
  return Promise.all(once.map(tryTool));
}

async function tryTool(tool: FoundTool): Promise<TriedTool> {
  const answer = await askTool(tool.path, ['-hide_banner', '-version']);
  if (!answer.ok) return { ...tool, version: null, fault: answer.reason };
  const version = parseVersion(answer.text);
  const fault = version === null ? 'it does not answer as FFmpeg does' : '';
  return { ...tool, version, fault };
}
