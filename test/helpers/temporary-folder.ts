import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `await using folder = await temporaryFolder()`: gone with everything in it at the end of the test. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** A path inside it. */
  at(...names: string[]): string;
}

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'avlogue-test-'));
  return {
    path,
    at: (...names) => join(path, ...names),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}
