import type { Command } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import { writeBytes } from '../../core/text/write-figures.ts';
import { definedOf } from '../../main/operations/defined-of.ts';
import type { CommandContext } from '../command-context.ts';
import { listenDuring } from '../events.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { finishMedia } from '../library/finish-media.ts';
import { targetForFolder } from '../library/publish-target.ts';
import { allRows, resolveAll } from '../library/resolve-media.ts';
import { failureText } from '../output.ts';
import { createBoard } from '../progress/create-board.ts';
import type { Session } from '../session.ts';
import { addSnippetFlags, readSnippetFlags, type SnippetFlags } from '../snippet-flags.ts';
import { count } from '../text/units.ts';
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
    .option('--dry-run', 'only show what would change')
    .option('--remove', 'take the media out of the folder instead');
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
  const { client, output } = session;
  const mediaIds = [...(await chooseMedia(session, keys, options))];
  if (mediaIds.length === 0) {
    output.print({ published: [], failed: [] }, () => 'There is nothing to publish.\n');
    return EXIT.done;
  }
  const target = await targetForFolder(session, options.to, changesTarget(options) ? options : {});
  if (options.remove === true) {
    const { removed } = await client.publish.unpublish({ targetId: target.id, mediaIds });
    output.print({ removed }, () => `Took ${removed} media out of ${target.path}.\n`);
    return EXIT.done;
  }
  await finishMedia(session, mediaIds);
  const request = { targetId: target.id, mediaIds, options: readSnippetFlags(options) };
  if (options.dryRun !== true) return publish(session, request);
  const as = definedOf({ baseUrl: options.baseUrl, language: options.language });
  return preview(session, { ...request, as });
}

function changesTarget({ dryRun = false, remove = false }: Options): boolean {
  return !dryRun && !remove;
}

async function chooseMedia(
  { client }: Session,
  keys: readonly string[],
  { all }: Options,
): Promise<readonly string[]> {
  if (all === true) {
    const rows = await Array.fromAsync(allRows(client, {}));
    return rows.filter(({ renditionCount }) => renditionCount > 0).map(({ id }) => id);
  }
  if (keys.length > 0) return resolveAll(client, keys);
  throw new AppError('input/invalid', 'Name the media to publish, or give --all.');
}

type Request = Parameters<Session['client']['publish']['run']>[0];

async function preview(
  { client, output }: Session,
  request: Parameters<Session['client']['publish']['preview']>[0],
): Promise<ExitStatus> {
  const preview = await client.publish.preview(request);
  const { steps, bytesToWrite, failed } = preview;
  output.print(preview, () => {
    const changed = steps.filter(({ action }) => action !== 'keep');
    const table = output.table({
      columns: [
        { title: 'Action' },
        { title: 'Bytes', align: 'right' },
        { title: 'File', shrinkTo: 20 },
      ],
      rows: changed.map(({ action, sizeBytes, file }) => [action, writeBytes(sizeBytes), file]),
    });
    const kept = steps.length - changed.length;
    return `${changed.length === 0 ? '' : table}${writeBytes(bytesToWrite)} to write, ${count(kept, 'file', 'files')} as they are.\n${failuresText(failed, output)}`;
  });
  return failed.length === 0 ? EXIT.done : EXIT.failed;
}

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
    output.print(outcome, () => {
      const pages = outcome.published.map(({ slug, pageUrl }) => [slug, pageUrl]);
      const columns = [
        { title: 'Published', shrinkTo: 12 },
        { title: 'Page', shrinkTo: 30 },
      ];
      const table = pages.length === 0 ? '' : output.table({ columns, rows: pages });
      return `${table}${failuresText(outcome.failed, output)}`;
    });
    return outcome.failed.length === 0 ? EXIT.done : EXIT.failed;
  } finally {
    board.close();
  }
}

type Failed = Awaited<ReturnType<Session['client']['publish']['run']>>['failed'];

function failuresText(failed: Failed, { paint }: Session['output']): string {
  return failed.map(({ error }) => `${failureText(paint, error)}\n`).join('');
}
