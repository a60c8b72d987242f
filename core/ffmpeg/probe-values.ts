import type { ProbeTags } from './probe-schema.ts';

/** null for `N/A`, nothing, and what is no finite number. */
export function parseNumber(value: string | number | undefined): number | null {
  if (value === undefined || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function parsePositive(value: string | number | undefined): number | null {
  const number = parseNumber(value);
  return number !== null && number > 0 ? number : null;
}

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** `30000/1001` or `4:3`; null when either side is zero, negative or no integer. */
export function parseRatio(text: string | undefined): Ratio | null {
  const [, numerator, denominator] = /^(\d{1,10})[/:](\d{1,10})$/.exec(text ?? '') ?? [];
  const ratio = { numerator: Number(numerator ?? 0), denominator: Number(denominator ?? 0) };
  return ratio.numerator > 0 && ratio.denominator > 0 ? ratio : null;
}

/** `unknown`, `unspecified`, `reserved` and nothing are all null. */
export function parseKnown(text: string | number | undefined): string | null {
  if (text === undefined) return null;
  const known = String(text).trim();
  return /^(|n\/a|none|unknown|unspecified|reserved|undefined)$/i.test(known) ? null : known;
}

const LONGEST_TAG = 2_000;

/** One tag by any of its names, whatever their case; control characters become spaces. */
export function readTag(tags: ProbeTags, ...names: readonly string[]): string | null {
  const entries = Object.entries(tags ?? {});
  for (const name of names) {
    const value = entries.find(([key]) => key.toLowerCase() === name)?.[1];
    const text = typeof value === 'string' ? withoutControls(value) : '';
    if (text !== '') return text;
  }
  return null;
}

function withoutControls(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TAG)
    .toWellFormed();
}

/** Matroska's own statistics: `DURATION=00:00:05.000000000`, with or without a language behind the name. */
export function readDurationTag(tags: ProbeTags): number | null {
  const text = readTag(tags, 'duration', 'duration-eng');
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text ?? '') ?? [];
  if (hours === undefined) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
