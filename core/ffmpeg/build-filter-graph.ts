import type { MediaInfo } from '../model/media-info.ts';
import type { Output } from '../model/plan.ts';
import type { FfmpegCapabilities } from './capabilities.ts';
import type { EncodedAudio, EncodedVideo } from './encoded-streams.ts';
import { outputFilters, sharedFilters } from './picture-filters.ts';
import { soundFilters } from './sound-filters.ts';

export interface FilterGraph {
  /** null: nothing is encoded. */
  readonly description: string | null;
  /** For each output what `-map` takes its picture and sound from; null: none is encoded. */
  readonly labels: readonly { readonly video: string | null; readonly audio: string | null }[];
}

/**
 * One decode for all outputs. Measured on 3 H.264 rungs of a 1080p master (2 cores, FFmpeg 5.1): splitting
 * once and scaling each from the decoded picture is as fast as scaling in a cascade, 0.70 of one command
 * for each, and a little faster than a graph for each output.
 */
export function buildFilterGraph(
  info: MediaInfo,
  outputs: readonly Output[],
  capabilities: FfmpegCapabilities,
): FilterGraph {
  const pictures = outputs.map(({ video }) => (video?.mode === 'encode' ? video : null));
  const sounds = outputs.map(({ audio }) => (audio?.mode === 'encode' ? audio : null));
  const chains = [...pictureChains(info, pictures, capabilities), ...soundChains(info, sounds)];
  return {
    description: chains.length === 0 ? null : chains.join(';'),
    labels: outputs.map((_, index) => ({
      video: (pictures[index] ?? null) === null ? null : `[v${index}]`,
      audio: (sounds[index] ?? null) === null ? null : `[a${index}]`,
    })),
  };
}

function pictureChains(
  { video: track }: MediaInfo,
  pictures: readonly (EncodedVideo | null)[],
  capabilities: FfmpegCapabilities,
): readonly string[] {
  const wanted = numbered(pictures);
  if (track === null || wanted.length === 0) return [];
  const shared = sharedFilters(
    track,
    wanted.map(({ stream }) => stream),
    capabilities,
  );
  const splits = wanted.map(({ number }) => `[p${number}]`).join('');
  return [
    `[0:${track.index}]${[...shared, `split=${wanted.length}`].join(',')}${splits}`,
    ...wanted.map(
      ({ number, stream }) =>
        `[p${number}]${outputFilters(track, stream, capabilities).join(',')}[v${number}]`,
    ),
  ];
}

/** Outputs that want the same mix at the same rate share it. */
function soundChains(
  { audio: track }: MediaInfo,
  sounds: readonly (EncodedAudio | null)[],
): readonly string[] {
  if (track === null) return [];
  const wanted = Map.groupBy(numbered(sounds), ({ stream }) => soundFilters(stream).join(','));
  const source = wanted.size > 1 ? wanted.size : 0;
  const inputs = [...wanted.keys()].map((_, index) =>
    source === 0 ? `[0:${track.index}]` : `[s${index}]`,
  );
  return [
    ...(source === 0 ? [] : [`[0:${track.index}]asplit=${source}${inputs.join('')}`]),
    ...[...wanted].map(([filters, members], index) => {
      const labels = members.map(({ number }) => `[a${number}]`).join('');
      return `${inputs[index] ?? ''}${filters},asplit=${members.length}${labels}`;
    }),
  ];
}

interface Numbered<T> {
  readonly number: number;
  readonly stream: T;
}

function numbered<T>(streams: readonly (T | null)[]): readonly Numbered<T>[] {
  return streams.flatMap((stream, number) => (stream === null ? [] : [{ number, stream }]));
}
