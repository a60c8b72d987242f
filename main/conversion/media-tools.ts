import type { Poster } from '../../core/model/media.ts';
import type { MediaInfo } from '../../core/model/media-info.ts';

/**
 * Looking at files, in the worker pool. All paths are absolute. All reject with `AppError`.
 * Implemented over Piscina by `pool.ts`.
 */
export interface MediaTools {
  /** @throws AppError import/not-media, import/truncated, import/empty-file, import/undecodable, import/playlist-refused, import/not-found, import/no-permission, conversion/ffmpeg-missing */
  probe(path: string, signal?: AbortSignal): Promise<MediaInfo>;
  /** Hex SHA-256 of the whole content. */
  hash(path: string, signal?: AbortSignal): Promise<string>;
  /** Both at once: what the import needs, with one trip to a worker. */
  inspect(
    path: string,
    signal?: AbortSignal,
  ): Promise<{ readonly info: MediaInfo; readonly sha256: string }>;
  /**
   * A JPEG: a frame (never a black one by default), the cover art, or a waveform for audio without a cover.
   * Written whole to `target`. `atSeconds` null: the tool chooses.
   */
  makePoster(request: PosterRequest, signal?: AbortSignal): Promise<Omit<Poster, 'file'>>;
  /** One text track as WebVTT in UTF-8, written whole to `target`. @returns its size in bytes */
  extractCaption(request: CaptionRequest, signal?: AbortSignal): Promise<number>;
}

export interface PosterRequest {
  readonly masterPath: string;
  readonly info: MediaInfo;
  readonly target: string;
  readonly atSeconds: number | null;
}

export interface CaptionRequest {
  readonly masterPath: string;
  /** `SubtitleTrack.index`. */
  readonly trackIndex: number;
  readonly target: string;
}
