import type { MediaInfo } from '../model/media-info.ts';
import type { Output } from '../model/plan.ts';
import { buildAudioEncoderArguments } from './audio-encoder-arguments.ts';
import { buildFilterGraph, type FilterGraph } from './build-filter-graph.ts';
import type { FfmpegCapabilities } from './capabilities.ts';
import { COMMON_ARGUMENTS } from './common-arguments.ts';
import { buildCoverArtArguments } from './cover-art-arguments.ts';
import { frameRateText } from './frame-rate-text.ts';
import { buildInput } from './input-arguments.ts';
import { buildMuxerArguments } from './muxer-arguments.ts';
import { spreadThreads } from './thread-budget.ts';
import { buildVideoEncoderArguments } from './video-encoder-arguments.ts';

export interface ConversionTarget {
  readonly output: Output;
  /** Where FFmpeg writes: a temporary path of any name, since the muxer is named. */
  readonly path: string;
}

export interface ConversionArgumentsRequest {
  readonly masterPath: string;
  readonly info: MediaInfo;
  readonly outputs: readonly ConversionTarget[];
  /** For all encoders of this process together. */
  readonly encoderThreads: number;
  /** Left out: FFmpeg's own choice. */
  readonly decoderThreads?: number;
  readonly capabilities: FfmpegCapabilities;
}

/** One FFmpeg process that decodes once and makes all outputs exactly as the plan says. */
export function buildConversionArguments(request: ConversionArgumentsRequest): readonly string[] {
  const outputs = request.outputs.map(({ output }) => output);
  const graph = buildFilterGraph(request.info, outputs, request.capabilities);
  const threads = threadsFor(request);
  return [
    ...COMMON_ARGUMENTS,
    ...buildInput(
      request.masterPath,
      request.decoderThreads === undefined ? [] : ['-threads', String(request.decoderThreads)],
    ),
    ...graphArguments(graph, request.encoderThreads),
    ...request.outputs.flatMap((target, index) => [
      ...videoArguments(target.output, request.info, {
        label: graph.labels[index]?.video ?? null,
        threads: threads[index] ?? 1,
      }),
      ...audioArguments(target.output, request.info, graph.labels[index]?.audio ?? null),
      ...buildCoverArtArguments(target.output, request.info),
      ...buildMuxerArguments(target.output, request.info, target.path),
    ]),
  ];
}

function graphArguments({ description }: FilterGraph, threads: number): readonly string[] {
  if (description === null) return [];
  return ['-filter_complex_threads', String(threads), '-filter_complex', description];
}

/** By output; those without an encoded picture have no say. */
function threadsFor(request: ConversionArgumentsRequest): readonly number[] {
  const videos = request.outputs.map(({ output }) =>
    output.video?.mode === 'encode' ? output.video : null,
  );
  const shares = spreadThreads(
    request.encoderThreads,
    videos.filter((video) => video !== null),
  );
  let next = 0;
  return videos.map((video) => (video === null ? 1 : (shares[next++] ?? 1)));
}

/**
 * `-r` evens the last irregularities, in versions 4 to 8 alike; of `-vsync` and `-fps_mode` one is missing in
 * some of them. Masters that are uneven on purpose have an `fps` filter before.
 */
function videoArguments(
  { video }: Output,
  info: MediaInfo,
  { label, threads }: { readonly label: string | null; readonly threads: number },
): readonly string[] {
  if (video === null || info.video === null) return [];
  if (video.mode === 'copy') return ['-map', `0:${info.video.index}`, '-c:v', 'copy'];
  const master = info.video.variableFrameRate ? null : info.video.frameRate;
  const frameRate = video.frameRate ?? master;
  return [
    '-map',
    label ?? '',
    ...(frameRate === null ? [] : ['-r:v', frameRateText(frameRate)]),
    ...buildVideoEncoderArguments({ video, threads, frameRate: frameRate ?? ASSUMED_RATE }),
  ];
}

/** For the distance of key frames, where the master does not say. */
const ASSUMED_RATE = 30;

function audioArguments(
  { audio }: Output,
  info: MediaInfo,
  label: string | null,
): readonly string[] {
  if (audio === null || info.audio === null) return [];
  if (audio.mode === 'copy') return ['-map', `0:${info.audio.index}`, '-c:a', 'copy'];
  return ['-map', label ?? '', ...buildAudioEncoderArguments(audio)];
}
