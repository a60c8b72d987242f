import type { z } from 'zod';
import type { jobRowSchema, queueStateSchema } from '../../core/contract/jobs.ts';
import type { Job, JobProgress } from '../../core/model/job.ts';
import { createJobOrder, type JobConditions, type JobOrder } from '../../core/queue/job-order.ts';
import type { OperationNeeds } from './needs.ts';

type JobRow = z.infer<typeof jobRowSchema>;
type QueueState = z.infer<typeof queueStateSchema>;

export interface JobFilter extends JobConditions {
  readonly offset: number;
  readonly limit: number;
}

type ListNeeds = Pick<OperationNeeds, 'catalog' | 'queue'>;

/** With more changes at once than this, the order is dropped and made anew when it is next asked for. */
const MOST_FOLLOWED = 1_000;

export interface JobLists {
  /** Running, then waiting in the order of running, then finished ones with the newest first. */
  list(filter: JobFilter): { readonly rows: readonly JobRow[]; readonly total: number };
  state(paused: boolean): QueueState;
}

/** For as long as the catalog is open. Nothing is sorted before the first question. */
export function createJobLists({ catalog, queue }: ListNeeds): JobLists {
  let order: JobOrder | null = null;

  function current(): JobOrder {
    order ??= createJobOrder(catalog.all('jobs').values());
    return order;
  }

  catalog.subscribe(({ touched }) => {
    if (touched.length > MOST_FOLLOWED) order = null;
    for (const { collection, id } of touched) {
      if (collection === 'jobs') order?.follow(id, catalog.get('jobs', id));
    }
  });
  return {
    list(filter) {
      const { jobs, total } = current().window(filter, filter);
      const progress = new Map(queue.progress().map((one) => [one.jobId, one]));
      return {
        rows: jobs.map((job) => buildRow(job, catalog, progress.get(job.id) ?? null)),
        total,
      };
    },
    state: (paused) => ({ paused, counts: current().counts(), running: queue.progress() }),
  };
}

function buildRow(job: Job, catalog: ListNeeds['catalog'], progress: JobProgress | null): JobRow {
  const media = catalog.get('media', job.mediaId);
  return {
    ...job,
    mediaTitle: media?.title ?? job.mediaId,
    mediaKind: media?.kind ?? 'video',
    progress,
  };
}
