import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCodeOf } from './error-code-of.ts';

const KINDS = {
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  EISDIR: 'not-a-file',
  ENOENT: 'missing',
  EIO: 'no-answer',
  ENXIO: 'no-answer',
  ESTALE: 'no-answer',
  EBUSY: 'in-use',
} as const;

type SystemCode = keyof typeof KINDS;
export type ObstacleKind = (typeof KINDS)[SystemCode];

/** What keeps a folder from being written, and where that stands: the folder itself or one above it. */
export interface WriteObstacle {
  readonly kind: ObstacleKind;
  readonly path: string;
  readonly systemCode: string;
}

/**
 * The reason behind a failed write into a folder; null when the system did not refuse for the folder's sake. What
 * the system said is not enough: making a folder on a read-only drive fails with ENOENT in Node.
 */
export async function findWriteObstacle(
  error: unknown,
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<WriteObstacle | null> {
  const code = errorCodeOf(error);
  if (!isKnown(code)) return null;
  const held = platform === 'win32' ? await heldFile(error, code) : null;
  if (held !== null) return { kind: 'in-use', path: held, systemCode: code };
  const asked = fieldOf(error, 'path') ?? folder;
  const place = await nearestPlace(asked);
  const isInTheWay = KINDS[code] === 'not-a-folder' || place.path !== asked;
  if (!place.isFolder && isInTheWay)
    return { kind: 'not-a-folder', path: place.path, systemCode: code };
  const found = code === 'ENOENT' ? ((await refusalAt(place.path)) ?? code) : code;
  const kind = KINDS[found];
  const path = place.isFolder ? place.path : dirname(place.path);
  return { kind, path: kind === 'missing' ? folder : path, systemCode: found };
}

/** The reason as a clause, and what to do about it as the beginning of a sentence. */
export function explainObstacle({ kind, path }: WriteObstacle): {
  readonly why: string;
  readonly advice: string;
} {
  switch (kind) {
    case 'read-only':
      return { why: `${path} is on a drive that can only be read`, advice: 'Make it writable' };
    case 'no-permission':
      return {
        why: `AVlogue has no permission to write in ${path}`,
        advice: 'Give it permission there',
      };
    case 'not-a-folder':
      return { why: `${path} is a file where a folder is needed`, advice: 'Move it away' };
    case 'not-a-file':
      return { why: `${path} is a folder where a file is needed`, advice: 'Move it away' };
    case 'missing':
      return { why: `${path} is not there`, advice: 'Connect its drive or make the folder' };
    case 'no-answer':
      return {
        why: `the drive of ${path} does not answer`,
        advice: 'Check it and its connection',
      };
    case 'in-use':
      return { why: `another program uses ${path}`, advice: 'Close it there' };
  }
}

function isKnown(code: string | null): code is SystemCode {
  return code !== null && Object.hasOwn(KINDS, code);
}

function fieldOf(error: unknown, field: 'path' | 'dest'): string | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : null;
  return typeof value === 'string' ? value : null;
}

/** Windows refuses to rename over a file that a player or a web server has open as if a permission were missing. */
async function heldFile(error: unknown, code: SystemCode): Promise<string | null> {
  const final = fieldOf(error, 'dest');
  if (final === null || KINDS[code] !== 'no-permission') return null;
  const isThere = (await stat(final).catch(() => null))?.isFile() === true;
  return isThere && (await refusalAt(dirname(final))) === null ? final : null;
}

/** The path itself, or the nearest above it that is there. */
async function nearestPlace(path: string): Promise<{ path: string; isFolder: boolean }> {
  for (let place = path; ; place = dirname(place)) {
    const found = await stat(place).catch(() => null);
    if (found !== null) return { path: place, isFolder: found.isDirectory() };
    if (place === dirname(place)) return { path: place, isFolder: true };
  }
}

async function refusalAt(folder: string): Promise<SystemCode | null> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = errorCodeOf(error);
    return isKnown(code) ? code : null;
  }
}
