import { describe, expect, it } from 'vitest';
import { catalogNotice } from '../../../core/catalog/notices.ts';
import type { Skipped } from '../../../core/contract/jobs.ts';
import {
  explainCheck,
  explainEvent,
  explainNotice,
  explainSkipped,
  explainTool,
} from '../../../renderer/texts/explain-system.ts';
import { chooseLanguage } from '../../../renderer/texts/language.ts';

const german = chooseLanguage('de', ['de-DE']);
const english = chooseLanguage('en', ['en-GB']);

const candidate = {
  source: 'system',
  path: '/usr/bin/ffprobe',
  works: true,
  version: '4.0.2',
  code: 'used-newest',
  facts: { leastMajor: 7 },
  reason: 'Used: the newest that works, though older than ffmpeg 7.',
} as const;

it('tells in German why a tool is used, with what speaks against it', () => {
  expect(explainTool(candidate, german)).toBe(
    'Verwendet: das neueste, das funktioniert, auch wenn es älter als ffmpeg 7 ist.',
  );
  expect(explainTool({ ...candidate, facts: { leastMajor: null } }, german)).toBe(
    'Verwendet: das neueste, das funktioniert.',
  );
  expect(explainTool(candidate, english)).toBe(candidate.reason);
});

it('writes sizes of a check as German does, and falls back to the engine’s sentence', () => {
  const check = {
    name: 'Free space',
    ok: true,
    code: 'space-enough',
    facts: { freeBytes: 2.5e9 },
    message: '2.5 GB are free for the library.',
  } as const;
  expect(explainCheck(check, german)).toBe('Für die Mediathek sind 2,5\u00a0GB frei.');
  expect(explainCheck({ ...check, facts: {} }, german)).toBe(check.message);
});

it('counts in German: none, one and many', () => {
  const told = [1, 2].map((lines) =>
    explainNotice(catalogNotice('lines-damaged', { path: 'x', lines }), german),
  );
  expect(told).toEqual([
    '1 Zeile von x ist beschädigt. Alle anderen blieben erhalten.',
    '2 Zeilen von x sind beschädigt. Alle anderen blieben erhalten.',
  ]);
});

describe('what the engine tells by itself', () => {
  const event = { type: 'notice', level: 'warning', message: 'in English' } as const;

  it('is told in German from code and facts, be it a notice or an error', () => {
    const gone = { ...event, code: 'folder-gone', details: { path: '/clips' } };
    expect(explainEvent(gone, german)).toBe(
      'Der Ordner /clips ist nicht da. Er wird wieder aufgenommen, sobald er zurück ist.',
    );
    const failed = {
      ...event,
      code: 'conversion/ffmpeg-failed',
      details: { title: 'Tide', path: '/a.mov' },
    };
    expect(explainEvent(failed, german)).toBe(
      'FFmpeg endete mit einem Fehler. Titel: Tide. Pfad: /a.mov. Sehen Sie seine letzten Zeilen im Protokoll an.',
    );
  });

  it('is the engine’s sentence where a fact or the code is not known', () => {
    expect(explainEvent({ ...event, code: 'folder-gone' }, german)).toBe('in English');
    expect(explainEvent({ ...event, code: 'of-tomorrow' }, german)).toBe('in English');
    expect(explainEvent({ ...event, code: 'folder-gone', details: { path: 'x' } }, english)).toBe(
      'in English',
    );
  });
});

describe('why nothing was queued', () => {
  const skip = (code: Skipped['code'], facts: Skipped['facts'] = {}): Skipped => ({
    mediaId: 'm',
    code,
    facts,
    reason: 'unused',
  });

  it('is told of one media with what it concerns', () => {
    const one = [skip('master-missing', { path: '/a.mov' })];
    expect(explainSkipped(one, german)).toMatch(/^Sein Original \/a\.mov fehlt\./);
    expect(explainSkipped(one, english)).toMatch(/^Its master \/a\.mov is missing\./);
  });

  it('is counted by reason for several', () => {
    const several = [
      skip('in-queue'),
      skip('master-missing', { path: '/a.mov' }),
      skip('in-queue'),
    ];
    expect(explainSkipped(several, english)).toBe(
      'Nothing was queued. 2 × It is in the queue already. 1 × Its master is missing. Bring it back or connect its drive.',
    );
    expect(explainSkipped(several, german)).toMatch(
      /^Nichts wurde eingereiht\. 2 × Es ist schon in der Warteschlange\. 1 × Sein Original fehlt\./,
    );
  });
});
