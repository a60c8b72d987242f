import type { Command } from 'commander';
import type { Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { chooseJobs } from '../library/choose-jobs.ts';
import { allJobs } from '../library/jobs.ts';
import { count } from '../text/units.ts';

const PLACES = { first: 'before', last: 'after' } as const;

export function addQueueOrder(queue: Command, { withSession }: CommandContext): void {
  for (const place of ['first', 'last'] as const) {
    queue
      .command(place)
      .argument('<jobs-or-media...>', 'ids of jobs, or ids or slugs of media')
      .summary(`run jobs ${PLACES[place]} all others that wait`)
      .description(`Runs jobs ${PLACES[place]} all others that wait, in the order given.`)
      .action((keys: readonly string[], _options: unknown, command: Command) =>
        withSession(command, async ({ client, output }) => {
          const jobIds = await chooseJobs(client, keys, ['queued']);
          await move(client, jobIds, place);
          output.print({ jobIds }, () => `Moved ${count(jobIds.length, 'job', 'jobs')}.\n`);
          return EXIT.done;
        }),
      );
  }
}

async function move(
  client: Client,
  jobIds: readonly string[],
  place: keyof typeof PLACES,
): Promise<void> {
  const waiting = await Array.fromAsync(allJobs(client, { statuses: ['queued'] }));
  const next = waiting.find(({ id }) => !jobIds.includes(id))?.id ?? null;
  const beforeId = place === 'first' ? next : null;
  for (const id of jobIds) await client.jobs.move({ id, beforeId });
}
