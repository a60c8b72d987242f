import type { Output } from '../model/plan.ts';

/** Two outputs with the same text make the same file of the same master. A format's name does not count. */
export function fingerprintOutput(output: Omit<Output, 'fingerprint' | 'formatName'>): string {
  const text = canonicalJson(output);
  return [0x9e3779b9, 0x85ebca6b].map((seed) => hash53(text, seed)).join('');
}

/** JSON with sorted keys, so that the order of writing does not count. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** 53 bits of two 32-bit multiply-and-xor lanes; not cryptographic, no one gains by a collision. */
function hash53(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  const mixedHigh =
    Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^
    Math.imul(mixedHigh ^ (mixedHigh >>> 13), 0xc2b2ae35);
  const wide = 0x1_0000_0000 * (mixedLow & 0x1fffff) + (mixedHigh >>> 0);
  return wide.toString(16).padStart(14, '0');
}
