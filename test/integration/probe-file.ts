import { open } from 'node:fs/promises';
import type { ByteSource } from '../../core/containers/byte-source.ts';
import { readFastStart } from '../../core/containers/read-fast-start.ts';
import { buildProbeArguments } from '../../core/ffmpeg/build-probe-arguments.ts';
import { parseProbe } from '../../core/ffmpeg/parse-probe.ts';
import type { MediaInfo } from '../../core/model/media-info.ts';
import { runToolOrThrow } from './run-tool.ts';

/** A file as `core/containers` reads it. */
export async function withByteSource<T>(
  path: string,
  use: (source: ByteSource) => Promise<T>,
): Promise<T> {
  await using file = await open(path);
  const { size } = await file.stat();
  return await use({
    size,
    read: async (offset, length) => {
      const buffer = new Uint8Array(length);
      const { bytesRead } = await file.read(buffer, 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
  });
}

export async function probeFile(path: string): Promise<MediaInfo> {
  const { stdout } = await runToolOrThrow('ffprobe', buildProbeArguments(path));
  const { sizeBytes, fastStart } = await withByteSource(path, async (source) => ({
    sizeBytes: source.size,
    fastStart: await readFastStart(source),
  }));
  return parseProbe(JSON.parse(stdout), { sizeBytes, fastStart });
}
