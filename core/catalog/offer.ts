import { BUILT_IN_DEVICES } from '../devices/built-in-devices.ts';
import { BUILT_IN_FORMAT_SETS, BUILT_IN_FORMATS } from '../formats/built-in-formats.ts';
import type { Device } from '../model/device.ts';
import type { Format, FormatSet } from '../model/format.ts';

/** Built-in formats first, then the user's own; a built-in id is never taken over. */
export function offeredFormats(own: Iterable<Format>): readonly Format[] {
  return merge(BUILT_IN_FORMATS, own);
}

export function offeredFormatSets(own: Iterable<FormatSet>): readonly FormatSet[] {
  return merge(BUILT_IN_FORMAT_SETS, own);
}

/** `enabled` says whether a rendition is promised; the settings alone decide it. */
export function offeredDevices(
  own: Iterable<Device>,
  disabledIds: Iterable<string>,
): readonly Device[] {
  const disabled = new Set(disabledIds);
  return merge(BUILT_IN_DEVICES, own).map((device) => ({
    ...device,
    enabled: !disabled.has(device.id),
  }));
}

function merge<R extends { readonly id: string; readonly builtIn: boolean }>(
  builtIn: readonly R[],
  own: Iterable<R>,
): readonly R[] {
  const taken = new Set(builtIn.map((record) => record.id));
  return [...builtIn, ...[...own].filter((record) => !taken.has(record.id))];
}
