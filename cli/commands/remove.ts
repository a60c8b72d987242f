import { type Command, Option } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import type { CommandContext } from '../command-context.ts';
import { listOption } from '../command-options.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { refuseNames } from '../library/refuse-names.ts';
import { resolveAll } from '../library/resolve-media.ts';
import type { Session } from '../session.ts';
import { count } from '../text/units.ts';

interface Options {
  readonly formats?: readonly string[];
  readonly uploads?: boolean;
  readonly undo?: string;
}

export function addRemoveCommand(program: Command, context: CommandContext): void {
  program
    .command('remove')
    .argument('[media...]', 'ids or slugs')
    .summary('take media, or some of their renditions, out of the library')
    .description(
      'Takes media out of the library with all that AVlogue made of them. Masters stay where they are, but for uploads, and what is published stays published.',
    )
    .addOption(listOption('--formats <ids>', 'only their renditions in these formats'))
    .option('--uploads', 'also those whose master was uploaded into the library and goes with them')
    .addOption(
      new Option(
        '--undo <token>',
        'bring back what was removed, while the AVlogue that did it runs',
      ).conflicts(['formats', 'uploads']),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue remove old-interview\n  avlogue remove summer-interview --formats vp9-1080p,vp9-720p',
    )
    .action((keys: readonly string[], options: Options, command: Command) =>
      context.withSession(command, (session) => runRemove(session, keys, options)),
    );
}

async function runRemove(
  session: Session,
  keys: readonly string[],
  { undo, formats, uploads = false }: Options,
): Promise<ExitStatus> {
  if (undo !== undefined) return bringBack(session, undo, keys);
  if (keys.length === 0) throw new AppError('input/invalid', 'Name the media to remove.');
  const ids = await resolveAll(session.client, keys);
  if (formats !== undefined) return removeRenditions(session, ids, formats);
  if (!uploads) await refuseUploads(session, ids);
  return removeMedia(session, ids);
}

async function removeMedia(
  { client, output, engine }: Session,
  ids: readonly string[],
): Promise<ExitStatus> {
  const { removed, undoToken } = await client.media.remove({ ids: [...ids] });
  // nobody could bring back what this process keeps, and who removes may need the room
  await engine?.trash.empty();
  const token = engine === null ? undoToken : null;
  output.print({ removed, undoToken: token }, () => `Took ${removed} media out of the library.\n`);
  if (token !== null) output.note(`\`avlogue remove --undo ${token}\` brings them back.`);
  return EXIT.done;
}

async function bringBack(
  { client, output }: Session,
  undoToken: string,
  keys: readonly string[],
): Promise<ExitStatus> {
  refuseNames('--undo', keys);
  const { restored } = await client.media.undoRemove({ undoToken });
  output.print({ restored }, () => `Brought ${restored} media back.\n`);
  return EXIT.done;
}

async function removeRenditions(
  { client, output }: Session,
  ids: readonly string[],
  formatIds: readonly string[],
): Promise<ExitStatus> {
  let removed = 0;
  for (const id of ids) {
    const { renditions } = await client.media.get({ id });
    const there = renditions.filter(({ formatId }) => formatIds.includes(formatId));
    if (there.length === 0) continue;
    await client.media.removeRenditions({ id, formatIds: there.map(({ formatId }) => formatId) });
    removed += there.length;
  }
  output.print({ removed }, () => `Deleted ${count(removed, 'rendition', 'renditions')}.\n`);
  return EXIT.done;
}

/** Where nothing can be taken back, an only copy is not deleted in passing. */
async function refuseUploads({ client, engine }: Session, ids: readonly string[]): Promise<void> {
  if (engine === null) return;
  for (const id of ids) {
    const { title, master } = await client.media.get({ id });
    if (!master.ownedByLibrary) continue;
    throw new AppError(
      'input/invalid',
      `The master of “${title}” was uploaded: ${master.path} would be deleted with it. Give --uploads if it may be.`,
      { details: { mediaId: id, path: master.path } },
    );
  }
}
