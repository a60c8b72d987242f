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
  /** Lets queued jobs run and watched folders be watched. Where a host owns the library, it does so anyway. */
  readonly start: () => Promise<void>;
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
    start: async () => {
      await connection.engine?.start();
    },
  };
}
