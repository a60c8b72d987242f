import { fileURLToPath } from 'node:url';
import type { WorkerName } from '../../core/work/worker-names.ts';
import { outsideArchive } from './outside-archive.ts';

/**
 * Workers are started by file: as TypeScript in a checkout, as built JavaScript in a package, where this module
 * is built too and keeps its place relative to them. Threads cannot be started from inside an Electron archive.
 */
export function workerFile(name: WorkerName): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return outsideArchive(
    fileURLToPath(new URL(`../../workers/${name}.${extension}`, import.meta.url)),
  );
}
