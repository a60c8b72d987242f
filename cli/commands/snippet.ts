import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { knownTarget } from '../library/publish-target.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import { addSnippetFlags, readSnippetFlags, type SnippetFlags } from '../snippet-flags.ts';

interface Options extends SnippetFlags {
  readonly target?: string;
  readonly baseUrl?: string;
}

export function addSnippetCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('snippet')
    .argument('<media>', 'id or slug')
    .summary('print the HTML5 embed code')
    .description(
      'Prints the HTML5 embed code of a media: sources in the right order, with codec strings read from the files.',
    )
    .option('--target <target>', 'with the URLs of this publish target (id, name or folder)')
    .option('--base-url <url>', 'with URLs below this one');
  addSnippetFlags(command)
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue snippet summer-interview --base-url https://example.org/av\n  avlogue snippet summer-interview --max-bitrate 2M --no-controls --autoplay --loop --class hero',
    )
    .action((key: string, options: Options, self: Command) =>
      context.withSession(self, async (session) => {
        const { client, output } = session;
        const media = await resolveMedia(client, key);
        const target =
          options.target === undefined ? null : await knownTarget(session, options.target);
        const snippet = await client.media.snippet({
          id: media.id,
          targetId: target?.id ?? null,
          options: { ...readSnippetFlags(options), baseUrl: options.baseUrl ?? null },
        });
        output.print(snippet, () => `${snippet.html.trimEnd()}\n`);
        return EXIT.done;
      }),
    );
}
