import type { Command } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import type { CommandContext } from '../command-context.ts';
import { formatsOption, setsOption } from '../command-options.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import {
  type ConversionOutcome,
  type ConversionWishes,
  convertAndWait,
} from '../library/convert-media.ts';
import { finishMedia } from '../library/finish-media.ts';
import { refuseNames } from '../library/refuse-names.ts';
import { refusePaused } from '../library/refuse-paused.ts';
import { refusedMedia } from '../library/refused-media.ts';
import { allRows, resolveAll } from '../library/resolve-media.ts';
import { createBoard } from '../progress/create-board.ts';
import type { Session } from '../session.ts';
import { renderConversion, renderRefused } from '../text/conversion-text.ts';
import { count } from '../text/units.ts';

interface ConvertOptions {
  readonly all?: boolean;
  readonly formats?: readonly string[];
  readonly sets?: readonly string[];
  readonly force?: boolean;
  readonly wait: boolean;
}

export function addConvertCommand(program: Command, context: CommandContext): void {
  program
    .command('convert')
    .argument('[media...]', 'ids or slugs')
    .summary('make the renditions that are outstanding')
    .description('Makes the renditions that are outstanding, and waits for them.')
    .option('--all', 'all media of the library')
    .addOption(formatsOption())
    .addOption(setsOption())
    .option('--force', 'encode even where copying would do, and make anew what is there')
    .option('--no-wait', 'only queue; a running AVlogue or the next one does the work')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue convert summer-interview\n  avlogue convert --all\n  avlogue convert summer-interview --formats vp9-720p --force',
    )
    .action((keys: readonly string[], options: ConvertOptions, command: Command) =>
      context.withSession(command, (session) => runConvert(session, keys, options)),
    );
}

async function runConvert(
  session: Session,
  keys: readonly string[],
  options: ConvertOptions,
): Promise<ExitStatus> {
  const mediaIds = await chooseMedia(session, keys, options);
  const wishes = {
    mediaIds,
    formatIds: options.formats ?? null,
    formatSetIds: options.sets ?? null,
    force: options.force ?? false,
  };
  if (!options.wait && mediaIds.length > 0) {
    return queueOnly(session, wishes);
  }
  await refusePaused(session);
  const board = createBoard(session.terminal, session.output);
  try {
    const outcome = await convertAndWait(session, wishes, board);
    await finishMedia(session, mediaIds);
    return await report(session, outcome);
  } finally {
    board.close();
  }
}

async function chooseMedia(
  { client }: Session,
  keys: readonly string[],
  { all }: ConvertOptions,
): Promise<readonly string[]> {
  if (all === true) {
    refuseNames('--all', keys);
    const ids: string[] = [];
    for await (const row of allRows(client, {})) if (row.status !== 'missing') ids.push(row.id);
    return ids;
  }
  if (keys.length > 0) return resolveAll(client, keys);
  throw new AppError('input/invalid', 'Name the media to convert, or give --all.');
}

async function queueOnly(
  { client, output }: Session,
  wishes: ConversionWishes,
): Promise<ExitStatus> {
  const queued = await client.jobs.enqueue({ ...wishes, mediaIds: [...wishes.mediaIds] });
  const refused = await refusedMedia(client, queued.skipped);
  output.print(
    queued,
    () =>
      `${renderRefused(refused, output)}Queued ${count(queued.jobIds.length, 'job', 'jobs')}.\n`,
  );
  return refused.length === 0 ? EXIT.done : EXIT.failed;
}

async function report(
  { client, output }: Session,
  outcome: ConversionOutcome,
): Promise<ExitStatus> {
  const jobs = [...outcome.jobs.values()];
  const refused = await refusedMedia(client, outcome.skipped);
  output.print({ jobs, skipped: outcome.skipped }, () =>
    renderConversion(outcome, refused, output),
  );
  const isDone = refused.length === 0 && jobs.every(({ status }) => status === 'done');
  return isDone ? EXIT.done : EXIT.failed;
}
