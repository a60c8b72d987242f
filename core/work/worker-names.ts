/** The entry files in `workers/`: loaded by path, and built each for itself into a package. */
export const WORKER_NAMES = ['probe', 'hash', 'inspect', 'convert', 'image', 'caption'] as const;

export type WorkerName = (typeof WORKER_NAMES)[number];
