import type { Catalog } from '../catalog/catalog.ts';
import type { Clock, Ids } from '../clock.ts';
import type { MediaBinaries } from '../conversion/binaries.ts';
import type { MediaTools } from '../conversion/media-tools.ts';
import type { ConversionQueue } from '../conversion/queue.ts';
import type { QueueLimits } from '../conversion/queue-limits.ts';
import type { Events } from '../events.ts';
import type { Importer } from '../import/importer.ts';
import type { WatchFolders } from '../import/watch-folders.ts';
import type { LibraryPaths } from '../library-paths.ts';
import type { Logger } from '../logger.ts';
import type { Planner } from '../planner.ts';
import type { Publisher } from '../publishing/publisher.ts';
import type { Trash } from './trash.ts';

/** Who calls: shown by `system.info`. */
export type HostKind = 'desktop' | 'browser' | 'terminal';

/** Everything that operations work with. */
export interface OperationNeeds {
  readonly host: HostKind;
  readonly version: string;
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly events: Events;
  readonly catalog: Catalog;
  readonly tools: MediaTools;
  readonly planner: Planner;
  readonly queue: ConversionQueue;
  readonly importer: Importer;
  readonly watchFolders: WatchFolders;
  readonly publisher: Publisher;
  readonly trash: Trash;
  readonly binaries: () => MediaBinaries;
  readonly limits: () => QueueLimits;
  /** Looks for FFmpeg again, after its paths in the settings changed. `chosen`: programs that a person just named. */
  readonly findBinariesAgain: (chosen: readonly string[]) => Promise<void>;
  /** Aborted when the engine stops. */
  readonly ended: AbortSignal;
}
