import { access, constants, statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { DoctorReport, ToolChoice } from '../../core/contract/system.ts';
import type { Facts } from '../../core/model/facts.ts';
import { CHECKS, type CheckCode } from '../../core/system/checks.ts';
import { say } from '../../core/text/sentence-table.ts';
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
      checkNotices(needs.catalog.notices.length),
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

function check(name: string, ok: boolean, code: CheckCode, facts: Facts = {}): Check {
  return { name, ok, code, facts, message: say<CheckCode>(CHECKS, code, facts) };
}

function checkTool(tool: string, { chosen, version }: ToolChoice): Check {
  return chosen === null
    ? check(tool, false, 'tool-missing', { tool })
    : check(tool, true, 'tool-found', { tool, version, path: chosen });
}

function checkFormats(unavailable: readonly string[]): Check {
  return unavailable.length === 0
    ? check('Formats', true, 'formats-available')
    : check('Formats', false, 'formats-lacking', { formatIds: unavailable.join(', ') });
}

async function checkLibrary(path: string): Promise<Check> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return check('Library', true, 'library-writable', { path });
  } catch {
    return check('Library', false, 'library-read-only', { path });
  }
}

function checkSpace(freeBytes: number | null): Check {
  const name = 'Free space';
  if (freeBytes === null) return check(name, true, 'space-unknown');
  return freeBytes < LOW_SPACE_BYTES
    ? check(name, false, 'space-low', { freeBytes })
    : check(name, true, 'space-enough', { freeBytes });
}

function checkNotices(notices: number): Check {
  return notices === 0
    ? check('Catalog', true, 'catalog-whole')
    : check('Catalog', false, 'catalog-repaired', { notices });
}
