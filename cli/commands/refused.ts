import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import type { Refusal } from '../../core/model/library.ts';
import type { CommandContext } from '../command-context.ts';
import { usualCommand } from '../command-groups.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { refuseNames } from '../library/refuse-names.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { renderResults } from '../text/import-text.ts';
import { count } from '../text/units.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface Options {
  readonly all?: boolean;
}

export function addRefusedCommand(program: Command, { withSession }: CommandContext): void {
  const refused = program
    .command('refused')
    .summary('list files of folders that could not be imported, try again, forget')
    .description(
      'Lists the files that were found in folders and could not be imported; with a subcommand tries them again or forgets them.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue refused\n  avlogue refused retry --all\n  avlogue refused forget broken.mov',
    );
  usualCommand(refused, 'list')
    .description('Lists the files, with the reasons.')
    .action((_options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const refusals = await client.import.refusals();
        output.print({ refusals }, () => renderRefusals(refusals, output));
        return EXIT.done;
      }),
    );
  addChange(refused, 'retry', 'Tries these files again.').action(
    (keys: readonly string[], options: Options, command: Command) =>
      withSession(command, (session) => retry(session, keys, options)),
  );
  addChange(refused, 'forget', 'Forgets these files; they stay where they are.').action(
    (keys: readonly string[], options: Options, command: Command) =>
      withSession(command, (session) => forget(session, keys, options)),
  );
}

function addChange(refused: Command, name: string, description: string): Command {
  return refused
    .command(name)
    .argument('[files...]', 'paths or ids')
    .option('--all', 'all of them')
    .description(description);
}

async function retry(
  session: Session,
  keys: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { client, output, terminal } = session;
  const ids = await chooseRefusals(session, keys, options);
  const { results } =
    ids.length === 0
      ? { results: [] }
      : await untilInterrupted(terminal.signal, client.import.retryRefusals({ ids }));
  output.print({ results }, () => renderResults(results, output));
  return results.every(({ outcome }) => outcome !== 'refused') ? EXIT.done : EXIT.failed;
}

async function forget(
  session: Session,
  keys: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const ids = await chooseRefusals(session, keys, options);
  if (ids.length > 0) await session.client.import.dismissRefusals({ ids });
  const forgotten = ids.length;
  session.output.print({ forgotten }, () => `Forgot ${count(forgotten, 'file', 'files')}.\n`);
  return EXIT.done;
}

/** By id or path. @throws AppError catalog/not-found, input/invalid */
async function chooseRefusals(
  { client, terminal }: Session,
  keys: readonly string[],
  { all = false }: Options,
): Promise<string[]> {
  if (all) refuseNames('--all', keys);
  else if (keys.length === 0) throw new AppError('input/invalid', 'Name the files, or give --all.');
  const refusals = await client.import.refusals();
  if (all) return refusals.map(({ id }) => id);
  return keys.map((key) => {
    const path = resolve(terminal.workingFolder, key);
    const found = refusals.find((one) => one.id === key || one.path === path);
    if (found !== undefined) return found.id;
    throw new AppError('catalog/not-found', `“${key}” is not among the refused files.`, {
      details: { key },
    });
  });
}

function renderRefusals(refusals: readonly Refusal[], output: Output): string {
  if (refusals.length === 0) return 'No file was refused.\n';
  return output.table({
    columns: [
      { title: 'File', shrinkTo: 20 },
      { title: 'Code', shrinkTo: 12 },
      { title: 'Why', shrinkTo: 20 },
    ],
    rows: refusals.map(({ path, error }) => [path, error.code, error.message]),
  });
}
