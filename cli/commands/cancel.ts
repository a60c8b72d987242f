import type { Command } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { chooseJobs } from '../library/choose-jobs.ts';
import { activeJobs } from '../library/jobs.ts';
import type { Session } from '../session.ts';
import { count } from '../text/units.ts';

export function addCancelCommand(program: Command, context: CommandContext): void {
  program
    .command('cancel')
    .argument('[jobs-or-media...]', 'ids of jobs, or ids or slugs of media')
    .summary('cancel jobs')
    .description('Cancels jobs that wait or run, and returns when their processes are gone.')
    .option('--all', 'all jobs that wait or run')
    .addHelpText('after', '\nExamples:\n  avlogue cancel summer-interview\n  avlogue cancel --all')
    .action((keys: readonly string[], { all }: { all?: boolean }, command: Command) =>
      context.withSession(command, async (session) => {
        const ids = await choose(session, keys, all ?? false);
        const { cancelled } =
          ids.length === 0 ? { cancelled: 0 } : await session.client.jobs.cancel({ ids: [...ids] });
        session.output.print(
          { cancelled },
          () => `Cancelled ${count(cancelled, 'job', 'jobs')}.\n`,
        );
        return EXIT.done;
      }),
    );
}

async function choose(
  { client }: Session,
  keys: readonly string[],
  all: boolean,
): Promise<readonly string[]> {
  if (all) return (await activeJobs(client, null)).map(({ id }) => id);
  if (keys.length > 0) return chooseJobs(client, keys, ['queued', 'running']);
  throw new AppError('input/invalid', 'Name the jobs or media to cancel, or give --all.');
}
