import type { Command } from 'commander';
import { formatSchema } from '../../core/model/format.ts';
import { writeBitrate } from '../../core/text/write-sentence.ts';
import type { Answer, Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { usualCommand } from '../command-groups.ts';
import { EXIT } from '../exit-status.ts';
import { findById } from '../library/find-by-id.ts';
import { parseOwn } from '../library/parse-own.ts';
import type { Output } from '../output.ts';
import { readJsonFile, readTextFile } from '../read-json-file.ts';
import { printable } from '../text/printable.ts';

type OfferedFormat = Answer<Client['formats']['list']>[number];

export function addFormatsCommand(program: Command, context: CommandContext): void {
  const formats = program
    .command('formats')
    .summary('list, check, save, import and export formats')
    .description(
      'Lists the formats; with a subcommand shows, checks, saves, duplicates, removes, imports or exports them.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue formats\n  avlogue formats show h264-720p --json > own.json   # then change its id and name\n  avlogue formats save own.json\n  avlogue formats import old-avlogue-fixture.json',
    );
  addReading(formats, context);
  addChanging(formats, context);
  addExchange(formats, context);
}

function addReading(formats: Command, { withSession, terminal }: CommandContext): void {
  usualCommand(formats, 'list')
    .description('Lists the formats.')
    .action((_options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const all = await client.formats.list();
        output.print({ formats: all }, () => renderFormats(all, output));
        return EXIT.done;
      }),
    );
  formats
    .command('show')
    .argument('<id>', 'the format’s id')
    .description('Shows one format as JSON, and the FFmpeg command it means.')
    .action((id: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const format = findById(await client.formats.list(), id, 'format');
        const { command: ffmpeg } = await client.formats.validate({ format });
        output.print(format, () => `${JSON.stringify(format, null, 2)}\n${ffmpeg ?? ''}\n`);
        return EXIT.done;
      }),
    );
  formats
    .command('validate')
    .argument('<file>', 'a format as JSON; - reads standard input')
    .description(
      'Checks a format: what is wrong, and the FFmpeg command it means. Exit status 1 when it is refused.',
    )
    .action((file: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const result = await client.formats.validate({
          format: await readJsonFile(terminal, file),
        });
        output.print(result, () => {
          const lines = result.problems.map(
            ({ severity, field, code, message }) =>
              `${output.paint(severity === 'error' ? 'red' : 'yellow', severity)} ${printable(field)} [${code}] ${printable(message)}\n`,
          );
          return `${lines.join('')}${result.command ?? ''}\n`;
        });
        return result.problems.some(({ severity }) => severity === 'error')
          ? EXIT.failed
          : EXIT.done;
      }),
    );
}

function addChanging(formats: Command, { withSession, terminal }: CommandContext): void {
  formats
    .command('save')
    .argument('<file>', 'a format as JSON; - reads standard input')
    .description('Creates or changes an own format.')
    .action((file: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const given = parseOwn(
          formatSchema.omit({ builtIn: true }),
          await readJsonFile(terminal, file),
        );
        const format = await client.formats.save(given);
        output.print(format, () => `Saved the format ${format.id}.\n`);
        return EXIT.done;
      }),
    );
  formats
    .command('duplicate')
    .argument('<id>', 'the format’s id')
    .option('--name <name>', 'the copy’s name')
    .description('Copies a format, to be changed.')
    .action((id: string, options: { name?: string }, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const format = await client.formats.duplicate({ id, ...options });
        output.print(format, () => `Made the format ${format.id}.\n`);
        return EXIT.done;
      }),
    );
  formats
    .command('remove')
    .argument('<id>', 'the format’s id')
    .description('Deletes an own format.')
    .action((id: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        await client.formats.remove({ id });
        output.print({ removed: id }, () => `Deleted the format ${id}.\n`);
        return EXIT.done;
      }),
    );
}

function addExchange(formats: Command, { withSession, terminal }: CommandContext): void {
  formats
    .command('import')
    .argument(
      '<file>',
      'an export of AVlogue, or a Django fixture of the old AVlogue; - reads standard input',
    )
    .description(
      'Imports formats and sets from JSON, each for itself. Exit status 1 when some were left out.',
    )
    .action((file: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const result = await client.formats.import({ json: await readTextFile(terminal, file) });
        output.print(result, () => {
          const notes = result.notes.map((note) => `${printable(note)}\n`).join('');
          return `${notes}Imported ${result.formatIds.length} formats and ${result.formatSetIds.length} sets.\n`;
        });
        return result.leftOut.length === 0 ? EXIT.done : EXIT.failed;
      }),
    );
  formats
    .command('export')
    .argument('[ids...]', 'these formats; none: all own formats and sets')
    .description('Prints formats and sets as JSON.')
    .action((ids: readonly string[], _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const file = await client.formats.export(ids.length === 0 ? {} : { formatIds: ids });
        output.print(file, () => `${JSON.stringify(file, null, 2)}\n`);
        return EXIT.done;
      }),
    );
}

function renderFormats(formats: readonly OfferedFormat[], output: Output): string {
  return output.table({
    columns: [
      { title: 'Id' },
      { title: 'Kind' },
      { title: 'Container' },
      { title: 'Picture', shrinkTo: 14 },
      { title: 'Sound', shrinkTo: 12 },
      { title: 'Origin' },
      { title: 'Missing', shrinkTo: 10 },
    ],
    rows: formats.map((format) => [
      format.id,
      format.kind,
      format.container,
      describeVideo(format),
      describeAudio(format),
      format.builtIn ? { text: 'built in', style: 'dim' } : 'own',
      { text: format.missingEncoders.join(', '), style: 'yellow' },
    ]),
  });
}

function describeVideo({ video }: OfferedFormat): string {
  if (video === null) return '';
  const box =
    video.maxWidth === null && video.maxHeight === null
      ? ''
      : ` ${video.maxWidth ?? '∞'} × ${video.maxHeight ?? '∞'}`;
  return `${video.codec}${box}`;
}

function describeAudio({ audio }: OfferedFormat): string {
  if (audio === null) return '';
  return audio.bitrateBps === null
    ? audio.codec
    : `${audio.codec} ${writeBitrate(audio.bitrateBps)}`;
}
