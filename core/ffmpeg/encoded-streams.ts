import type { OutputAudio, OutputVideo } from '../model/plan.ts';

export type EncodedVideo = Extract<OutputVideo, { mode: 'encode' }>;
export type EncodedAudio = Extract<OutputAudio, { mode: 'encode' }>;
