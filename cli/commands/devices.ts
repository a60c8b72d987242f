import type { Command } from 'commander';
import { type Device, deviceSchema } from '../../core/model/device.ts';
import type { CommandContext } from '../command-context.ts';
import { usualCommand } from '../command-groups.ts';
import { EXIT } from '../exit-status.ts';
import { findById } from '../library/find-by-id.ts';
import { parseOwn } from '../library/parse-own.ts';
import type { Output } from '../output.ts';
import { readJsonFile, readTextFile } from '../read-json-file.ts';
import { printable } from '../text/printable.ts';

export function addDevicesCommand(program: Command, context: CommandContext): void {
  const devices = program
    .command('devices')
    .summary('list device profiles, switch them on and off, add your own')
    .description(
      'Lists the device profiles; each enabled one is promised a rendition that it plays.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue devices\n  avlogue devices disable podcast\n  avlogue devices show chrome --json > own.json   # then change its id and name\n  avlogue devices save own.json',
    );
  addReading(devices, context);
  addSwitches(devices, context);
  addChanging(devices, context);
  addExchange(devices, context);
}

function addReading(devices: Command, { withSession }: CommandContext): void {
  usualCommand(devices, 'list')
    .description('Lists the device profiles.')
    .action((_options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const all = await client.devices.list();
        output.print({ devices: all }, () => renderDevices(all, output));
        return EXIT.done;
      }),
    );
  devices
    .command('show')
    .argument('<id>', 'the device’s id')
    .description('Shows one profile as JSON.')
    .action((id: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const device = findById(await client.devices.list(), id, 'device');
        output.print(device, () => `${JSON.stringify(device, null, 2)}\n`);
        return EXIT.done;
      }),
    );
}

function addSwitches(devices: Command, { withSession }: CommandContext): void {
  for (const enabled of [true, false]) {
    devices
      .command(enabled ? 'enable' : 'disable')
      .argument('<ids...>', 'ids of devices')
      .description(
        enabled ? 'Promises these devices a rendition.' : 'Promises these devices nothing.',
      )
      .action((ids: readonly string[], _options: unknown, command: Command) =>
        withSession(command, async ({ client, output }) => {
          const changed: Device[] = [];
          for (const id of ids) changed.push(await client.devices.setEnabled({ id, enabled }));
          output.print({ devices: changed }, () => renderDevices(changed, output));
          return EXIT.done;
        }),
      );
  }
}

function addChanging(devices: Command, { withSession, terminal }: CommandContext): void {
  devices
    .command('save')
    .argument('<file>', 'a profile as JSON; - reads standard input')
    .description('Creates or changes an own profile.')
    .action((file: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const schema = deviceSchema.omit({ builtIn: true, enabled: true });
        const device = await client.devices.save(
          parseOwn(schema, await readJsonFile(terminal, file)),
        );
        output.print(device, () => `Saved the device ${device.id}.\n`);
        return EXIT.done;
      }),
    );
  devices
    .command('remove')
    .argument('<id>', 'the device’s id')
    .description('Deletes an own profile.')
    .action((id: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        await client.devices.remove({ id });
        output.print({ removed: id }, () => `Deleted the device ${id}.\n`);
        return EXIT.done;
      }),
    );
}

function addExchange(devices: Command, { withSession, terminal }: CommandContext): void {
  devices
    .command('import')
    .argument('<file>', 'an export of AVlogue; - reads standard input')
    .description(
      'Imports profiles from JSON, each for itself. Exit status 1 when some were left out.',
    )
    .action((file: string, _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const result = await client.devices.import({ json: await readTextFile(terminal, file) });
        output.print(result, () => {
          const notes = result.notes.map((note) => `${printable(note)}\n`).join('');
          return `${notes}Imported ${result.deviceIds.length} devices.\n`;
        });
        return result.leftOut.length === 0 ? EXIT.done : EXIT.failed;
      }),
    );
  devices
    .command('export')
    .argument('[ids...]', 'these profiles; none: all own ones')
    .description('Prints profiles as JSON.')
    .action((ids: readonly string[], _options: unknown, command: Command) =>
      withSession(command, async ({ client, output }) => {
        const file = await client.devices.export(ids.length === 0 ? {} : { deviceIds: ids });
        output.print(file, () => `${JSON.stringify(file, null, 2)}\n`);
        return EXIT.done;
      }),
    );
}

function renderDevices(devices: readonly Device[], output: Output): string {
  const codecs = (list: readonly { readonly codec: string }[]): string =>
    [...new Set(list.map(({ codec }) => codec))].join(', ');
  return output.table({
    columns: [
      { title: 'Id' },
      { title: 'Name', shrinkTo: 14 },
      { title: 'Promised' },
      { title: 'Video', shrinkTo: 12 },
      { title: 'Audio', shrinkTo: 12 },
      { title: 'Origin' },
    ],
    rows: devices.map(({ id, name, enabled, video, audio, builtIn }) => [
      id,
      name,
      enabled ? { text: 'yes', style: 'green' } : { text: 'no', style: 'dim' },
      codecs(video),
      codecs(audio),
      builtIn ? { text: 'built in', style: 'dim' } : 'own',
    ]),
  });
}
