import { type Command, Option } from 'commander';

export interface GlobalOptions {
  readonly library?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

export function addGlobalOptions(program: Command): Command {
  return program
    .addOption(
      new Option(
        '--library <dir>',
        'the library’s folder (default: $AVLOGUE_LIBRARY, else the one chosen in the window, else your user data folder)',
      ),
    )
    .option('--json', 'print data for programs')
    .option('--quiet', 'no progress and no notes, only data and errors')
    .option('--no-color', 'no colours (or set NO_COLOR)');
}

export function readGlobalOptions(command: Command): GlobalOptions {
  const { library, json, quiet, color } = command.optsWithGlobals<Partial<GlobalOptions>>();
  return { library, json: json ?? false, quiet: quiet ?? false, color: color ?? true };
}

/** Before commander has understood anything, its own complaints have to know already. */
export function guessGlobalOptions(args: readonly string[]): GlobalOptions {
  return {
    json: args.includes('--json'),
    quiet: args.includes('--quiet'),
    color: !args.includes('--no-color'),
  };
}
