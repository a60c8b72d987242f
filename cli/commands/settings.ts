import type { Command } from 'commander';
import type { z } from 'zod';
import { AppError } from '../../core/errors/app-error.ts';
import { type Settings, settingsSchema } from '../../core/model/library.ts';
import type { CommandContext } from '../command-context.ts';
import { usualCommand } from '../command-groups.ts';
import { EXIT } from '../exit-status.ts';
import type { Output } from '../output.ts';

const fieldsSchema = settingsSchema.omit({ id: true });
const changesSchema = fieldsSchema.partial();
type Changes = z.infer<typeof changesSchema>;

const MEANINGS: Readonly<Record<keyof Changes, string>> = {
  parallelJobs: 'media converted at the same time; null: by the number of processors',
  encoderThreads: 'threads for all encoders together; null: as many as processors',
  ffmpegPath: 'a program of your own; null: the newest that is found',
  ffprobePath: 'a program of your own; null: the one that suits FFmpeg',
  videoFormatSetId: 'the format set for new video',
  audioFormatSetId: 'the format set for new audio',
  convertOnImport: 'whether new media are converted without being asked for',
  queuePaused: 'whether the queue rests',
  disabledDeviceIds: 'devices that need not be covered',
  theme: 'system, light, dark or high-contrast',
  language: 'of the window and the page: system, en or de',
  notifyWhenDone: 'whether the window tells that all is converted',
  notifyOfFailures: 'whether the window tells that something failed',
  lookForUpdates: 'whether a packaged AVlogue looks for its updates',
  whenClosing: 'while something is converted: ask, background or stop',
};

const NAMES = Object.keys(MEANINGS);

export function addSettingsCommand(program: Command, { withSession }: CommandContext): void {
  const settings = program
    .command('settings')
    .summary('show the settings of the library, change them')
    .description('Shows the settings of the library; with `set` changes one.')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue settings\n  avlogue settings set parallelJobs 2\n  avlogue settings set parallelJobs null   # as AVlogue chooses\n  avlogue settings set videoFormatSetId web-video-vp9',
    );
  usualCommand(settings, 'list')
    .description('Lists the settings.')
    .action((_options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const all = await client.system.settings();
        output.print(all, () => renderSettings(all, output));
        return EXIT.done;
      }),
    );
  settings
    .command('set')
    .argument('<name>', 'one of those that `settings` lists')
    .argument('<value>', 'the new value; several are separated by commas; null: as usual')
    .description('Changes one setting.')
    .action((name: string, value: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const all = await client.system.updateSettings(readSetting(name, value));
        output.print(all, () => renderSettings(all, output));
        return EXIT.done;
      }),
    );
}

/** What was typed, as the kind of value that this setting takes. @throws AppError input/invalid */
export function readSetting(name: string, value: string): Changes {
  if (!NAMES.includes(name)) {
    throw new AppError(
      'input/invalid',
      `There is no setting “${name}”. There are: ${NAMES.join(', ')}.`,
      { details: { field: name } },
    );
  }
  const attempts = meanings(value).map((meant) => changesSchema.safeParse({ [name]: meant }));
  const right = attempts.find(({ success }) => success);
  if (right?.data !== undefined) return right.data;
  const why = attempts[0]?.error?.issues[0]?.message ?? '';
  throw new AppError('input/invalid', `“${value}” is no value for ${name}. ${why}`, {
    details: { field: name },
  });
}

/** `2`, `true` and `null` are values of their own where the setting takes them, else words. */
function meanings(value: string): readonly unknown[] {
  const list = value.split(',').filter((part) => part !== '');
  if (value === 'null') return [null, value];
  if (value === 'true' || value === 'false') return [value === 'true', value];
  return /^\d+$/.test(value) ? [Number(value), value, list] : [value, list];
}

function renderSettings(settings: Settings, output: Output): string {
  return output.table({
    columns: [
      { title: 'Setting' },
      { title: 'Value', shrinkTo: 16 },
      { title: 'What it is', shrinkTo: 24, leaves: 1 },
    ],
    rows: Object.entries(MEANINGS).map(([name, meaning]) => [
      name,
      String(Reflect.get(settings, name) ?? 'null'),
      meaning,
    ]),
  });
}
