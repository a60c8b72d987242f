import type { MediaInfo } from '../../core/model/media-info.ts';
import type {
  CaptionTask,
  HashTask,
  ImageTask,
  Inspected,
  MadeImage,
  ProbeTask,
} from '../../core/work/tasks.ts';
import type { MediaTools } from './media-tools.ts';
import type { RunTask } from './task-runner.ts';
import type { ToolSource } from './tool-source.ts';
import { withTargets } from './write-targets.ts';

export interface PoolToolsNeeds {
  readonly run: RunTask;
  readonly toolSource: ToolSource;
}

/** A sleeping disk or a network drive takes its time; ffprobe reads little. */
const PROBE_TIMEOUT_MS = 60_000;
/** A text track lies spread over the whole file. */
const CAPTION_TIMEOUT_MS = 10 * 60_000;
const IMAGE_TIMEOUT_MS = 2 * 60_000;

export function createPoolTools({ run, toolSource }: PoolToolsNeeds): MediaTools {
  async function probeTask(path: string): Promise<ProbeTask> {
    return { tools: await toolSource(), path, timeoutMs: PROBE_TIMEOUT_MS };
  }
  return {
    probe: async (path, signal) => run<MediaInfo>('probe', await probeTask(path), { signal }),
    hash: (path, signal) => run<string>('hash', { path } satisfies HashTask, { signal }),
    inspect: async (path, signal) => run<Inspected>('inspect', await probeTask(path), { signal }),

    async makePoster({ target, ...request }, signal) {
      const tools = await toolSource();
      return withTargets([target], async ([temporaryPath = '']) => {
        const task = { ...request, tools, temporaryPath, timeoutMs: IMAGE_TIMEOUT_MS };
        return run<MadeImage>('image', task satisfies ImageTask, {
          signal,
          temporaryPaths: [temporaryPath],
        });
      });
    },

    async extractCaption({ target, ...request }, signal) {
      const tools = await toolSource();
      return withTargets([target], async ([temporaryPath = '']) => {
        const task = { ...request, tools, temporaryPath, timeoutMs: CAPTION_TIMEOUT_MS };
        return run<number>('caption', task satisfies CaptionTask, {
          signal,
          temporaryPaths: [temporaryPath],
        });
      });
    },
  };
}
