import type { SiteLanguage } from '../model/site-language.ts';

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units as file managers and browsers show them: `840 bytes`, `1.2 MB`; in German `1,2 MB`. */
export function writeBytes(sizeBytes: number, language: SiteLanguage = 'en'): string {
  const german = language === 'de';
  if (sizeBytes < 1000) return `${Math.round(sizeBytes)} ${german ? 'Byte' : 'bytes'}`;
  let value = sizeBytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const figure = value < 10 ? value.toFixed(1) : `${Math.round(value)}`;
  return `${german ? figure.replace('.', ',') : figure} ${UNITS[unit]}`;
}

/** `0:07`, `12:34`, `1:02:03`. */
export function writeDuration(durationSeconds: number): string {
  const whole = Math.round(durationSeconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = String(whole % 60).padStart(2, '0');
  return hours === 0
    ? `${minutes}:${seconds}`
    : `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

/** ISO 8601, as schema.org wants it: `PT1H2M3S`; fractions are rounded. */
export function writeIsoDuration(durationSeconds: number): string {
  const whole = Math.round(durationSeconds);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 3600), 'H'],
    [Math.floor(whole / 60) % 60, 'M'],
    [whole % 60, 'S'],
  ];
  const written = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value}${unit}`);
  return `PT${written.length === 0 ? '0S' : written.join('')}`;
}
