import type { MediaDetail } from '../../core/contract/media.ts';

export interface PlayerSource {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** What the browser says of itself; it may still fail. */
  readonly playable: boolean;
}

/** What can be looked at, largest rendition first, the master last. */
export function listSources(media: MediaDetail, masterName: string): readonly PlayerSource[] {
  const probe = document.createElement(media.kind === 'audio' ? 'audio' : 'video');
  const renditions = [...media.renditions]
    .sort((one, other) => area(other) - area(one))
    .map(({ id, formatName, url, mimeType }) => ({
      id,
      name: formatName,
      url,
      playable: probe.canPlayType(mimeType) !== '',
    }));
  const master = { id: 'master', name: masterName, url: media.masterUrl, playable: false };
  return media.master.status === 'missing' ? renditions : [...renditions, master];
}

function area({ video }: MediaDetail['renditions'][number]): number {
  return video === null ? 0 : video.width * video.height;
}
