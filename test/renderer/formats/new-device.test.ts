import { expect, it } from 'vitest';
import { findDeviceProblems } from '../../../core/devices/find-device-problems.ts';
import { NEW_DEVICE } from '../../../renderer/formats/new-device.ts';

it('starts a new device with limits that have no fault', () => {
  expect(findDeviceProblems({ ...NEW_DEVICE, id: 'new', name: 'Mine' })).toEqual([]);
});
