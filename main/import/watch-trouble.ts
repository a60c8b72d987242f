import { errorCodeOf } from '../files/error-code-of.ts';

/** What a watcher complains about, and so what is to be done about it. */
export type WatchTrouble =
  /** Watches or handles are used up: there is no use in asking the system again. */
  | { readonly kind: 'used-up'; readonly code: string }
  /** A folder inside may not be read; the others are watched all the same. */
  | { readonly kind: 'unreadable'; readonly path: string }
  | { readonly kind: 'other' };

const USED_UP = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);
const NO_PERMISSION = new Set(['EACCES', 'EPERM']);

export function watchTroubleOf(error: unknown): WatchTrouble {
  const code = errorCodeOf(error) ?? '';
  if (USED_UP.has(code)) return { kind: 'used-up', code };
  const path = pathOf(error);
  if (NO_PERMISSION.has(code) && path !== null) return { kind: 'unreadable', path };
  return { kind: 'other' };
}

function pathOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('path' in error)) return null;
  return typeof error.path === 'string' ? error.path : null;
}
