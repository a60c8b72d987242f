import { devicesFileSchema } from '../../core/contract/devices.ts';
import { BUILT_IN_DEVICES } from '../../core/devices/built-in-devices.ts';
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
  const builtIn = new Set(BUILT_IN_DEVICES.map(({ id }) => id));
  return {
    records: devices
      .filter(({ id }) => !builtIn.has(id))
      .map((device) => ({ ...device, builtIn: false, enabled: true })),
    notes: devices
      .filter(({ id }) => builtIn.has(id))
      .map(({ name }) => `“${name}” is built in and was left as it is.`),
  };
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
