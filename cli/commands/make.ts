import type { Command } from 'commander';
import type { SiteLanguage } from '../../core/model/site-language.ts';
import type { CommandContext } from '../command-context.ts';
import { formatsOption, languageOption, setsOption } from '../command-options.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { refusePaused } from '../library/refuse-paused.ts';
import { renderMake } from '../make/make-text.ts';
import type { MakeWishes } from '../make/make-wishes.ts';
import { runMake } from '../make/run-make.ts';
import { createBoard } from '../progress/create-board.ts';
import type { Session } from '../session.ts';

interface MakeOptions {
  readonly to: string;
  readonly formats?: readonly string[];
  readonly sets?: readonly string[];
  readonly force?: boolean;
  readonly baseUrl?: string;
  readonly language?: SiteLanguage;
}

const AFTER_HELP = `
Done before and unchanged is done at once. Files that are refused or fail do
not stop the others.

Examples:
  avlogue make clip.mov --to site
  avlogue make interviews/ podcast.wav --to site --base-url https://example.org/av
  avlogue make clip.mov --to site --json | jq '.media[].renditions[].path'`;

export function addMakeCommand(program: Command, context: CommandContext): void {
  program
    .command('make')
    .argument('<paths...>', 'files, and folders with all that is in them')
    .summary('all in one go: import, convert, publish, print the snippet')
    .description(
      'Imports files and folders, makes every rendition that is outstanding, publishes them into a folder and prints the snippets.',
    )
    .requiredOption('--to <dir>', 'the publish folder')
    .addOption(formatsOption())
    .addOption(setsOption())
    .option('--force', 'encode even where copying would do, and make anew what is there')
    .option('--base-url <url>', 'where the publish folder is reached on the web')
    .addOption(languageOption())
    .addHelpText('after', AFTER_HELP)
    .action((paths: readonly string[], options: MakeOptions, command: Command) =>
      context.withSession(command, (session) =>
        make(session, {
          paths,
          to: options.to,
          formats: options.formats ?? null,
          sets: options.sets ?? null,
          force: options.force ?? false,
          baseUrl: options.baseUrl,
          language: options.language,
        }),
      ),
    );
}

async function make(session: Session, wishes: MakeWishes): Promise<ExitStatus> {
  await refusePaused(session);
  const board = createBoard(session.terminal, session.output);
  try {
    const result = await runMake(session, wishes, board);
    board.close();
    session.output.print(result, () => renderMake(result, session.output));
    return result.media.every(({ status }) => status === 'done') ? EXIT.done : EXIT.failed;
  } finally {
    board.close();
  }
}
