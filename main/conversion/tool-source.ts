import { AppError } from '../../core/errors/app-error.ts';
import type { Tools } from '../../core/work/tasks.ts';
import { findParentGuard } from './parent-guard.ts';

/** The FFmpeg in use; null where none works. */
export interface PoolBinaries {
  readonly ffmpeg: string | null;
  readonly ffprobe: string | null;
  readonly filters: ReadonlySet<string>;
  readonly decodable: ReadonlySet<string>;
}

/** @throws AppError conversion/ffmpeg-missing */
export type ToolSource = () => Promise<Tools>;

export function createToolSource(binaries: () => PoolBinaries): ToolSource {
  let guard: Promise<readonly string[]> | null = null;
  return async () => {
    guard ??= findParentGuard();
    const { ffmpeg, ffprobe, filters, decodable } = binaries();
    return {
      ffmpeg: required('FFmpeg', ffmpeg),
      ffprobe: required('ffprobe', ffprobe),
      guard: await guard,
      capabilities: { filters },
      decodable,
    };
  };
}

function required(name: string, path: string | null): string {
  if (path !== null) return path;
  throw new AppError(
    'conversion/ffmpeg-missing',
    `No working ${name} was found. Install FFmpeg or set its path, see avlogue doctor.`,
  );
}
