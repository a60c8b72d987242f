import type { Command } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { chooseJobs } from '../library/choose-jobs.ts';
import { refuseNames } from '../library/refuse-names.ts';
import { refusePaused } from '../library/refuse-paused.ts';
import { waitForJobs } from '../library/wait-for-jobs.ts';
import { failureText } from '../output.ts';
import { createBoard } from '../progress/create-board.ts';
import type { Session } from '../session.ts';
import { count } from '../text/units.ts';

interface RetryOptions {
  readonly failed?: boolean;
  readonly wait: boolean;
}

export function addRetryCommand(program: Command, context: CommandContext): void {
  program
    .command('retry')
    .argument('[jobs-or-media...]', 'ids of jobs, or ids or slugs of media')
    .summary('run failed or cancelled jobs again')
    .description('Runs failed or cancelled jobs again, and waits for them.')
    .option('--failed', 'all failed jobs')
    .option('--no-wait', 'only queue them')
    .addHelpText('after', '\nExamples:\n  avlogue retry summer-interview\n  avlogue retry --failed')
    .action((keys: readonly string[], options: RetryOptions, command: Command) =>
      context.withSession(command, (session) => runRetry(session, keys, options)),
    );
}

async function runRetry(
  session: Session,
  keys: readonly string[],
  options: RetryOptions,
): Promise<ExitStatus> {
  const { client, output, terminal } = session;
  if (options.wait) await refusePaused(session);
  const jobIds = await requeue(session, keys, options.failed ?? false);
  if (!options.wait) {
    output.print({ jobIds }, () => `Queued ${count(jobIds.length, 'job', 'jobs')} again.\n`);
    return EXIT.done;
  }
  await session.startQueue();
  const board = createBoard(terminal, output);
  try {
    const jobs = [...(await waitForJobs({ client, terminal }, jobIds, board)).values()];
    const failed = jobs.filter(({ status }) => status !== 'done');
    board.close();
    output.print({ jobIds, jobs }, () => {
      const errors = failed.flatMap(({ error }) =>
        error === null ? [] : `${failureText(output.paint, error)}\n`,
      );
      return `${errors.join('')}${jobs.length - failed.length} of ${count(jobs.length, 'job', 'jobs')} done.\n`;
    });
    return failed.length === 0 ? EXIT.done : EXIT.failed;
  } finally {
    board.close();
  }
}

async function requeue(
  { client }: Session,
  keys: readonly string[],
  failed: boolean,
): Promise<readonly string[]> {
  if (failed) refuseNames('--failed', keys);
  if (failed) return (await client.jobs.retryFailed({})).jobIds;
  if (keys.length === 0) {
    throw new AppError('input/invalid', 'Name the jobs or media to retry, or give --failed.');
  }
  const ids = await chooseJobs(client, keys, ['failed', 'cancelled']);
  return (await client.jobs.retry({ ids: [...ids] })).jobIds;
}
