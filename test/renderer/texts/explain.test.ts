import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type ErrorCode } from '../../../core/errors/error-codes.ts';
import { explainReason } from '../../../core/planning/explain-reason.ts';
import { REASON_CODES, type ReasonCode } from '../../../core/planning/reason-codes.ts';
import { deErrors } from '../../../renderer/texts/de-errors.ts';
import { deReasons } from '../../../renderer/texts/de-reasons.ts';
import { explain, explainError } from '../../../renderer/texts/explain.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';

const german = chooseLanguage('de', ['de-DE']);
const english = chooseLanguage('en', ['en-GB']);

describe('the German sentences', () => {
  it('stand for every reason code and end like sentences', () => {
    const codes = Object.keys(REASON_CODES) as ReasonCode[];
    expect(Object.keys(deReasons).sort()).toEqual([...codes].sort());
    expect(codes.filter((code) => !/^[\p{Lu}\d{].*\.$/su.test(deReasons[code]))).toEqual([]);
  });

  it('stand for every error code, with what it means and what to do', () => {
    const codes = Object.keys(ERROR_CODES) as ErrorCode[];
    expect(Object.keys(deErrors).sort()).toEqual([...codes].sort());
    const silent = codes.filter((code) => {
      const { summary, advice } = deErrors[code];
      const { summary: inEnglish } = ERROR_CODES[code];
      return !summary.endsWith('.') || !advice.endsWith('.') || summary === String(inEnglish);
    });
    expect(silent).toEqual([]);
  });

  it('ask for no fact that the engine does not give', () => {
    const asked = (tell: (facts: Record<string, number>) => unknown) => {
      const names = new Set<string>();
      tell(new Proxy({}, { get: (_, name) => names.add(String(name)).size }));
      return [...names].sort();
    };
    for (const code of Object.keys(REASON_CODES) as ReasonCode[]) {
      const inGerman = asked((facts) => explain({ code, facts }, german));
      expect([code, inGerman]).toEqual([code, asked((facts) => explainReason({ code, facts }))]);
    }
  });

  it('carry the facts in German figures', () => {
    const reason = (code: ReasonCode, facts: Record<string, string | number>) =>
      explain({ code, facts }, german);
    expect(reason('bitrate-too-high', { value: 7_500_000, limit: 4_000_000 })).toBe(
      '7,5 Mb/s sind mehr als die 4 Mb/s, die es liest.',
    );
    expect(reason('mixed-down', { channels: 6, toChannels: 2 })).toBe(
      'Der Ton des Originals (5.1) wird auf Stereo herabgemischt.',
    );
    expect(reason('rate-from-master', { bitrateBps: 96_000, stream: 'sound' })).toContain(
      'was das Original an Ton enthält',
    );
    expect(reason('sample-rate-too-high', { value: 96_000, limit: 44_100 })).toBe(
      '96 kHz liegen über seinen 44,1 kHz.',
    );
  });

  it('give way to the English meaning when a fact is missing', () => {
    expect(explain({ code: 'same-as-other', facts: {} }, german)).toBe(
      REASON_CODES['same-as-other'].meaning,
    );
  });

  it('leave English as the engine says it', () => {
    const facts = { value: 7_500_000, limit: 4_000_000 };
    expect(explain({ code: 'bitrate-too-high', facts }, english)).toBe(
      '7.5 Mb/s are more than the 4 Mb/s it reads.',
    );
    expect(explainError('conversion/disk-full', english).advice).toBe('Free space, then retry.');
  });
});
