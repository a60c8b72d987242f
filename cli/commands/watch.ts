import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import type { WatchFolder } from '../../core/model/library.ts';
import type { Answer, Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { setsOption, wholeNumber } from '../command-options.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { findById } from '../library/find-by-id.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { followEvents } from './events.ts';

interface WatchOptions {
  readonly sets?: readonly string[];
  readonly recursive?: boolean;
  readonly convert?: boolean;
  /** Seconds; false: as the system tells. */
  readonly poll?: number | false;
  readonly list?: boolean;
  readonly remove?: boolean;
}

export function addWatchCommand(program: Command, context: CommandContext): void {
  program
    .command('watch')
    .argument('[folder]', 'a folder to be watched from now on; none: those that the library knows')
    .summary('watch folders: what arrives is imported and converted')
    .description(
      'Watches folders until Ctrl-C: what arrives in them is imported and converted. A folder given here stays with the library and is watched whenever AVlogue runs. Given again, it keeps whatever is not said anew.',
    )
    .addOption(setsOption())
    .option('--recursive', 'with the folders inside, as usual for a new one')
    .option('--no-recursive', 'without the folders inside')
    .option('--convert', 'convert what arrives, as usual for a new one')
    .option('--no-convert', 'only import what arrives')
    .option(
      '--poll <seconds>',
      'look every so often instead of being told by the system, for network folders',
      wholeNumber(1, 3600),
    )
    .option('--no-poll', 'be told by the system, as usual for a new one')
    .addOption(new Option('--list', 'only list the watched folders').conflicts('remove'))
    .option('--remove', 'stop watching the folder; its media stay')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue watch ~/masters\n  avlogue watch /mnt/nas/clips --poll 30 --sets web-video\n  avlogue watch --list',
    )
    .action((folder: string | undefined, options: WatchOptions, command: Command) =>
      context.withSession(command, (session) => runWatch(session, folder, options)),
    );
}

async function runWatch(
  session: Session,
  folder: string | undefined,
  options: WatchOptions,
): Promise<ExitStatus> {
  const path = folder === undefined ? null : resolve(session.terminal.workingFolder, folder);
  if (options.list === true && path !== null) {
    throw new AppError('input/invalid', '--list lists all watched folders; it takes none.');
  }
  if (options.remove === true) return removeFolder(session, path);
  if (path !== null) await saveFolder(session, path, options);
  const folders = await session.client.import.watchFolders();
  if (options.list === true || folders.length === 0) {
    session.output.print({ watchFolders: folders }, () => renderFolders(folders, session.output));
    return EXIT.done;
  }
  session.output.note(`Watching ${folders.map((one) => one.path).join(', ')}. Stop with Ctrl-C.`);
  return followEvents(session, session.startAll);
}

/** What is not said stays as it is. */
async function saveFolder(
  { client }: Session,
  path: string,
  { recursive, convert, poll, sets }: WatchOptions,
): Promise<WatchFolder> {
  const known = (await client.import.watchFolders()).find((one) => one.path === path);
  const asWas = known ?? { ...AS_USUAL, id: null };
  return client.import.saveWatchFolder({
    id: asWas.id,
    path,
    recursive: recursive ?? asWas.recursive,
    enabled: true,
    polling: poll === undefined ? asWas.polling : poll === false ? 'auto' : 'always',
    pollSeconds: poll || asWas.pollSeconds,
    formatSetIds: sets ?? asWas.formatSetIds,
    convert: convert ?? asWas.convert,
  });
}

const AS_USUAL = {
  recursive: true,
  convert: true,
  polling: 'auto',
  pollSeconds: 30,
  formatSetIds: [],
} as const;

async function removeFolder({ client, output }: Session, path: string | null): Promise<ExitStatus> {
  if (path === null) throw new AppError('input/invalid', 'Name the folder to watch no more.');
  const folders = await client.import.watchFolders();
  const named = folders.map((one) => ({ id: one.path, folder: one }));
  const { folder } = findById(named, path, 'watched folder');
  await client.import.removeWatchFolder({ id: folder.id });
  output.print({ removed: folder }, () => `${path} is watched no more; its media stay.\n`);
  return EXIT.done;
}

type Folders = Answer<Client['import']['watchFolders']>;

function renderFolders(folders: Folders, output: Output): string {
  if (folders.length === 0) return 'No folder is watched. `avlogue watch FOLDER` adds one.\n';
  return output.table({
    columns: [
      { title: 'Folder', shrinkTo: 20 },
      { title: 'State' },
      { title: 'Media', align: 'right' },
      { title: 'Sets' },
      { title: 'Note', shrinkTo: 16 },
    ],
    rows: folders.map(({ path, state, mediaCount, formatSetIds, message }) => [
      path,
      state,
      String(mediaCount),
      formatSetIds.join(', '),
      message ?? '',
    ]),
  });
}
