import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { requestEntryUrl } from '../../main/http/entry-url.ts';
import { readHostFile } from '../../main/http/host-file.ts';
import { libraryPaths } from '../../main/library-paths.ts';
import { definedOf } from '../../main/operations/defined-of.ts';
import type { CommandContext } from '../command-context.ts';
import { wholeNumber } from '../command-options.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { openInBrowser } from '../open-in-browser.ts';
import type { Session } from '../session.ts';
import { waitForSignal } from '../wait-for-signal.ts';

interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  readonly token?: string;
  readonly open?: boolean;
}

/** Where `vite build` puts the user interface. */
const RENDERER_FOLDER = join(import.meta.dirname, '..', '..', 'renderer', 'dist');

export function addServeCommand(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .summary('the library in your browser, and the API for other programs')
    .description(
      'Serves the user interface and the API on 127.0.0.1, converts and watches folders, until Ctrl-C.',
    )
    .option(
      '--port <n>',
      'this port (default: 4680, or any free one); 0: any free one',
      wholeNumber(0, 65_535),
    )
    .option('--open', 'open it in your browser')
    .option('--token <token>', 'this token instead of a new one')
    .option(
      '--host <address>',
      'listen at this address; anything but 127.0.0.1 lets other machines in, which still need the token',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue serve --open\n  avlogue serve --port 8080 --library /srv/avlogue',
    )
    .action((options: ServeOptions, command: Command) =>
      context.withSession(
        command,
        (session) =>
          session.engine === null
            ? showRunning(session, options)
            : serve(session, session.engine, options),
        'browser',
      ),
    );
}

async function serve(
  session: Session,
  engine: NonNullable<Session['engine']>,
  { open, ...wishes }: ServeOptions,
): Promise<ExitStatus> {
  const { output, terminal } = session;
  if (!existsSync(join(RENDERER_FOLDER, 'index.html'))) {
    output.warn(
      'The user interface is not built: only the API is served. `npm run build` builds it.',
    );
  }
  const { startHttpHost } = await import('../../main/http/http-host.ts');
  const host = await startHttpHost({
    engine,
    rendererFolder: RENDERER_FOLDER,
    ...definedOf(wishes),
  });
  try {
    await session.startAll();
    const { url, pageUrl, port, token } = host;
    output.print({ url, pageUrl, port, token }, () => `AVlogue runs at ${pageUrl}\n`);
    output.note('Stop it with Ctrl-C.');
    if (open === true) await openPage(session, host.createEntryUrl());
    await waitForSignal(terminal.signal);
  } finally {
    await host.close();
  }
  return EXIT.done;
}

/** The library is served already: the second start leads to the first. */
async function showRunning(session: Session, { open }: ServeOptions): Promise<ExitStatus> {
  const { output, libraryPath } = session;
  const host = await readHostFile(libraryPaths(libraryPath).hostFile);
  if (host === null) return EXIT.failed;
  const pageUrl = `${host.url}/?token=${encodeURIComponent(host.token)}`;
  const entryUrl = open === true ? await requestEntryUrl(host) : null;
  output.print(
    { ...host, pageUrl },
    () => `AVlogue runs already, as process ${host.pid}, at ${pageUrl}\n`,
  );
  if (entryUrl !== null) await openPage(session, entryUrl);
  return EXIT.done;
}

/** Everyone on the machine can read what a browser is started with, so the token is not in it. */
async function openPage({ output, terminal }: Session, entryUrl: string): Promise<void> {
  if (await openInBrowser(entryUrl, terminal.platform)) return;
  output.warn('No browser could be opened; open the address yourself.');
}
