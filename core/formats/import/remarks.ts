import type { SentenceTable } from '../../text/sentence-table.ts';

/** What is said of an import besides what came in. */
export const IMPORT_REMARKS = {
  'format-there': 'The format “{name}” is there already.',
  'format-set-there': 'The format set “{name}” is there already.',
  'device-there': 'The device “{name}” is there already.',
  'format-renamed': 'The format “{name}” came in as {newId}, since {id} is taken.',
  'format-set-renamed': 'The format set “{name}” came in as {newId}, since {id} is taken.',
  'device-renamed': 'The device “{name}” came in as {newId}, since {id} is taken.',
  /** A format of it is left out; `problem` is the code, its facts stand beside it. */
  'set-without': 'The format set “{name}”: {why}',
  /** `place` in the list of rows left out, from 0 on. */
  'left-out': '{text}',
  /** What changed in a fixture of the old AVlogue; in English only. */
  fixture: '{text}',
} as const satisfies SentenceTable<string>;

export type ImportRemarkCode = keyof typeof IMPORT_REMARKS;
