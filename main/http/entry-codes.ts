import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { createToken } from './access-token.ts';

/** Long enough for a browser that has to start first. */
const LIFETIME_MS = 60_000;

/**
 * Codes that let one browser in, once. They stand in the command line that opens it, which everyone on the machine
 * can read; the token must never stand there.
 */
export interface EntryCodes {
  issue(): string;
  /** Whether it lets in; it does so no second time. */
  redeem(code: string): boolean;
}

export function createEntryCodes(clock: Clock): EntryCodes {
  /** By hash, so that looking one up tells nothing of the others. */
  const expiriesMs = new Map<string, number>();

  return {
    issue() {
      const now = clock.now();
      for (const [hash, expiryMs] of expiriesMs) if (expiryMs <= now) expiriesMs.delete(hash);
      const code = createToken();
      expiriesMs.set(hashOf(code), now + LIFETIME_MS);
      return code;
    },
    redeem(code) {
      const hash = hashOf(code);
      const expiryMs = expiriesMs.get(hash) ?? 0;
      expiriesMs.delete(hash);
      return clock.now() < expiryMs;
    },
  };
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64');
}
