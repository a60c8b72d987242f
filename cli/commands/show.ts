import type { Command } from 'commander';
import { writeBytes, writeDuration } from '../../core/text/write-figures.ts';
import { writeBitrate } from '../../core/text/write-sentence.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-status.ts';
import { type MediaDetail, resolveMedia } from '../library/resolve-media.ts';
import { failureText, type Output } from '../output.ts';
import { printable } from '../text/printable.ts';
import { count, writeSize, writeTime } from '../text/units.ts';

export function addShowCommand(program: Command, context: CommandContext): void {
  program
    .command('show')
    .argument('<media>', 'id or slug')
    .summary('show one media with its renditions')
    .description(
      'Shows one media: its master, its renditions with what was measured in them, and what went wrong.',
    )
    .addHelpText('after', '\nExample:\n  avlogue show summer-interview')
    .action((key: string, _options: unknown, command: Command) =>
      context.withSession(command, async ({ client, output }) => {
        const media = await resolveMedia(client, key);
        output.print(media, () => renderMedia(media, output));
        return EXIT.done;
      }),
    );
}

function renderMedia(media: MediaDetail, output: Output): string {
  const { master, info } = media;
  const facts: readonly (readonly [string, string])[] = [
    ['Id', media.id],
    ['Slug', media.slug],
    ['Kind', media.kind],
    ['Status', media.status],
    ['Description', media.description],
    ['Master', `${master.path}${master.status === 'missing' ? ' (missing)' : ''}`],
    ['Length', writeDuration(info.durationSeconds)],
    [
      'Picture',
      info.video === null
        ? ''
        : `${writeSize(info.video.width, info.video.height)}, ${info.video.codec}`,
    ],
    [
      'Sound',
      info.audio === null
        ? ''
        : `${info.audio.codec}, ${count(info.audio.channels, 'channel', 'channels')}`,
    ],
    ['Size', writeBytes(master.sizeBytes)],
    ['Format sets', media.formatSetIds.join(', ')],
    ['Added', writeTime(media.createdAtMs)],
  ];
  const lines = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${output.paint('dim', name.padEnd(12))} ${printable(value)}\n`);
  const problem = media.problem === null ? '' : `\n${failureText(output.paint, media.problem)}\n`;
  return `${output.paint('bold', printable(media.title))}\n${lines.join('')}${problem}\n${renderRenditions(media, output)}`;
}

function renderRenditions({ renditions }: MediaDetail, output: Output): string {
  if (renditions.length === 0) return 'No renditions yet.\n';
  return output.table({
    columns: [
      { title: 'Rendition', shrinkTo: 12 },
      { title: 'Made by' },
      { title: 'Size' },
      { title: 'Rate', align: 'right' },
      { title: 'Bytes', align: 'right' },
      { title: 'Type', shrinkTo: 20 },
      { title: '' },
    ],
    rows: renditions.map((rendition) => [
      rendition.formatId,
      rendition.decision,
      writeSize(rendition.video?.width ?? null, rendition.video?.height ?? null),
      writeBitrate(rendition.bitrateBps),
      writeBytes(rendition.sizeBytes),
      rendition.mimeType,
      rendition.outdated ? { text: 'outdated', style: 'yellow' } : '',
    ]),
  });
}
