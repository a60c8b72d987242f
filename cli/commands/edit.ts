import type { Command } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import { definedOf } from '../../main/operations/defined-of.ts';
import type { CommandContext } from '../command-context.ts';
import { setsOption } from '../command-options.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import type { Session } from '../session.ts';
import { renderMedia } from '../text/media-text.ts';

interface Options {
  readonly title?: string;
  readonly slug?: string;
  readonly description?: string;
  readonly sets?: readonly string[];
  readonly usualSets?: boolean;
}

export function addEditCommand(program: Command, context: CommandContext): void {
  program
    .command('edit')
    .argument('<media>', 'id or slug')
    .summary('change title, address, description or format sets')
    .description(
      'Changes what is said of a media: published pages have it with the next `publish`. Other format sets are made with the next `convert`.',
    )
    .option('--title <text>', 'its name')
    .option('--slug <slug>', 'its name in web addresses: a to z, 0 to 9 and -')
    .option('--description <text>', 'a few sentences; "" for none')
    .addOption(setsOption().conflicts('usualSets'))
    .option('--usual-sets', 'the sets of the settings again')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue edit img-0042 --title "Summer interview" --slug summer-interview\n  avlogue edit summer-interview --sets web-video-vp9',
    )
    .action((key: string, options: Options, command: Command) =>
      context.withSession(command, (session) => edit(session, key, options)),
    );
}

async function edit(
  { client, output }: Session,
  key: string,
  { sets, usualSets, ...words }: Options,
): Promise<ExitStatus> {
  const fields = definedOf({ ...words, formatSetIds: usualSets === true ? [] : sets });
  if (Object.keys(fields).length === 0) {
    throw new AppError('input/invalid', 'Say what to change, such as --title.');
  }
  const { id } = await resolveMedia(client, key);
  const media = await client.media.update({ id, ...fields });
  output.print(media, () => renderMedia(media, output));
  return EXIT.done;
}
