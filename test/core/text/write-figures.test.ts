import { describe, expect, it } from 'vitest';
import { writeBytes, writeDuration, writeIsoDuration } from '../../../core/text/write-figures.ts';

describe('figures for people', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [12_400, '12 kB'],
    [999_600, '1.0 MB'],
    [1_250_000_000, '1.3 GB'],
    [5e15, '5000 TB'],
  ])('write %d bytes as %s', (bytes, text) => {
    expect(writeBytes(bytes)).toBe(text);
  });

  it.each([
    [0, '0:00', 'PT0S'],
    [59.6, '1:00', 'PT1M'],
    [754, '12:34', 'PT12M34S'],
    [3600, '1:00:00', 'PT1H'],
    [3723.2, '1:02:03', 'PT1H2M3S'],
  ])('write %d seconds as %s and %s', (seconds, text, iso) => {
    expect(writeDuration(seconds)).toBe(text);
    expect(writeIsoDuration(seconds)).toBe(iso);
  });
});
