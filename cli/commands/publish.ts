import { type Command, Option } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import { definedOf } from '../../main/operations/defined-of.ts';
import type { CommandContext } from '../command-context.ts';
import { listenDuring } from '../events.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { finishMedia } from '../library/finish-media.ts';
import {
  knownTargetForFolder,
  targetForFolder,
  withTargetForFolder,
} from '../library/publish-target.ts';
import { refuseNames } from '../library/refuse-names.ts';
import { allRows, resolveAll } from '../library/resolve-media.ts';
import { createBoard } from '../progress/create-board.ts';
import type { Session } from '../session.ts';
import { addSnippetFlags, readSnippetFlags, type SnippetFlags } from '../snippet-flags.ts';
import { renderPreview, renderPublished } from '../text/publication-text.ts';
import { untilInterrupted } from '../until-interrupted.ts';

interface Options extends SnippetFlags {
  readonly to: string;
  readonly baseUrl?: string;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly remove?: boolean;
}

export function addPublishCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('publish')
    .argument('[media...]', 'ids or slugs')
    .summary('put media into a publish folder')
    .description(
      'Puts renditions, posters, captions and pages into a publish folder. Only what changed is written, each file whole.',
    )
    .requiredOption('--to <dir>', 'the publish folder')
    .option('--base-url <url>', 'where the publish folder is reached on the web')
    .option('--all', 'all media that have renditions')
    .option('--dry-run', 'only show what would change; nothing is changed, here or in the library')
    .addOption(
      new Option('--remove', 'take the media out of the folder instead').conflicts('dryRun'),
    );
  addSnippetFlags(command)
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue publish summer-interview --to site\n  avlogue publish --all --to site --base-url https://example.org/av --dry-run',
    )
    .action((keys: readonly string[], options: Options, self: Command) =>
      context.withSession(self, (session) => runPublish(session, keys, options)),
    );
}

async function runPublish(
  session: Session,
  keys: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { output } = session;
  if (options.remove === true) return remove(session, keys, options);
  const mediaIds = [...(await chooseMedia(session, keys, options))];
  if (mediaIds.length === 0) {
    output.print({ published: [], failed: [] }, () => 'There is nothing to publish.\n');
    return EXIT.done;
  }
  const request = { mediaIds, options: readSnippetFlags(options) };
  if (options.dryRun === true) return dryRun(session, request, options);
  const target = await targetForFolder(session, options.to, options);
  await finishMedia(session, mediaIds);
  return publish(session, { ...request, targetId: target.id });
}

async function remove(
  session: Session,
  keys: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const { client, output } = session;
  const { id, path } = await knownTargetForFolder(session, options.to);
  const mediaIds = [...(await chooseMedia(session, keys, options))];
  const { removed } =
    mediaIds.length === 0
      ? { removed: 0 }
      : await client.publish.unpublish({ targetId: id, mediaIds });
  output.print({ removed }, () => `Took ${removed} media out of ${path}.\n`);
  return EXIT.done;
}

async function dryRun(
  session: Session,
  request: Omit<Request, 'targetId'>,
  { to, baseUrl, language }: Options,
): Promise<ExitStatus> {
  const { client, output } = session;
  const as = definedOf({ baseUrl, language });
  await finishMedia(session, request.mediaIds);
  const preview = await withTargetForFolder(session, to, ({ id }) =>
    client.publish.preview({ ...request, targetId: id, as }),
  );
  output.print(preview, () => renderPreview(preview, output));
  return preview.failed.length === 0 ? EXIT.done : EXIT.failed;
}

async function chooseMedia(
  { client }: Session,
  keys: readonly string[],
  { all }: Options,
): Promise<readonly string[]> {
  if (all === true) {
    refuseNames('--all', keys);
    const rows = await Array.fromAsync(allRows(client, {}));
    return rows.filter(({ renditionCount }) => renditionCount > 0).map(({ id }) => id);
  }
  if (keys.length > 0) return resolveAll(client, keys);
  throw new AppError('input/invalid', 'Name the media to publish, or give --all.');
}

type Request = Parameters<Session['client']['publish']['run']>[0];

async function publish(session: Session, request: Request): Promise<ExitStatus> {
  const { client, output, terminal } = session;
  const board = createBoard(terminal, output);
  try {
    const outcome = await listenDuring(
      session,
      (event) => {
        if (event.type === 'publish-progress')
          board.step('Publishing', event.finished, event.total);
      },
      () => untilInterrupted(terminal.signal, client.publish.run(request)),
    );
    board.close();
    output.print(outcome, () => renderPublished(outcome, output));
    return outcome.failed.length === 0 ? EXIT.done : EXIT.failed;
  } finally {
    board.close();
  }
}
