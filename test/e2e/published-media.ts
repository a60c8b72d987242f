import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Container } from '../../core/codecs/containers.ts';
import { parseContainer } from '../../core/codecs/ffprobe-names.ts';
import { readCodecStrings } from '../../core/containers/read-codec-strings.ts';
import type { Media, Rendition } from '../../core/model/media.ts';
import { describeOutput } from '../../core/work/describe-output.ts';
import type { MediaTools } from '../../main/conversion/media-tools.ts';
import { withFileSource } from '../../workers/file-source.ts';
import { MASTER_SHA256, videoMedia } from '../core/snippet/sample-media.ts';
import { ffmpeg } from '../helpers/make-media.ts';

/** Output options of a rendition; its size and name come from elsewhere. */
const RECIPES = {
  h264: [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-movflags',
    '+faststart',
  ],
  hevc: [
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-x265-params',
    'log-level=none',
    '-pix_fmt',
    'yuv420p',
    '-tag:v',
    'hvc1',
    '-c:a',
    'aac',
    '-movflags',
    '+faststart',
  ],
  vp9: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
  av1: [
    '-c:v',
    'libaom-av1',
    '-usage',
    'realtime',
    '-cpu-used',
    '8',
    '-c:a',
    'aac',
    '-movflags',
    '+faststart',
  ],
  aac: ['-vn', '-c:a', 'aac', '-movflags', '+faststart'],
  mp3: ['-vn', '-c:a', 'libmp3lame'],
  opus: ['-vn', '-c:a', 'libopus'],
  vorbis: ['-vn', '-c:a', 'libvorbis'],
  flac: ['-vn', '-c:a', 'flac'],
  wav: ['-vn', '-c:a', 'pcm_s16le'],
} as const;

export interface RenditionWish {
  readonly formatId: string;
  readonly recipe: keyof typeof RECIPES;
  readonly container: Container;
  readonly size?: string;
}

export interface SampleWishes {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly kind: Media['kind'];
  readonly renditions: readonly RenditionWish[];
}

const SECONDS = 3;

/** A library's media with real files that FFmpeg made and whose codec strings were read from them. */
export async function makeMedia(
  library: string,
  wishes: SampleWishes,
  tools: Pick<MediaTools, 'probe'>,
): Promise<Media> {
  const { id, kind } = wishes;
  const renditions = await Promise.all(
    wishes.renditions.map((wish) => makeRendition(library, wishes, { wish, tools })),
  );
  const poster = `posters/${id}-1.jpg`;
  await makePoster(join(library, poster), kind);
  const caption = `captions/${id}/en.vtt`;
  await writeDeep(
    join(library, caption),
    `WEBVTT\n\n00:00.000 --> 00:03.000\nThe harbour wakes.\n`,
  );
  const first = await tools.probe(join(library, renditions[0]?.file ?? ''));
  return {
    ...videoMedia(),
    id,
    kind,
    slug: id,
    title: wishes.title,
    description: wishes.description,
    info: first,
    poster: { file: poster, width: 640, height: 360, sizeBytes: 1, source: 'frame', atSeconds: 1 },
    captions: [
      {
        id: 'en',
        file: caption,
        kind: 'captions',
        language: 'en',
        label: 'English',
        isDefault: true,
        sizeBytes: 1,
      },
    ],
    renditions,
  };
}

async function makeRendition(
  library: string,
  { id, kind }: SampleWishes,
  { wish, tools }: { readonly wish: RenditionWish; readonly tools: Pick<MediaTools, 'probe'> },
): Promise<Rendition> {
  const { formatId, recipe, container, size = '320x180' } = wish;
  const file = `renditions/${id}/${formatId}.${container}`;
  const path = join(library, file);
  await mkdir(dirname(path), { recursive: true });
  await ffmpeg(
    ...(kind === 'video'
      ? ['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=10:duration=${SECONDS}`]
      : []),
    ...['-f', 'lavfi', '-i', `sine=frequency=330:sample_rate=48000:duration=${SECONDS}`],
    ...['-ac', '2', ...RECIPES[recipe], path],
  );
  const info = await tools.probe(path);
  const codecs = { videoCodec: info.video?.codec ?? null, audioCodec: info.audio?.codec ?? null };
  const found = parseContainer(info.formatName, codecs);
  if (found === null) throw new Error(`no container in ${path}`);
  const read = await withFileSource(path, (source) => readCodecStrings(source, container, codecs));
  return {
    id: `${id}-${formatId}`,
    formatId,
    formatName: formatId,
    recipeFingerprint: 'f',
    masterSha256: MASTER_SHA256,
    decision: 'encode',
    file,
    container,
    createdAtMs: 1,
    ...describeOutput(container, info, read),
  };
}

async function makePoster(path: string, kind: Media['kind']): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const picture =
    kind === 'video' ? 'testsrc2=size=640x360:rate=1:duration=1' : 'mandelbrot=size=640x360:rate=1';
  await ffmpeg('-f', 'lavfi', '-i', picture, '-frames:v', '1', path);
}

async function writeDeep(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
