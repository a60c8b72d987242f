/** What the FFmpeg in use can do beyond encoders: from `parseFilters`. */
export interface FfmpegCapabilities {
  readonly filters: ReadonlySet<string>;
}
