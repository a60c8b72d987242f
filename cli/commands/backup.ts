import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { printable } from '../text/printable.ts';

export function addBackupCommand(program: Command, context: CommandContext): void {
  program
    .command('backup')
    .summary('write a copy of the catalog')
    .description(
      'Writes a copy of the catalog into the library’s backups folder, and tells its name. Masters and renditions are not in it.',
    )
    .addHelpText('after', '\nExamples:\n  avlogue backup\n  cp "$(avlogue backup)" /mnt/nas/')
    .action((_options: unknown, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        const { file } = await client.system.backup({});
        output.print({ file }, () => `${printable(file)}\n`);
        return EXIT.done;
      }),
    );
}
