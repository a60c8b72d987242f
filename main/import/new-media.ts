import { basename } from 'node:path';
import { PROBE_VERSION } from '../../core/ffmpeg/probe-revisions.ts';
import { slugOf, uniqueSlug } from '../../core/import/slugs.ts';
import { titleOf } from '../../core/import/titles.ts';
import type { Media } from '../../core/model/media.ts';
import { plannedOf } from '../../core/planning/outstanding-outputs.ts';
import { kindOf } from '../planner.ts';
import type { ImportSource } from './importer.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import type { NewContent } from './refresh-master.ts';

export interface Arrival extends NewContent {
  readonly path: string;
}

/** The record of a file that nobody knew; `isTaken` tells of slugs. */
export function newMedia(
  { path, info, sha256, sizeBytes, modifiedMs }: Arrival,
  source: Pick<ImportSource, 'watchFolderId' | 'ownedByLibrary' | 'formatSetIds'>,
  needs: Pick<ImporterNeeds, 'clock' | 'ids' | 'planner'> & {
    readonly isTaken: (slug: string) => boolean;
  },
): Media {
  const { watchFolderId, ownedByLibrary, formatSetIds } = source;
  const kind = kindOf(info);
  const title = titleOf(info, basename(path));
  const plan = needs.planner.planMedia({ info, kind, formatSetIds });
  const nowMs = needs.clock.now();
  return {
    id: needs.ids.next(),
    kind,
    ...title,
    slug: uniqueSlug(slugOf(title.title), needs.isTaken),
    description: '',
    master: {
      path,
      watchFolderId,
      ownedByLibrary,
      sizeBytes,
      modifiedMs,
      sha256,
      status: 'present',
    },
    info,
    probeVersion: PROBE_VERSION,
    formatSetIds,
    poster: null,
    captions: [],
    renditions: [],
    planned: plannedOf(plan),
    problem: null,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}
