import type { MediaStatus } from '../../core/catalog/query.ts';

/** In the order in which a filter offers them. */
export const mediaStatuses: readonly MediaStatus[] = [
  'ready',
  'converting',
  'queued',
  'new',
  'outdated',
  'failed',
  'missing',
];
