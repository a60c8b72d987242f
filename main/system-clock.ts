import { randomInt } from 'node:crypto';
import type { Clock, Ids } from './clock.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 16;

export function createClock(): Clock {
  return { now: () => Date.now() };
}

/** 36^16 ≈ 8 × 10²⁴ ids: two of a million alike once in 10¹³ libraries. */
export function createIds(): Ids {
  return {
    next: () =>
      Array.from({ length: ID_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  };
}
