import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '../../core/errors/app-error.ts';
import { originOf, readCaptionName } from '../../core/import/captions.ts';
import type { Caption } from '../../core/model/media.ts';
import { fileRefused } from '../../main/import/file-refused.ts';
import { readCaptionFile } from '../../main/import/read-caption-file.ts';
import { definedOf } from '../../main/operations/defined-of.ts';
import type { Answer, Client } from '../client.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly language?: string;
  readonly kind?: Caption['kind'];
  readonly label?: string;
  readonly default?: boolean;
  readonly change?: string;
  readonly remove?: string;
}

type Detail = Answer<Client['media']['get']>;

export function addCaptionsCommand(program: Command, context: CommandContext): void {
  program
    .command('captions')
    .argument('<media>', 'id or slug')
    .argument('[file]', 'WebVTT or SubRip to add')
    .summary('list captions and subtitles, add, change or remove them')
    .description(
      'Lists the captions and subtitles of a media, adds those of a file, changes or removes what was added. Files beside a master, and tracks inside it, are found without this.',
    )
    .option('--language <code>', 'such as en, de or pt-BR; otherwise from the file’s name')
    .addOption(
      new Option(
        '--kind <kind>',
        'subtitles for who does not understand, captions for who does not hear',
      ).choices(['subtitles', 'captions']),
    )
    .option('--label <text>', 'for menus of players; otherwise the language’s own name')
    .option('--default', 'show them from the start')
    .option('--no-default', 'do not show them from the start')
    .option('--change <id>', 'change what is said of these captions')
    .addOption(
      new Option('--remove <id>', 'remove captions that were added').conflicts([
        'language',
        'kind',
        'label',
        'default',
        'change',
      ]),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue captions summer-interview\n  avlogue captions summer-interview subtitles.de.srt --default\n  avlogue captions summer-interview talk.vtt --language en --kind captions\n  avlogue captions summer-interview --change CAPTION-ID --label English --default',
    )
    .action((key: string, file: string | undefined, options: Options, command: Command) =>
      context.withSession(command, (session) => runCaptions(session, key, file, options)),
    );
}

async function runCaptions(
  session: Session,
  key: string,
  file: string | undefined,
  options: Options,
): Promise<ExitStatus> {
  const { client } = session;
  const { id } = await resolveMedia(client, key);
  if (options.remove !== undefined) {
    refuseFile(file, '--remove');
    tell(session, await client.media.removeCaption({ id, captionId: options.remove }));
  } else if (options.change !== undefined) {
    refuseFile(file, '--change');
    tell(session, await change(session, id, options.change, options));
  } else if (file !== undefined) tell(session, await add(session, id, file, options));
  else if (Object.keys(options).length > 0) {
    throw new AppError('input/invalid', 'Give the file that these options are about.');
  } else tell(session, await client.media.get({ id }));
  return EXIT.done;
}

async function add(
  { client, terminal }: Session,
  id: string,
  file: string,
  { language, kind, label, default: isDefault }: Options,
): Promise<Detail> {
  const path = resolve(terminal.workingFolder, file);
  const told = readCaptionName(basename(path));
  return client.media.addCaption({
    id,
    text: await readText(path),
    language: language ?? told.language,
    kind: kind ?? told.kind,
    label: label ?? '',
    isDefault: isDefault ?? false,
  });
}

/** What is not said stays as it is. */
function change(
  { client }: Session,
  id: string,
  captionId: string,
  { language, kind, label, default: isDefault }: Options,
): Promise<Detail> {
  const words = definedOf({ language, kind, label, isDefault });
  if (Object.keys(words).length === 0) {
    throw new AppError('input/invalid', 'Say what to change, such as --label.');
  }
  return client.media.updateCaption({ id, captionId, ...words });
}

function refuseFile(file: string | undefined, option: string): void {
  if (file !== undefined) throw new AppError('input/invalid', `Give a file, or ${option}.`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readCaptionFile(path);
  } catch (error) {
    throw fileRefused(path, error);
  }
}

function tell({ output }: Session, { captions }: Detail): void {
  output.print({ captions }, () =>
    captions.length === 0
      ? 'There are no captions.\n'
      : output.table({
          columns: [
            { title: 'Captions', shrinkTo: 12 },
            { title: 'Language' },
            { title: 'Kind' },
            { title: 'From' },
            { title: 'Id' },
          ],
          rows: captions.map((caption) => [
            caption.isDefault ? `${caption.label} (default)` : caption.label,
            caption.language ?? '',
            caption.kind,
            FROM[originOf(caption)],
            caption.id,
          ]),
        }),
  );
}

const FROM = { track: 'the master', file: 'a file beside it', person: 'added' } as const;
