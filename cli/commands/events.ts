import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { listenUntil } from '../events.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { Interrupted } from '../failure.ts';
import { createBoard } from '../progress/create-board.ts';
import type { Session } from '../session.ts';
import { createWatchReporter } from '../watch-reporter.ts';

export function addEventsCommand(program: Command, context: CommandContext): void {
  program
    .command('events')
    .summary('tell what happens, as it happens')
    .description(
      'Tells what a running AVlogue does until Ctrl-C: what is imported, made, ready or refused. With --json one event a line, for scripts.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue events\n  avlogue events --json | jq -r --unbuffered \'select(.type == "media-ready").mediaId\'',
    )
    .action((_options: unknown, command: Command) =>
      context.withSession(command, (session) => {
        const others =
          session.engine === null
            ? 'Listening to the AVlogue that runs on this library.'
            : 'Listening, but no other AVlogue runs on this library: nothing will happen in it.';
        return followEvents(session, async () =>
          session.output.note(`${others} Stop with Ctrl-C.`),
        );
      }),
    );
}

/** Ctrl-C is how it ends. @param onReady when no event can be missed any more */
export async function followEvents(
  session: Session,
  onReady: () => Promise<void> = async () => {},
): Promise<ExitStatus> {
  const board = createBoard(session.terminal, session.output);
  const reporter = createWatchReporter(session, board);
  try {
    await listenUntil(
      session,
      async (event) => {
        await reporter(event);
        return false;
      },
      async () => {
        await onReady();
        return false;
      },
    );
    return EXIT.done;
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.done;
    throw error;
  } finally {
    board.close();
  }
}
