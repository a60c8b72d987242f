import type { Engine } from '../engine.ts';

/** What the host needs of an engine. */
export type HttpEngine = Pick<
  Engine,
  'router' | 'version' | 'paths' | 'catalog' | 'importer' | 'ids' | 'clock' | 'logger'
>;
