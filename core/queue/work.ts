import type { Output } from '../model/plan.ts';

/**
 * Rough cost of one output against a 720p H.264 encoding (= 1), only to weigh progress and time left.
 * Measured ratios of the encoders differ by machine; an error here bends the bar, nothing else.
 */
const CODEC_FACTOR: Readonly<Record<string, number>> = {
  h264: 1,
  mpeg4: 0.5,
  theora: 0.8,
  vp8: 1.5,
  hevc: 2.5,
  vp9: 3,
  av1: 4,
};
const PIXELS_OF_720P = 1280 * 720;
const SOUND = 0.03;
const COPY = 0.01;

export function workOf(outputs: readonly Output[]): number {
  return outputs.reduce((sum, output) => sum + workOfOutput(output), 0);
}

function workOfOutput({ video, audio }: Output): number {
  const sound = audio?.mode === 'encode' ? SOUND : COPY;
  if (video === null) return sound;
  if (video.mode === 'copy') return COPY + sound;
  const pixels = video.width * video.height;
  return sound + (pixels / PIXELS_OF_720P) * (CODEC_FACTOR[video.codec] ?? 1);
}
