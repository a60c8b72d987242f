import type { SentenceTable } from '../text/sentence-table.ts';

/** What the doctor finds, well or not. */
export const CHECKS = {
  'tool-found': ['{tool} {version} at {path}.', '{tool} of an unknown version at {path}.'],
  'tool-missing': 'No working {tool} was found. Install it, or set its path in the settings.',
  'formats-available': 'FFmpeg has an encoder for every format.',
  'formats-lacking': 'FFmpeg lacks encoders for: {formatIds}. Install a full FFmpeg for them.',
  'library-writable': 'The library at {path} can be written.',
  'library-read-only': 'The library at {path} cannot be written. Mend its permissions.',
  'space-unknown': 'The system does not tell how much space is free.',
  'space-low': 'Only {freeBytes:bytes} are free for the library.',
  'space-enough': '{freeBytes:bytes} are free for the library.',
  'catalog-whole': 'The catalog is whole.',
  'catalog-repaired':
    'The catalog was repaired at the start, in {notices} {notices?place|places}; see the notes on it.',
} as const satisfies SentenceTable<string>;

export type CheckCode = keyof typeof CHECKS;
