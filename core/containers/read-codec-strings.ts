import { buildMimeType } from '../codecs/codec-strings.ts';
import { type Container, containerFacts } from '../codecs/containers.ts';
import type { MediaKind } from '../model/scalars.ts';
import type { ByteSource } from './byte-source.ts';

export interface FileCodecs {
  /** RFC 6381, picture first; empty where the container has none or the file could not be read. */
  readonly codecStrings: readonly string[];
  /** `moov` before `mdat`; null where the container knows no such thing. */
  readonly fastStart: boolean | null;
}

export interface NamedCodecs {
  /** ffprobe's names, for containers without boxes to read. */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
}

/** From the file's own boxes for MP4, M4A, 3GP, WebM and Matroska; by codec name for the others. */
export async function readCodecStrings(
  _source: ByteSource,
  _container: Container,
  _codecs: NamedCodecs,
): Promise<FileCodecs> {
  return { codecStrings: [], fastStart: null };
}

/** Of a whole file, with its `codecs` parameter where there is one. */
export function buildMimeTypeOf(
  container: Container,
  codecStrings: readonly string[],
  kind: MediaKind,
): string {
  const { videoMimeType, audioMimeType } = containerFacts(container);
  const base = kind === 'video' ? (videoMimeType ?? audioMimeType) : audioMimeType;
  return buildMimeType(base, codecStrings);
}
