import type { SentenceTable } from '../text/sentence-table.ts';

/** Why there is no use in a job for a media. */
export const QUEUE_REFUSALS = {
  'not-in-library': 'It is not in the library.',
  'in-queue': 'It is in the queue already.',
  'master-missing': [
    'Its master {path} is missing. Bring it back or connect its drive.',
    'Its master is missing. Bring it back or connect its drive.',
  ],
  'nothing-planned': 'Its plan holds nothing to make.',
  'all-there': 'Every wanted rendition is there already. Force the encoding if you want it anew.',
} as const satisfies SentenceTable<string>;

export type QueueRefusalCode = keyof typeof QUEUE_REFUSALS;
