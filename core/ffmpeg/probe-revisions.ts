import type { Media } from '../model/media.ts';
import type { MediaInfo } from '../model/media-info.ts';

/** A change of what is made of ffprobe's answer, and which masters it may tell otherwise than before. */
interface ProbeRevision {
  readonly version: number;
  readonly concerns: (before: MediaInfo) => boolean;
}

/** In rising order; the first reading is version 1. */
const PROBE_REVISIONS: readonly ProbeRevision[] = [
  {
    // the rate of a recording that mostly stands still is that of its motion
    version: 2,
    concerns: ({ video }) => video?.variableFrameRate === true,
  },
];

const FIRST_VERSION = 1;

export const PROBE_VERSION = PROBE_REVISIONS.at(-1)?.version ?? FIRST_VERSION;

/** Whether the master would be told otherwise if it were read today. */
export function isReadOutdated({
  info,
  probeVersion,
}: Pick<Media, 'info' | 'probeVersion'>): boolean {
  const read = probeVersion ?? FIRST_VERSION;
  return PROBE_REVISIONS.some(({ version, concerns }) => version > read && concerns(info));
}
