import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { BUILT_IN_DEVICES } from '../core/devices/built-in-devices.ts';
import { BUILT_IN_FORMAT_SETS, BUILT_IN_FORMATS } from '../core/formats/built-in-formats.ts';
import type { Catalog } from './catalog/catalog.ts';
import { errorCodeOf } from './files/error-code-of.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';
import { settingsOf } from './planner.ts';

/** Rises when `core/planning` decides otherwise from the same input. */
const PLANNING_VERSION = 3;

/** A fingerprint of everything besides the media itself that a plan depends on. */
export function planBasis(catalog: Catalog, encoders: ReadonlySet<string>): string {
  const { videoFormatSetId, audioFormatSetId, disabledDeviceIds } = settingsOf(catalog);
  const basis = [
    PLANNING_VERSION,
    BUILT_IN_FORMATS,
    BUILT_IN_FORMAT_SETS,
    BUILT_IN_DEVICES,
    [...catalog.all('formats').values()],
    [...catalog.all('formatSets').values()],
    [...catalog.all('devices').values()],
    [videoFormatSetId, audioFormatSetId, disabledDeviceIds],
    [...encoders].toSorted(),
  ];
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}

/** null: never written, so that everything is planned anew. */
export async function readPlanBasis(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

export async function writePlanBasis(path: string, basis: string): Promise<void> {
  await writeFileAtomically(path, `${basis}\n`);
}

export async function removePlanBasis(path: string): Promise<void> {
  await rm(path, { force: true });
}
