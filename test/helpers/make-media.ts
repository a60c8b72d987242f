import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs ffmpeg with these arguments, for making test media from its own sources (`testsrc2`, `sine`). */
export async function ffmpeg(...argv: readonly string[]): Promise<void> {
  await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...argv]);
}

export interface ClipOptions {
  readonly seconds?: number;
  readonly size?: string;
  readonly rate?: number;
  /** Further output options. */
  readonly options?: readonly string[];
}

/** A small H.264/AAC clip with moving picture and a tone. @returns its path */
export async function makeClip(path: string, clip: ClipOptions = {}): Promise<string> {
  const { seconds = 2, size = '160x90', rate = 10, options = [] } = clip;
  await ffmpeg(
    ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${rate}:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=48000:duration=${seconds}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
    ...['-ac', '2', '-shortest', ...options, path],
  );
  return path;
}
