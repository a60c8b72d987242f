import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { finishMedia } from '../library/finish-media.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';
import { writeSize } from '../text/units.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface Options {
  readonly at?: number;
  readonly automatic?: boolean;
}

export function addPosterCommand(program: Command, context: CommandContext): void {
  program
    .command('poster')
    .argument('<media>', 'id or slug')
    .summary('show which picture stands for a media, or take another frame')
    .description(
      'Tells the file of the picture that stands for a media before it plays. Another one is published with the next `publish`.',
    )
    .option('--at <time>', 'the frame at this time, like 12.5, 1:05 or 1:02:03', parseTime)
    .addOption(new Option('--automatic', 'the one that AVlogue chooses').conflicts('at'))
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue poster summer-interview\n  avlogue poster summer-interview --at 1:05',
    )
    .action((key: string, options: Options, command: Command) =>
      context.withSession(command, (session) => runPoster(session, key, options)),
    );
}

/** "12.5", "1:05" or "1:02:03.5", in seconds. */
export function parseTime(value: string): number {
  if (!/^(\d+:){0,2}\d+(\.\d+)?$/.test(value)) {
    throw new InvalidArgumentError('It must be seconds or a time, like 12.5 or 1:05.');
  }
  return value.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

async function runPoster(
  session: Session,
  key: string,
  { at, automatic }: Options,
): Promise<ExitStatus> {
  const { client, output, libraryPath, terminal } = session;
  const { id } = await resolveMedia(client, key);
  if (at === undefined && automatic !== true) await finishMedia(session, [id]);
  else {
    const call = client.media.setPoster({ id, atSeconds: at ?? null });
    await untilInterrupted(terminal.signal, call);
  }
  const { poster } = await client.media.get({ id });
  const path = poster === null ? null : join(libraryPath, ...poster.file.split('/'));
  output.print({ poster, path }, () =>
    poster === null || path === null
      ? 'There is no poster.\n'
      : `${printable(path)}  ${writeSize(poster.width, poster.height)}\n`,
  );
  return EXIT.done;
}
