import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../core/errors/app-error.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import {
  createLock,
  type FoundLock,
  isAlive,
  isElsewhere,
  type LockOwner,
  readLock,
  removeLock,
} from './lock-file.ts';
import { machineId } from './machine-id.ts';
import { processState } from './process-identity.ts';
import { type ThisSystem, thisSystem } from './this-system.ts';

/** One owner per library, whatever else runs on this machine. */
export interface LibraryLock {
  release(): Promise<void>;
}

const RETRY_MS = 15;
/** Taking a dead owner's lock over takes some milliseconds; who waits for longer than this gives up. */
const PATIENCE_MS = 5_000;
/** A lock that is being written where there are no hard links is unreadable for less than this. */
const UNFINISHED_MS = 2_000;
/** No one takes this long to get a lock. */
const LEFT_OVER_MS = 60_000;
/** A taker-over that died while taking over from one that died …: no one dies that often. */
const DEEPEST_CLAIM = 4;

/**
 * A lock whose owner has ended is taken over. To remove it one must first hold a lock named after its content,
 * so that a slow process can never remove the lock that a quicker one has put in its place meanwhile.
 * @throws AppError catalog/locked with the owner's pid and host
 */
export async function acquireLock(
  path: string,
  system: ThisSystem = thisSystem(),
): Promise<LibraryLock> {
  const self = await thisProcess(system);
  await acquire(path, { self, system, depth: 0 });
  await removeLeftOvers(path);
  return { release: () => removeLock(path, JSON.stringify(self)) };
}

/** What processes left that were killed within the few milliseconds of getting or taking over a lock. */
async function removeLeftOvers(path: string): Promise<void> {
  const folder = dirname(path);
  const isOther = (name: string) => /^[-.]/.test(name.slice(basename(path).length));
  const names = (await readdir(folder)).filter((name) => name.startsWith(basename(path)));
  for (const other of names.filter(isOther).map((name) => join(folder, name))) {
    if ((await ageMs(other)) > LEFT_OVER_MS) await removeQuietly(other);
  }
}

async function ageMs(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

async function thisProcess(system: ThisSystem): Promise<LockOwner> {
  const [state, machine] = await Promise.all([
    processState(process.pid, system),
    machineId(system),
  ]);
  return {
    pid: process.pid,
    started: state.state === 'running' ? state.started : null,
    host: system.host,
    machine,
    id: randomBytes(12).toString('hex'),
  };
}

interface Taker {
  readonly self: LockOwner;
  readonly system: ThisSystem;
  readonly depth: number;
}

async function acquire(path: string, taker: Taker): Promise<void> {
  const { self } = taker;
  for (let waited = 0; !(await createLock(path, self)); ) {
    const found = await readLock(path);
    if (found === null) continue;
    if (await isStale(path, found, taker)) {
      if (await removeStale(path, found, taker)) continue;
    } else if (found.owner !== null) {
      throw lockedBy(path, found.owner, self);
    }
    if (waited >= PATIENCE_MS) throw lockedBy(path, found.owner, self);
    await wait(RETRY_MS);
    waited += RETRY_MS;
  }
}

async function isStale(path: string, found: FoundLock, { self, system }: Taker): Promise<boolean> {
  if (found.owner !== null) return !(await isAlive(found.owner, self, system));
  return !(await readsAsUnfinished(path, found));
}

async function readsAsUnfinished(path: string, found: FoundLock): Promise<boolean> {
  return found.text === '' && (await ageMs(path)) < UNFINISHED_MS;
}

/** false: another process is at it. */
async function removeStale(path: string, found: FoundLock, taker: Taker): Promise<boolean> {
  const { self, depth } = taker;
  if (depth >= DEEPEST_CLAIM) return false;
  const claim = `${path}.${found.key}`;
  try {
    await acquire(claim, { ...taker, depth: depth + 1 });
  } catch (error) {
    if (error instanceof AppError && error.code === 'catalog/locked') return false;
    throw error;
  }
  try {
    await removeLock(path, found.text);
    return true;
  } finally {
    await removeLock(claim, JSON.stringify(self));
  }
}

function lockedBy(path: string, owner: LockOwner | null, self: LockOwner): AppError {
  const { pid = null, host = null } = owner ?? {};
  const elsewhere = owner !== null && isElsewhere(owner, self);
  const who = pid === null ? 'Another process' : `Process ${pid}${elsewhere ? ` on ${host}` : ''}`;
  const advice = elsewhere
    ? `Stop it there; if that machine no longer uses the library, delete ${path}.`
    : `Use that one, or stop it first; if it is not AVlogue, delete ${path}.`;
  return new AppError('catalog/locked', `${who} owns this library. ${advice}`, {
    details: { pid, host, path },
  });
}
