import { type Command, Option } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { usualCommand } from '../command-groups.ts';
import { listOption } from '../command-options.ts';
import { EXIT } from '../exit-status.ts';
import { findById } from '../library/find-by-id.ts';

interface SaveOptions {
  readonly formats: readonly string[];
  readonly kind: 'video' | 'audio';
  readonly name?: string;
  readonly description?: string;
}

export function addSetsCommand(program: Command, context: CommandContext): void {
  const sets = program
    .command('sets')
    .summary('list, show, save and delete format sets')
    .description('Lists the format sets; with a subcommand shows, saves or deletes one.')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue sets\n  avlogue sets save small --kind video --formats h264-360p,h264-480p',
    );
  addList(sets, context);
  addShow(sets, context);
  addSave(sets, context);
  sets
    .command('remove')
    .argument('<id>', 'the set’s id')
    .description('Deletes an own set.')
    .action((id: string, _options: unknown, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        await client.formatSets.remove({ id });
        output.print({ removed: id }, () => `Deleted the set ${id}.\n`);
        return EXIT.done;
      }),
    );
}

function addList(sets: Command, { withSession }: CommandContext): void {
  usualCommand(sets, 'list')
    .description('Lists the format sets.')
    .action((_options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const all = await client.formatSets.list();
        output.print({ formatSets: all }, () =>
          output.table({
            columns: [
              { title: 'Id' },
              { title: 'Kind' },
              { title: 'Name', shrinkTo: 12 },
              { title: 'Formats', shrinkTo: 20 },
              { title: 'Origin' },
            ],
            rows: all.map(({ id, kind, name, formatIds, builtIn }) => [
              id,
              kind,
              name,
              formatIds.join(', '),
              builtIn ? { text: 'built in', style: 'dim' } : 'own',
            ]),
          }),
        );
        return EXIT.done;
      }),
    );
}

function addShow(sets: Command, { withSession }: CommandContext): void {
  sets
    .command('show')
    .argument('<id>', 'the set’s id')
    .description('Shows one set as JSON.')
    .action((id: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const set = findById(await client.formatSets.list(), id, 'set');
        output.print(set, () => `${JSON.stringify(set, null, 2)}\n`);
        return EXIT.done;
      }),
    );
}

function addSave(sets: Command, { withSession }: CommandContext): void {
  sets
    .command('save')
    .argument('<id>', 'the set’s id')
    .addOption(
      listOption('--formats <ids>', 'its formats, separated by commas').makeOptionMandatory(),
    )
    .addOption(
      new Option('--kind <kind>', 'what it is for').choices(['video', 'audio']).default('video'),
    )
    .option('--name <name>', 'its name (default: the id)')
    .option('--description <text>', 'what it is good for')
    .description('Creates or changes an own set.')
    .action((id: string, options: SaveOptions, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const set = await client.formatSets.save({
          id,
          name: options.name ?? id,
          description: options.description ?? '',
          kind: options.kind,
          formatIds: options.formats,
        });
        output.print(set, () => `Saved the set ${set.id}.\n`);
        return EXIT.done;
      }),
    );
}
