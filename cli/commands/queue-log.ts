import type { Command } from 'commander';
import type { JobLog } from '../../core/contract/jobs.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { allJobs } from '../library/jobs.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import type { Output } from '../output.ts';
import { printable } from '../text/printable.ts';

export function addQueueLog(queue: Command, { withSession }: CommandContext): void {
  queue
    .command('log')
    .argument('<job-or-media>', 'id of a job, or id or slug of a media: its newest job')
    .summary('show the FFmpeg commands of a job and what they said')
    .description(
      'Shows the FFmpeg commands of a job, to be copied into a shell, and their last lines.',
    )
    .action((key: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const jobId = await newestJob(client, key);
        const log = await client.jobs.log({ id: jobId });
        output.print({ jobId, ...log }, () => renderLog(log, output));
        return EXIT.done;
      }),
    );
}

/** @throws AppError catalog/not-found */
async function newestJob(client: Client, key: string): Promise<string> {
  const jobs = await Array.fromAsync(allJobs(client, {}));
  const own = jobs.find(({ id }) => id === key);
  if (own !== undefined) return own.id;
  const media = await resolveMedia(client, key);
  const [newest] = jobs
    .filter(({ mediaId }) => mediaId === media.id)
    .toSorted((one, other) => other.createdAtMs - one.createdAtMs);
  if (newest !== undefined) return newest.id;
  throw new AppError('catalog/not-found', `“${media.title}” has no job on the list (any more).`, {
    details: { key },
  });
}

function renderLog({ runs }: JobLog, { paint }: Output): string {
  if (runs.length === 0) return 'No FFmpeg has run for it.\n';
  const parts = runs.map(({ command, lines, outcome, seconds }) => {
    const took = seconds === null ? '' : ` after ${seconds.toFixed(1)} s`;
    return [
      `${paint('bold', printable(command))}\n`,
      ...lines.map((line) => `  ${paint('dim', printable(line))}\n`),
      `${paint(outcome === 'failed' ? 'red' : 'green', outcome)}${took}\n`,
    ].join('');
  });
  return parts.join('\n');
}
