import type { Command } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { chooseJobs } from '../library/choose-jobs.ts';
import { activeJobs } from '../library/jobs.ts';
import { refuseNames } from '../library/refuse-names.ts';
import type { Session } from '../session.ts';
import { count } from '../text/units.ts';

interface Options {
  readonly all?: boolean;
  readonly waiting?: boolean;
}

export function addCancelCommand(program: Command, context: CommandContext): void {
  program
    .command('cancel')
    .argument('[jobs-or-media...]', 'ids of jobs, or ids or slugs of media')
    .summary('cancel jobs')
    .description('Cancels jobs that wait or run, and returns when their processes are gone.')
    .option('--all', 'all jobs that wait or run')
    .option('--waiting', 'all jobs that wait; those that run go on')
    .addHelpText('after', '\nExamples:\n  avlogue cancel summer-interview\n  avlogue cancel --all')
    .action((keys: readonly string[], options: Options, command: Command) =>
      context.withSession(command, async (session) => {
        const cancelled = await cancel(session, keys, options);
        session.output.print(
          { cancelled },
          () => `Cancelled ${count(cancelled, 'job', 'jobs')}.\n`,
        );
        return EXIT.done;
      }),
    );
}

async function cancel(
  session: Session,
  keys: readonly string[],
  { all = false, waiting = false }: Options,
): Promise<number> {
  const { jobs } = session.client;
  if (waiting && (all || keys.length > 0)) {
    throw new AppError('input/invalid', 'Give --waiting alone: it takes all jobs that wait.');
  }
  if (waiting) return (await jobs.cancelWaiting({})).jobIds.length;
  const ids = await choose(session, keys, all);
  return ids.length === 0 ? 0 : (await jobs.cancel({ ids: [...ids] })).cancelled;
}

async function choose(
  { client }: Session,
  keys: readonly string[],
  all: boolean,
): Promise<readonly string[]> {
  if (all) refuseNames('--all', keys);
  if (all) return (await activeJobs(client, null)).map(({ id }) => id);
  if (keys.length > 0) return chooseJobs(client, keys, ['queued', 'running']);
  throw new AppError(
    'input/invalid',
    'Name the jobs or media to cancel, or give --all or --waiting.',
  );
}
