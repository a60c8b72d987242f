import { posterUrl } from '../../core/catalog/media-row.ts';
import { latestJob, mediaStatus } from '../../core/catalog/media-status.ts';
import type { MediaDetail } from '../../core/contract/media.ts';
import type { Media } from '../../core/model/media.ts';
import { isCurrent } from '../../core/planning/outstanding-outputs.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** A media with its status and the URL paths of its files on the host. */
export function buildMediaDetail(media: Media, catalog: Catalog): MediaDetail {
  return {
    ...media,
    status: mediaStatus(media, latestJob(jobsOf(media.id, catalog))),
    masterUrl: masterUrl(media.id),
    posterUrl: posterUrl(media),
    captions: media.captions.map((caption) => ({
      ...caption,
      url: captionUrl(media.id, caption.id),
    })),
    renditions: media.renditions.map((rendition) => ({
      ...rendition,
      url: renditionUrl(media.id, rendition.id),
      outdated: !isCurrent(rendition, media.planned, media.master.sha256),
    })),
  };
}

export function masterUrl(mediaId: string): string {
  return `/files/master/${mediaId}`;
}

export function renditionUrl(mediaId: string, renditionId: string): string {
  return `/files/rendition/${mediaId}/${renditionId}`;
}

export function captionUrl(mediaId: string, captionId: string): string {
  return `/files/caption/${mediaId}/${captionId}`;
}

function jobsOf(mediaId: string, catalog: Catalog) {
  return catalog
    .all('jobs')
    .values()
    .filter((job) => job.mediaId === mediaId);
}
