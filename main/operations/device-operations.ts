import { offeredDevices } from '../../core/catalog/offer.ts';
import { settingsPatch } from '../../core/catalog/settings-patch.ts';
import { BUILT_IN_DEVICES } from '../../core/devices/built-in-devices.ts';
import { findDeviceProblems } from '../../core/devices/find-device-problems.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Device } from '../../core/model/device.ts';
import { createSerial } from '../catalog/serial.ts';
import { settingsOf } from '../planner.ts';
import type { Implementer } from './implementer.ts';
import type { OperationNeeds } from './needs.ts';
import { parseDevicesFile } from './parse-devices-file.ts';
import { refuseProblems } from './refuse-problems.ts';
import { notFound } from './require-record.ts';

export function deviceOperations({ devices }: Implementer, { catalog }: OperationNeeds) {
  const oneByOne = createSerial();
  const list = () =>
    offeredDevices(catalog.all('devices').values(), settingsOf(catalog).disabledDeviceIds);
  const get = (id: string) => {
    const device = list().find((one) => one.id === id);
    if (device === undefined) throw notFound('devices', id);
    return device;
  };
  const put = (records: readonly Device[]) =>
    catalog.commit(
      records.map((record) => ({ type: 'put', collection: 'devices', record }) as const),
    );

  /** The list is changed from what it is when all changes before have been made. */
  const setEnabled = (id: string, enabled: boolean) =>
    oneByOne(async () => {
      const others = settingsOf(catalog).disabledDeviceIds.filter((one) => one !== id);
      const disabledDeviceIds = enabled ? others : [...others, id];
      await catalog.commit([settingsPatch({ disabledDeviceIds })]);
    });

  return {
    list: devices.list.handler(list),
    save: devices.save.handler(async ({ input }) => {
      refuseBuiltIn(input.id, input.name);
      const device = { ...input, builtIn: false, enabled: true };
      refuseProblems(device.name, findDeviceProblems(device));
      await put([device]);
      return get(input.id);
    }),
    setEnabled: devices.setEnabled.handler(async ({ input }) => {
      const device = get(input.id);
      if (device.enabled !== input.enabled) await setEnabled(device.id, input.enabled);
      return get(input.id);
    }),
    remove: devices.remove.handler(async ({ input: { id } }) => {
      refuseBuiltIn(id, get(id).name);
      // without this the next device of that id would start switched off
      if (!get(id).enabled) await setEnabled(id, true);
      await catalog.commit([{ type: 'remove', collection: 'devices', id }]);
      return {};
    }),
    import: devices.import.handler(async ({ input }) => {
      const { devices: records, ...said } = parseDevicesFile(input.json, list());
      if (records.length > 0) await put(records);
      return { deviceIds: records.map(({ id }) => id), ...said };
    }),
    export: devices.export.handler(({ input: { deviceIds } }) => ({
      avlogue: 'devices' as const,
      version: 1 as const,
      devices: deviceIds?.map(get) ?? list().filter(({ builtIn }) => !builtIn),
    })),
  };
}

function refuseBuiltIn(id: string, name: string): void {
  if (!BUILT_IN_DEVICES.some((device) => device.id === id)) return;
  throw new AppError(
    'format/built-in',
    `The device “${name}” is built in and cannot be changed. Switch it off, or add your own.`,
    { details: { id } },
  );
}
