import type { JobLog } from '../../core/contract/jobs.ts';
import type { Rendition } from '../../core/model/media.ts';
import type { MediaInfo } from '../../core/model/media-info.ts';
import type { Output } from '../../core/model/plan.ts';

/** One FFmpeg process: one decode, one or more outputs. */
export interface ConversionRequest {
  readonly jobId: string;
  readonly masterPath: string;
  readonly masterSha256: string;
  readonly info: MediaInfo;
  readonly outputs: readonly Output[];
  /** Absolute folder in which results get their final names, `<formatId>.<extension>`; the runner makes it. */
  readonly targetFolder: string;
  /** Threads for all encoders of this process together. */
  readonly encoderThreads: number;
}

export interface ConversionProgress {
  readonly phase: 'preparing' | 'encoding' | 'copying' | 'fast-start' | 'verifying';
  /** Of this request, 0 to 1. */
  readonly fraction: number;
  readonly speed: number | null;
  readonly secondsLeft: number | null;
}

/** Verified and under its final name. `file` is the absolute path; ids and times are the caller's. */
export type FinishedRendition = Omit<Rendition, 'id' | 'createdAtMs' | 'file'> & {
  readonly path: string;
};

export type ConversionRun = JobLog['runs'][number];

export interface ConversionResult {
  readonly renditions: readonly FinishedRendition[];
  readonly run: ConversionRun;
}

/**
 * Where conversions run; the local Piscina pool is one. Aborting `signal` ends FFmpeg, and the promise
 * settles (conversion/cancelled) only when its process and temporary files are gone.
 * @throws AppError conversion/*
 */
export interface ConversionRunner {
  run(
    request: ConversionRequest,
    hooks: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: ConversionProgress) => void;
      /** Called with the failed run too, so that its log is kept. */
      readonly onRun: (run: ConversionRun) => void;
    },
  ): Promise<ConversionResult>;
  /** Halts or continues running processes (SIGSTOP and SIGCONT where the system has them). */
  setPaused(paused: boolean): Promise<void>;
  close(): Promise<void>;
}
