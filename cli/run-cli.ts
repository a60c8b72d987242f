import { CommanderError } from 'commander';
import { readAppVersion } from '../main/app-version.ts';
import { createCommandContext } from './command-context.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { exitStatusOf, Interrupted, readFailure } from './failure.ts';
import { guessGlobalOptions } from './global-options.ts';
import { createOutput, printFailure } from './output.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** One run of the terminal, from its arguments to its exit status. Never throws but for bugs in itself. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const context = createCommandContext(terminal, (value) => {
    status = value;
  });
  const output = createOutput(terminal, guessGlobalOptions(args));
  try {
    const program = createProgram(context, output, await readAppVersion());
    if (args.length === 0) {
      terminal.out(program.helpInformation());
      return EXIT.usage;
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return commanderStatus(error, args, terminal);
    if (error instanceof Interrupted || terminal.signal.aborted) return EXIT.interrupted;
    const failure = readFailure(error);
    if (
      failure.code === 'internal/bug' &&
      error instanceof Error &&
      terminal.environment.AVLOGUE_DEBUG
    ) {
      terminal.note(`${error.stack}\n`);
    }
    printFailure(output, terminal, failure);
    return exitStatusOf(failure);
  }
  return status;
}

/** Commander has printed its complaint already; programs get it as data besides. */
function commanderStatus(
  error: CommanderError,
  args: readonly string[],
  terminal: Terminal,
): ExitStatus {
  if (error.exitCode === 0) return EXIT.done;
  if (args.includes('--json')) {
    const message = error.message.replace(/^error: /, '');
    terminal.out(
      `${JSON.stringify({ error: { code: 'input/invalid', message, details: {} } }, null, 2)}\n`,
    );
  }
  return EXIT.usage;
}
