import type { Command } from 'commander';
import type { Answer, Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { usualCommand } from '../command-groups.ts';
import { EXIT } from '../exit-status.ts';
import { knownTarget } from '../library/publish-target.ts';
import type { Output } from '../output.ts';
import { printable } from '../text/printable.ts';

export function addTargetsCommand(program: Command, { withSession }: CommandContext): void {
  const targets = program
    .command('targets')
    .summary('list the publish folders, forget one')
    .description('Lists the publish folders that the library knows; with a subcommand forgets one.')
    .addHelpText('after', '\nExamples:\n  avlogue targets\n  avlogue targets forget old-site');
  usualCommand(targets, 'list')
    .description('Lists the publish folders.')
    .action((_options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const all = await client.publish.targets();
        output.print({ targets: all }, () => renderTargets(all, output));
        return EXIT.done;
      }),
    );
  targets
    .command('forget')
    .argument('<target>', 'id, name or folder')
    .summary('forget a publish folder')
    .description('Forgets a publish folder and what was published into it; its files stay.')
    .action((key: string, _options: unknown, command: Command) =>
      withSession(command, async (session) => {
        const target = await knownTarget(session, key);
        await session.client.publish.removeTarget({ id: target.id });
        session.output.print(
          { forgotten: target },
          () => `Forgot the publish folder ${printable(target.path)}; its files stay.\n`,
        );
        return EXIT.done;
      }),
    );
}

type Targets = Answer<Client['publish']['targets']>;

function renderTargets(targets: Targets, output: Output): string {
  if (targets.length === 0)
    return 'There is no publish folder. `avlogue publish --to` makes one.\n';
  return output.table({
    columns: [
      { title: 'Name', shrinkTo: 10 },
      { title: 'Folder', shrinkTo: 20 },
      { title: 'Base URL', shrinkTo: 16 },
      { title: 'Language', leaves: 1 },
      { title: 'Media', align: 'right' },
      { title: 'Id' },
    ],
    rows: targets.map(({ id, name, path, baseUrl, language, publicationCount }) => [
      name,
      path,
      baseUrl,
      language,
      String(publicationCount),
      id,
    ]),
  });
}
