import { access, constants, statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { DoctorReport, ToolChoice } from '../../core/contract/system.ts';
import { missingEncoders } from './missing-encoders.ts';
import type { OperationNeeds } from './needs.ts';
import { allFormats } from './require-formats.ts';

type Check = DoctorReport['checks'][number];

/** Below this a single long video may fill the disk. */
const LOW_SPACE_BYTES = 5e9;

type DoctorNeeds = Pick<OperationNeeds, 'version' | 'paths' | 'catalog' | 'binaries' | 'limits'>;

/** What AVlogue found on this machine, and whether it works. */
export async function examine(needs: DoctorNeeds): Promise<DoctorReport> {
  const { ffmpeg, ffprobe, encoders } = needs.binaries();
  const { parallelJobs, encoderThreads } = needs.limits();
  const unavailableFormats = allFormats(needs.catalog)
    .map((format) => ({ formatId: format.id, encoders: missingEncoders(format, encoders) }))
    .filter((format) => format.encoders.length > 0);
  const freeBytes = await freeBytesOf(needs.paths.root);
  return {
    version: needs.version,
    nodeVersion: process.versions.node,
    libraryPath: needs.paths.root,
    ffmpeg,
    ffprobe,
    encoders: [...encoders].toSorted(),
    unavailableFormats,
    processors: availableParallelism(),
    parallelJobs,
    encoderThreads,
    freeBytes,
    catalog: {
      mediaCount: needs.catalog.all('media').size,
      ...needs.catalog.sizes(),
      notices: needs.catalog.notices,
    },
    checks: [
      checkTool('FFmpeg', ffmpeg),
      checkTool('ffprobe', ffprobe),
      checkFormats(unavailableFormats.map(({ formatId }) => formatId)),
      await checkLibrary(needs.paths.root),
      checkSpace(freeBytes),
      checkNotices(needs.catalog.notices),
    ],
  };
}

async function freeBytesOf(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}

function checkTool(name: string, { chosen, version }: ToolChoice): Check {
  return {
    name,
    ok: chosen !== null,
    message:
      chosen === null
        ? `No working ${name} was found. Install it, or set its path in the settings.`
        : `${name} ${version ?? 'of an unknown version'} at ${chosen}.`,
  };
}

function checkFormats(unavailable: readonly string[]): Check {
  return {
    name: 'Formats',
    ok: unavailable.length === 0,
    message:
      unavailable.length === 0
        ? 'FFmpeg has an encoder for every format.'
        : `FFmpeg lacks encoders for: ${unavailable.join(', ')}. Install a full FFmpeg for them.`,
  };
}

async function checkLibrary(root: string): Promise<Check> {
  try {
    await access(root, constants.R_OK | constants.W_OK);
    return { name: 'Library', ok: true, message: `The library at ${root} can be written.` };
  } catch {
    const message = `The library at ${root} cannot be written. Mend its permissions.`;
    return { name: 'Library', ok: false, message };
  }
}

function checkSpace(freeBytes: number | null): Check {
  const name = 'Free space';
  if (freeBytes === null) return { name, ok: true, message: 'The system does not tell.' };
  const gigabytes = (freeBytes / 1e9).toFixed(1);
  return freeBytes < LOW_SPACE_BYTES
    ? { name, ok: false, message: `Only ${gigabytes} GB are free for the library.` }
    : { name, ok: true, message: `${gigabytes} GB are free for the library.` };
}

function checkNotices(notices: readonly string[]): Check {
  return {
    name: 'Catalog',
    ok: notices.length === 0,
    message: notices.length === 0 ? 'The catalog is whole.' : notices.join(' '),
  };
}
