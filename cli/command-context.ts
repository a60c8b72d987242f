import type { Command } from 'commander';
import { chosenToolsFile } from '../main/default-library.ts';
import { createLogger } from '../main/logger.ts';
import { createClock } from '../main/system-clock.ts';
import type { Connection, ConnectOptions } from './connect.ts';
import { chooseLibrary } from './default-library.ts';
import type { ExitStatus } from './exit-status.ts';
import { readGlobalOptions } from './global-options.ts';
import { createOutput, type Output } from './output.ts';
import { createSession, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { printable } from './text/printable.ts';

/** Handed to every command: how to open the library and how to end. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Opens the library, does the work, closes the library whatever happened, and keeps the status. */
  withSession(
    command: Command,
    work: (session: Session) => Promise<ExitStatus>,
    host?: ConnectOptions['host'],
  ): Promise<void>;
}

const TELL_NOTICES_THEMSELVES: ReadonlySet<string> = new Set(['doctor', 'watch']);

/** What was repaired when the catalog was opened, while whoever works with it is looking. */
function tellNotices({ engine }: Connection, output: Output): void {
  for (const { message } of engine?.catalog.notices ?? []) {
    output.warn(`${output.paint('yellow', 'note')} ${printable(message)}`);
  }
}

export function createCommandContext(
  terminal: Terminal,
  setStatus: (status: ExitStatus) => void,
): CommandContext {
  return {
    terminal,
    async withSession(command, work, host = 'terminal') {
      const options = readGlobalOptions(command);
      const libraryPath = chooseLibrary(options.library, terminal);
      // The engine is loaded only now: help and complaints about usage come at once.
      const { connect } = await import('./connect.ts');
      const connection: Connection = await connect({
        libraryPath,
        environment: terminal.environment,
        chosenToolsFile: chosenToolsFile(terminal),
        host,
        ...(host === 'browser' || terminal.environment.AVLOGUE_DEBUG
          ? { logger: createLogger(createClock(), terminal.note) }
          : {}),
      });
      const output = createOutput(terminal, options);
      if (!TELL_NOTICES_THEMSELVES.has(command.name())) tellNotices(connection, output);
      try {
        setStatus(await work(createSession(connection, { terminal, output, libraryPath })));
        // Pictures of what was imported are still being made when the results are there.
        if (!terminal.signal.aborted) await connection.engine?.importer.idle();
      } finally {
        await connection.close();
      }
    },
  };
}
