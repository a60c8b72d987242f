import { join } from 'node:path';

/** Where everything of a library lies. Paths in the catalog are relative to `root`, with `/`. */
export interface LibraryPaths {
  readonly root: string;
  readonly snapshot: string;
  readonly journal: string;
  readonly lock: string;
  readonly backups: string;
  /** Masters that came as uploads. */
  readonly masters: string;
  /** `renditions/<mediaId>/<formatId>.<extension>` */
  readonly renditions: string;
  /** `posters/<mediaId>-<version>.jpg` */
  readonly posters: string;
  /** `captions/<mediaId>/<captionId>.vtt` */
  readonly captions: string;
  /** `logs/<jobId>.json` */
  readonly logs: string;
  /** Uploads under way; emptied at start. */
  readonly incoming: string;
  /** Removed media while they can be brought back; emptied at start. */
  readonly trash: string;
  /** One file for each running FFmpeg, so that the next start can end what a crash left over. */
  readonly processes: string;
  /** Copies of masters that were read before, see `import/known-copies.ts`; may be deleted. */
  readonly knownCopies: string;
  /** Fingerprint of what the media's plans were made with, see `replan-media.ts`. */
  readonly planBasis: string;
  /** `{ url, token, pid }` of the host that serves this library, readable by its owner only. */
  readonly hostFile: string;
}

export function libraryPaths(root: string): LibraryPaths {
  return {
    root,
    snapshot: join(root, 'catalog.json'),
    journal: join(root, 'catalog.journal'),
    lock: join(root, 'catalog.lock'),
    backups: join(root, 'backups'),
    masters: join(root, 'masters'),
    renditions: join(root, 'renditions'),
    posters: join(root, 'posters'),
    captions: join(root, 'captions'),
    logs: join(root, 'logs'),
    incoming: join(root, 'incoming'),
    trash: join(root, 'trash'),
    processes: join(root, 'processes'),
    knownCopies: join(root, 'known-copies.ndjson'),
    planBasis: join(root, 'plan-basis.txt'),
    hostFile: join(root, 'host.json'),
  };
}
