import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { usualCommand } from '../command-groups.ts';
import { EXIT } from '../exit-status.ts';
import { allJobs, type JobRow } from '../library/jobs.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { count, writePercent, writeTime } from '../text/units.ts';
import { addQueueLog } from './queue-log.ts';
import { addQueueOrder } from './queue-order.ts';

type Change = (session: Session) => Promise<string>;

const CHANGES: readonly (readonly [name: string, summary: string, change: Change])[] = [
  [
    'pause',
    'start no more jobs and halt the running ones',
    async ({ client }) => {
      await client.jobs.pause({});
      return 'The queue is paused.';
    },
  ],
  [
    'resume',
    'go on',
    async ({ client }) => {
      await client.jobs.resume({});
      return 'The queue goes on.';
    },
  ],
  [
    'clear',
    'take done, failed and cancelled jobs off the list',
    async ({ client }) => {
      const { removed } = await client.jobs.clearFinished({});
      return `Took ${count(removed, 'job', 'jobs')} off the list.`;
    },
  ],
];

export function addQueueCommand(program: Command, context: CommandContext): void {
  const queue = program
    .command('queue')
    .summary('show the queue and its logs, pause it, put jobs first')
    .description('Shows the conversion queue; with a subcommand it changes it.')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue queue\n  avlogue queue pause\n  avlogue queue first summer-interview\n  avlogue queue log summer-interview',
    );
  usualCommand(queue, 'state')
    .summary('show what runs, waits and has ended')
    .description('Shows what runs, waits and has ended.')
    .action((_options: unknown, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        const state = await client.jobs.state();
        const jobs = await Array.fromAsync(allJobs(client, {}));
        output.print({ ...state, jobs }, () => renderQueue(state, jobs, output));
        return EXIT.done;
      }),
    );
  addQueueLog(queue, context);
  addQueueOrder(queue, context);
  for (const [name, summary, change] of CHANGES) {
    queue
      .command(name)
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
      .action((_options: unknown, command: Command) =>
        context.withSession(command, async (session) => {
          const said = await change(session);
          const state = await session.client.jobs.state();
          session.output.print(state, () => `${said}\n`);
          return EXIT.done;
        }),
      );
  }
}

type State = Awaited<ReturnType<Session['client']['jobs']['state']>>;

function renderQueue({ paused, counts }: State, jobs: readonly JobRow[], output: Output): string {
  const sums = Object.entries(counts)
    .filter(([, amount]) => amount > 0)
    .map(([status, amount]) => `${amount} ${status}`);
  const head = [...(paused ? ['paused'] : []), ...sums].join(', ') || 'empty';
  if (jobs.length === 0) return `The queue: ${head}.\n`;
  const table = output.table({
    columns: [
      { title: 'Job' },
      { title: 'Media', shrinkTo: 14 },
      { title: 'Status' },
      { title: 'Done', align: 'right' },
      { title: 'Since', leaves: 1 },
      { title: 'Problem', shrinkTo: 16 },
    ],
    rows: jobs.map((job) => [
      job.id,
      job.mediaTitle,
      job.status,
      job.progress === null ? '' : writePercent(job.progress.fraction),
      writeTime(job.finishedAtMs ?? job.startedAtMs ?? job.createdAtMs),
      job.error?.code ?? '',
    ]),
  });
  return `${table}The queue: ${head}.\n`;
}
