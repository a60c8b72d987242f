import { stat } from 'node:fs/promises';
import type { Master } from '../../core/model/media.ts';

/** What tells cheaply whether a file can still be the one that was hashed. */
export interface MasterStat {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** null when there is no regular file, for whatever reason: a drive that is gone answers in many ways. */
export async function statMaster(path: string): Promise<MasterStat | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? { sizeBytes: found.size, modifiedMs: found.mtimeMs } : null;
  } catch {
    return null;
  }
}

export function isUntouched(master: Pick<Master, keyof MasterStat>, found: MasterStat): boolean {
  return master.sizeBytes === found.sizeBytes && master.modifiedMs === found.modifiedMs;
}
