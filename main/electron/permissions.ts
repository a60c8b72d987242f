import { isOwnAddress } from './app-scheme.ts';

/** Copying embed code and the player's full screen; cameras, notifications, devices and the rest are never needed. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

export function allowsPermission(permission: string, address: string): boolean {
  return ALLOWED.has(permission) && isOwnAddress(address);
}
