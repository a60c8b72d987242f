import type { Client } from './client.ts';
import type { Connection } from './connect.ts';
import type { Output } from './output.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with while its library is open. */
export interface Session {
  readonly client: Client;
  readonly terminal: Terminal;
  readonly output: Output;
  readonly libraryPath: string;
  /** The engine when it runs in this process; null when another process owns the library. */
  readonly engine: Connection['engine'];
  /** Lets queued jobs run. Where a host owns the library, it does so anyway, and watches folders too. */
  readonly startQueue: () => Promise<void>;
  /** Besides, watched folders are watched: for commands that stay. */
  readonly startAll: () => Promise<void>;
}

export function createSession(
  connection: Connection,
  { terminal, output, libraryPath }: Pick<Session, 'terminal' | 'output' | 'libraryPath'>,
): Session {
  return {
    client: connection.client,
    terminal,
    output,
    libraryPath,
    engine: connection.engine,
    startQueue: async () => {
      await connection.engine?.start({ watch: false });
    },
    startAll: async () => {
      await connection.engine?.start();
    },
  };
}
