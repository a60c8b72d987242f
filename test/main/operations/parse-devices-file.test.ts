import { expect, test } from 'vitest';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { MOST_ROWS } from '../../../core/formats/import/most-rows.ts';
import { parseDevicesFile } from '../../../main/operations/parse-devices-file.ts';

/** So many devices that differ in their names alone. */
function fileOf(count: number): string {
  const [first] = BUILT_IN_DEVICES;
  const devices = Array.from({ length: count }, (_, n) => ({
    ...first,
    id: `d${n}`,
    name: `${n}`,
  }));
  return JSON.stringify({ avlogue: 'devices', version: 1, devices });
}

test('a file with as many devices as may be comes in without holding up the rest', () => {
  const { devices, leftOut } = parseDevicesFile(fileOf(MOST_ROWS), BUILT_IN_DEVICES);
  expect([devices.length, leftOut.length]).toEqual([MOST_ROWS, 0]);
});

test('a file with more is refused as a whole', () => {
  expect(() => parseDevicesFile(fileOf(MOST_ROWS + 1), [])).toThrow(
    `The file holds ${MOST_ROWS + 1} entries, and more than ${MOST_ROWS} at once are not imported.`,
  );
});
