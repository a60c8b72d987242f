import { z } from 'zod';
import type { LeftOutRow } from '../../core/contract/formats.ts';
import { findDeviceProblems } from '../../core/devices/find-device-problems.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { canonicalText } from '../../core/formats/import/imported-formats.ts';
import { describeLeftOut, nameOfRow } from '../../core/formats/import/left-out.ts';
import { makeId } from '../../core/formats/import/make-id.ts';
import { type Device, deviceSchema } from '../../core/model/device.ts';

export interface ParsedDevices {
  /** New ones, with ids that no other has. */
  readonly devices: readonly Device[];
  readonly leftOut: readonly LeftOutRow[];
  /** What was renamed, found again or left out, in words. */
  readonly notes: readonly string[];
}

const VERSION = 1;

/** Rows stay unknown, so that one that is wrong does not cost the others. */
const fileSchema = z.object({
  avlogue: z.literal('devices'),
  version: z.number(),
  devices: z.array(z.unknown()).readonly(),
});

/**
 * What `devices.export` wrote; `shelf` is what is there already, built-in ones included, and nothing of it is
 * written over. @throws AppError format/import-unreadable
 */
export function parseDevicesFile(json: string, shelf: readonly Device[]): ParsedDevices {
  const taken = new Set(shelf.map(({ id }) => id));
  const devices: Device[] = [];
  const leftOut: LeftOutRow[] = [];
  const notes: string[] = [];
  for (const [index, row] of parseFile(json).entries()) {
    const parsed = deviceSchema.safeParse(row);
    const fault = findDeviceProblems(row).find(({ severity }) => severity === 'error');
    if (!parsed.success || fault !== undefined) {
      const { field, message } = fault ?? { field: '', message: 'It is not readable.' };
      const left = {
        what: 'device',
        row: index + 1,
        name: nameOfRow(row),
        field,
        message,
      } as const;
      leftOut.push(left);
      notes.push(describeLeftOut(left));
      continue;
    }
    const twin = [...shelf, ...devices].find((each) => isSame(each, parsed.data));
    if (twin !== undefined) {
      notes.push(`The device “${twin.name}” is there already.`);
      continue;
    }
    const id = makeId(parsed.data.id, 'device', taken);
    devices.push({ ...parsed.data, id, builtIn: false, enabled: true });
    const { id: given, name } = parsed.data;
    if (id !== given) notes.push(`The device “${name}” came in as ${id}, since ${given} is taken.`);
  }
  return { devices, leftOut, notes };
}

/** Whether it is switched on is a matter of each library. */
function isSame(a: Device, b: Device): boolean {
  const text = (device: Device) => canonicalText({ ...device, builtIn: false, enabled: true });
  return text(a) === text(b);
}

function parseFile(json: string): readonly unknown[] {
  const parsed = fileSchema.safeParse(parseJson(json));
  if (!parsed.success) throw unreadable('It is JSON, but no export of device profiles.');
  const { version, devices } = parsed.data;
  if (version === VERSION) return devices;
  throw unreadable(`It is of version ${version}, this AVlogue reads version ${VERSION}.`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw unreadable('It is not JSON.', cause);
  }
}

function unreadable(why: string, cause?: unknown): AppError {
  return new AppError(
    'format/import-unreadable',
    `The file cannot be imported. ${why} Export the device profiles again.`,
    { cause },
  );
}
