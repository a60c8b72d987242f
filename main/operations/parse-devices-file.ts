import { z } from 'zod';
import { findDeviceProblems } from '../../core/devices/find-device-problems.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { fault } from '../../core/formats/format-problem.ts';
import { createImportReport, type ImportSaid } from '../../core/formats/import/import-report.ts';
import { canonicalText } from '../../core/formats/import/imported-formats.ts';
import { nameOfRow } from '../../core/formats/import/left-out.ts';
import { makeId } from '../../core/formats/import/make-id.ts';
import { refuseManyRows } from '../../core/formats/import/most-rows.ts';
import { type Device, deviceSchema } from '../../core/model/device.ts';

export interface ParsedDevices extends ImportSaid {
  /** New ones, with ids that no other has. */
  readonly devices: readonly Device[];
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
  const report = createImportReport();
  const rows = parseFile(json);
  refuseManyRows(rows);
  const nameByText = new Map(shelf.toReversed().map((each) => [textOf(each), each.name]));
  for (const [index, row] of rows.entries()) {
    const parsed = deviceSchema.safeParse(row);
    const problem = findDeviceProblems(row).find(({ severity }) => severity === 'error');
    if (!parsed.success || problem !== undefined) {
      const { field, code, facts, message } = problem ?? fault('', 'schema');
      const place = { what: 'device', row: index + 1, name: nameOfRow(row), field } as const;
      report.leaveOut({ ...place, message, problem: { code, facts } });
      continue;
    }
    const text = textOf(parsed.data);
    const twin = nameByText.get(text);
    if (twin !== undefined) {
      report.note('device-there', { name: twin });
      continue;
    }
    const { id: given, name } = parsed.data;
    const id = makeId(given, 'device', taken);
    const device = { ...parsed.data, id, builtIn: false, enabled: true };
    devices.push(device);
    nameByText.set(textOf(device), name);
    if (id !== given) report.note('device-renamed', { name, newId: id, id: given });
  }
  return { devices, ...report.said() };
}

/** The same for devices that are the same. Whether one is switched on is a matter of each library. */
function textOf(device: Device): string {
  return canonicalText({ ...device, builtIn: false, enabled: true });
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
