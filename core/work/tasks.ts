import type { JobLog } from '../contract/jobs.ts';
import type { Envelope } from '../errors/app-error.ts';
import type { FfmpegCapabilities } from '../ffmpeg/capabilities.ts';
import type { Poster, Rendition } from '../model/media.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { Output } from '../model/plan.ts';

/** What crosses between the engine and its worker threads. All of it survives structured cloning. */
export interface Tools {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  /** Put before every command line: a program that lets the child die with its parent; empty where there is none. */
  readonly guard: readonly string[];
  readonly capabilities: FfmpegCapabilities;
  /** FFmpeg's codec names that it can decode; empty: unknown. */
  readonly decodable: ReadonlySet<string>;
}

export interface HashTask {
  readonly path: string;
}

export interface ProbeTask {
  readonly tools: Tools;
  readonly path: string;
  readonly timeoutMs: number;
}

export interface Inspected {
  readonly info: MediaInfo;
  readonly sha256: string;
}

export interface ImageTask {
  readonly tools: Tools;
  readonly masterPath: string;
  readonly info: MediaInfo;
  readonly atSeconds: number | null;
  readonly temporaryPath: string;
  readonly timeoutMs: number;
}

export type MadeImage = Omit<Poster, 'file'>;

export interface CaptionTask {
  readonly tools: Tools;
  readonly masterPath: string;
  readonly trackIndex: number;
  readonly temporaryPath: string;
  readonly timeoutMs: number;
}

export interface ConvertTask {
  readonly tools: Tools;
  readonly masterPath: string;
  readonly info: MediaInfo;
  readonly outputs: readonly { readonly output: Output; readonly temporaryPath: string }[];
  readonly encoderThreads: number;
  /** Without any progress for this long (pauses do not count) the run has stalled. */
  readonly stallMs: number;
}

export type FfmpegRunLog = JobLog['runs'][number];

/** What was measured in one verified file; the caller knows the rest of the rendition. */
export type Measured = Pick<
  Rendition,
  | 'mimeType'
  | 'codecStrings'
  | 'durationSeconds'
  | 'sizeBytes'
  | 'bitrateBps'
  | 'video'
  | 'audio'
  | 'fastStart'
>;

export interface ConvertAnswer {
  /** null when FFmpeg was never started. */
  readonly run: FfmpegRunLog | null;
  /** In the order of the task's outputs. */
  readonly measured: Envelope<readonly Measured[]>;
}

export interface ConvertProgress {
  readonly phase: 'preparing' | 'encoding' | 'copying' | 'fast-start' | 'verifying';
  readonly fraction: number;
  readonly speed: number | null;
  readonly secondsLeft: number | null;
}

/** From a worker, while it runs. */
export type WorkerMessage =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'ended'; readonly pid: number }
  | { readonly kind: 'progress'; readonly progress: ConvertProgress };

/** To a worker, while it runs. Whoever sends `cancel` also ends the process whose pid it was told. */
export type ControlMessage =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'continue' };
