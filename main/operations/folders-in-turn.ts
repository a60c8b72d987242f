import { createSerial, type Serial } from '../catalog/serial.ts';

const serials = new WeakMap<object, Serial>();

/**
 * Saves a folder to publish into or to watch. Whether it may stand beside the others is asked of the disk, so
 * two that are saved at once would both find the other one missing: they come one after the other.
 */
export function saveFolderInTurn<T>(catalog: object, save: () => Promise<T>): Promise<T> {
  const serial = serials.get(catalog) ?? createSerial();
  serials.set(catalog, serial);
  return serial(save);
}
