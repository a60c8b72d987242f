import type { SettlingTimes } from '../../core/import/settling.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock, Ids } from '../clock.ts';
import type { MediaTools } from '../conversion/media-tools.ts';
import type { ConversionQueue } from '../conversion/queue.ts';
import type { Events } from '../events.ts';
import type { LibraryPaths } from '../library-paths.ts';
import type { Planner } from '../planner.ts';

export interface ImporterNeeds {
  readonly catalog: Catalog;
  readonly tools: MediaTools;
  readonly planner: Planner;
  readonly queue: Pick<ConversionQueue, 'enqueue' | 'prepareJob'>;
  readonly events: Events;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly paths: LibraryPaths;
  readonly settling?: SettlingTimes;
  /** How long a vanished master may show up elsewhere before it is called missing. */
  readonly graceMs?: number;
  /** Files looked into at the same time; by default one more than the machine has processors. */
  readonly inspections?: number;
}
