import { createHash } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { errorCodeOf } from '../files/error-code-of.ts';
import { processState } from './process-identity.ts';
import type { ThisSystem } from './this-system.ts';

export const lockOwnerSchema = z.object({
  pid: z.int().positive(),
  /** See `processState`. */
  started: z.string().nullable(),
  /** For people; a machine may change its name. */
  host: z.string(),
  /** See `machineId`. */
  machine: z.string().optional(),
  /** Random, so that two locks are never taken for the same. */
  id: z.string().min(1),
});
export type LockOwner = Readonly<z.infer<typeof lockOwnerSchema>>;

/** A lock as it was found. */
export interface FoundLock {
  readonly text: string;
  /** null: what is in the file is not a lock's content. */
  readonly owner: LockOwner | null;
  /** The same content has the same key. */
  readonly key: string;
}

/** Creates the lock with its content in one step; false: there is one. */
export async function createLock(path: string, owner: LockOwner): Promise<boolean> {
  const text = JSON.stringify(owner);
  const temporary = `${path}-${owner.id}`;
  try {
    await writeNew(temporary, text);
    return await attempt(() => link(temporary, path));
  } catch (error) {
    if (!NO_LINKS.has(errorCodeOf(error) ?? '')) throw error;
    // for a moment others find it empty, see `readsAsUnfinished`
    return await attempt(() => writeNew(path, text));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** File systems without hard links: FAT, some network shares. */
const NO_LINKS = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EISDIR',
  'UNKNOWN',
]);

async function attempt(create: () => Promise<void>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** null: there is none (any more). */
export async function readLock(path: string): Promise<FoundLock | null> {
  try {
    const text = await readFile(path, 'utf8');
    const key = createHash('sha256').update(text).digest('hex').slice(0, 16);
    return { text, owner: parseOwner(text), key };
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseOwner(text: string): LockOwner | null {
  try {
    const parsed = lockOwnerSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether the owner still runs. Another machine's processes cannot be looked at, so they are taken to run. */
export async function isAlive(
  owner: LockOwner,
  self: LockOwner,
  system: ThisSystem,
): Promise<boolean> {
  if (isElsewhere(owner, self)) return true;
  const now = await processState(owner.pid, system);
  if (now.state === 'gone') return false;
  return owner.started === null || now.started === null || owner.started === now.started;
}

export function isElsewhere(owner: LockOwner, self: LockOwner): boolean {
  if (owner.machine === undefined) return owner.host !== self.host;
  return owner.machine !== self.machine;
}

export async function removeLock(path: string, text: string): Promise<void> {
  const found = await readLock(path);
  if (found?.text === text) await rm(path, { force: true });
}
