import type { Catalog } from '../catalog/catalog.ts';
import type { Clock, Ids } from '../clock.ts';
import type { Events } from '../events.ts';
import type { LibraryPaths } from '../library-paths.ts';
import type { Planner } from '../planner.ts';
import type { ConversionRunner } from './conversion-runner.ts';
import type { MediaTools } from './media-tools.ts';
import type { QueueLimits } from './queue-limits.ts';

export interface QueueNeeds {
  readonly catalog: Catalog;
  readonly runner: ConversionRunner;
  readonly planner: Planner;
  readonly tools: MediaTools;
  readonly events: Events;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly paths: LibraryPaths;
  readonly limits: () => QueueLimits;
}
