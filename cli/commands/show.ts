import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import { renderMedia } from '../text/media-text.ts';

export function addShowCommand(program: Command, context: CommandContext): void {
  program
    .command('show')
    .argument('<media>', 'id or slug')
    .summary('show one media with its renditions')
    .description(
      'Shows one media: its master, its renditions with what was measured in them, and what went wrong.',
    )
    .addHelpText('after', '\nExample:\n  avlogue show summer-interview')
    .action((key: string, _options: unknown, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        const media = await resolveMedia(client, key);
        output.print(media, () => renderMedia(media, output));
        return EXIT.done;
      }),
    );
}
