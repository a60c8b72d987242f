import { devicesFileSchema } from '../../core/contract/devices.ts';
import { BUILT_IN_DEVICES } from '../../core/devices/built-in-devices.ts';
import { findDeviceProblems } from '../../core/devices/find-device-problems.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Device } from '../../core/model/device.ts';

export interface ParsedDevices {
  readonly records: readonly Device[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/** @throws AppError format/import-unreadable */
export function parseDevicesFile(json: string): ParsedDevices {
  const { devices } = parseFile(json);
  const judged = devices.map((device) => ({ device, fault: faultOf(device) }));
  return {
    records: judged.flatMap(({ device, fault }) =>
      fault === null ? [{ ...device, builtIn: false, enabled: true }] : [],
    ),
    notes: judged.flatMap(({ device, fault }) =>
      fault === null ? [] : [`“${device.name}” was left out: ${fault}`],
    ),
  };
}

function faultOf(device: Device): string | null {
  if (BUILT_IN_DEVICES.some(({ id }) => id === device.id)) return 'it is built in.';
  const fault = findDeviceProblems(device).find(({ severity }) => severity === 'error');
  return fault === undefined ? null : `${fault.field}: ${fault.message}`;
}

function parseFile(json: string) {
  try {
    return devicesFileSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw new AppError(
      'format/import-unreadable',
      'This is not an export of AVlogue’s device profiles. Export them again.',
      { cause },
    );
  }
}
