import { createHash } from 'node:crypto';

/** Any path as an id; 128 bits, so that no two paths share one. */
export function pathIdOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32);
}
