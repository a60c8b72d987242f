import { buildMimeType } from '../codecs/codec-strings.ts';
import { type Container, containerFacts } from '../codecs/containers.ts';
import type { MediaKind } from '../model/scalars.ts';
import type { ByteSource } from './byte-source.ts';
import { readMatroska } from './read-matroska.ts';
import { readMp4 } from './read-mp4.ts';

export interface FileCodecs {
  /** RFC 6381, picture first. Empty where the container has none, or where any track's is unknown: half a list would mislead. */
  readonly codecStrings: readonly string[];
  /** `moov` before `mdat`; null where the container knows no such thing. */
  readonly fastStart: boolean | null;
}

export interface NamedCodecs {
  /** ffprobe's names, for containers without boxes to read. */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
}

/** From the file's own boxes for MP4, M4A, 3GP, WebM and Matroska; by codec name for Ogg; the others have none. */
export async function readCodecStrings(
  source: ByteSource,
  container: Container,
  codecs: NamedCodecs,
): Promise<FileCodecs> {
  switch (container) {
    case 'mp4':
    case 'm4a':
    case '3gp': {
      const file = await readMp4(source);
      return file.ok
        ? { codecStrings: listOf(file.tracks), fastStart: file.fastStart }
        : { codecStrings: [], fastStart: null };
    }
    case 'webm':
    case 'mkv': {
      const file = await readMatroska(source);
      return { codecStrings: file.ok ? listOf(file.tracks) : [], fastStart: null };
    }
    case 'ogg':
    case 'ogv':
    case 'opus':
      return { codecStrings: oggCodecs(codecs), fastStart: null };
    default:
      return { codecStrings: [], fastStart: null };
  }
}

interface ReadTrack {
  readonly kind: 'video' | 'audio';
  readonly codecString: string | null;
}

function listOf(tracks: readonly ReadTrack[]): readonly string[] {
  const ordered = [
    ...tracks.filter(({ kind }) => kind === 'video'),
    ...tracks.filter(({ kind }) => kind === 'audio'),
  ];
  const strings = ordered.map(({ codecString }) => codecString).filter((text) => text !== null);
  return strings.length === ordered.length ? [...new Set(strings)] : [];
}

/** In Ogg the codecs' names are their strings (RFC 5334, 4). */
const OGG_CODECS = new Set(['theora', 'vp8', 'vorbis', 'opus', 'flac']);

function oggCodecs({ videoCodec, audioCodec }: NamedCodecs): readonly string[] {
  const names = [videoCodec, audioCodec].filter((name) => name !== null);
  return names.every((name) => OGG_CODECS.has(name)) ? names : [];
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
