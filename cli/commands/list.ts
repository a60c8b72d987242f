import { type Command, Option } from 'commander';
import { MEDIA_SORTS, type MediaRow, mediaStatusSchema } from '../../core/catalog/query.ts';
import { writeBytes, writeDuration } from '../../core/text/write-figures.ts';
import type { Answer, Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { wholeNumber } from '../command-options.ts';
import { EXIT } from '../exit-status.ts';
import type { Output } from '../output.ts';
import type { Style } from '../text/colours.ts';
import type { Cell } from '../text/table.ts';
import { writeSize } from '../text/units.ts';

interface ListOptions {
  readonly kind?: 'video' | 'audio';
  readonly status?: readonly MediaRow['status'][];
  readonly text?: string;
  readonly sort: (typeof MEDIA_SORTS)[number];
  readonly order: 'ascending' | 'descending';
  readonly offset: number;
  readonly limit: number;
}

const STATUS_STYLES: Readonly<Record<MediaRow['status'], Style>> = {
  new: 'dim',
  queued: 'dim',
  converting: 'cyan',
  ready: 'green',
  outdated: 'yellow',
  failed: 'red',
  missing: 'yellow',
};

export function addListCommand(program: Command, context: CommandContext): void {
  program
    .command('list')
    .summary('list the media of the library')
    .description('Lists the media of the library, newest first.')
    .addOption(new Option('--kind <kind>', 'only this kind').choices(['video', 'audio']))
    .addOption(
      new Option('--status <status...>', 'only media of this status').choices(
        mediaStatusSchema.options,
      ),
    )
    .option('--text <words>', 'every word occurs in title, slug, description or file name')
    .addOption(new Option('--sort <by>', 'sort by this').choices(MEDIA_SORTS).default('added'))
    .addOption(
      new Option('--order <order>', 'which way')
        .choices(['ascending', 'descending'])
        .default('descending'),
    )
    .option('--offset <n>', 'leave out the first ones', wholeNumber(0, 1_000_000_000), 0)
    .option('--limit <n>', 'list at most this many', wholeNumber(1, 500), 100)
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue list --kind video --status failed outdated\n  avlogue list --text interview --sort title --order ascending --json',
    )
    .action((options: ListOptions, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        const { status, ...query } = options;
        const window = await client.media.list({
          ...query,
          ...(status === undefined ? {} : { statuses: status }),
        });
        output.print(window, () => renderWindow(window, options.offset, output));
        return EXIT.done;
      }),
    );
}

type Window = Answer<Client['media']['list']>;

function renderWindow({ rows, total }: Window, offset: number, output: Output): string {
  if (rows.length === 0)
    return total === 0 ? 'No media.\n' : `No media from ${offset} on, of ${total}.\n`;
  const table = output.table({
    columns: [
      { title: 'Id' },
      { title: 'Kind', leaves: 2 },
      { title: 'Title', shrinkTo: 14 },
      // whole, since it is copied into the next command
      { title: 'Slug', leaves: 1 },
      { title: 'Status' },
      { title: 'Length', align: 'right' },
      { title: 'Size', leaves: 3 },
      { title: 'Bytes', align: 'right', leaves: 5 },
      { title: 'Renditions', align: 'right', leaves: 4 },
      { title: 'Devices', align: 'right' },
    ],
    rows: rows.map(renderRow),
  });
  const more = rows.length < total ? ` (${offset + 1}–${offset + rows.length} of ${total})` : '';
  return `${table}${total} media${more}.\n`;
}

function renderRow(row: MediaRow): readonly (string | Cell)[] {
  return [
    row.id,
    row.kind,
    row.title,
    row.slug,
    { text: row.status, style: STATUS_STYLES[row.status] },
    writeDuration(row.durationSeconds),
    writeSize(row.width, row.height),
    writeBytes(row.sizeBytes),
    String(row.renditionCount),
    `${row.coveredDevices}/${row.enabledDevices}`,
  ];
}
