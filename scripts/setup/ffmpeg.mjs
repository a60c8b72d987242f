import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installWithApt } from './apt.mjs';
import { findProgram, isProgram } from './find-program.mjs';
import { runNode } from './node-runtime.mjs';
import { isReachable } from './reachable.mjs';
import { elapsed } from './reporter.mjs';
import { runCommand } from './run-command.mjs';

const DOWNLOAD_TIMEOUT_MS = 3 * 60 * 1000;
const ADVICE =
  'Install FFmpeg (Debian, Ubuntu: sudo apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg).';

/** @typedef {import('./step.mjs').SetupContext} SetupContext */

/**
 * The bundled FFmpeg first; the system's where that cannot be downloaded; apt-get where neither is there.
 * @type {import('./step.mjs').SetupStep}
 */
export const ffmpeg = {
  required: false,
  isOutstanding: async (context) =>
    mayDownload(context) || (!hasFfmpeg(context) && mayTryApt(context)),

  async provide(context) {
    const { reporter, memory } = context;
    if (mayDownload(context)) {
      const failure = await download(context);
      if (failure === null) return true;
      memory.rememberFailure('ffmpeg-static', bundledVersion(context));
      const system = systemFfmpeg(context);
      reporter.done(
        `The bundled FFmpeg could not be downloaded (${failure})${system === null ? '.' : `; using ${system}.`}`,
      );
    }
    if (hasFfmpeg(context)) return true;
    const { installed, why } = await installWithApt(context, ['ffmpeg'], 'FFmpeg');
    if (installed) return true;
    memory.rememberFailure('apt-ffmpeg', 'ffmpeg');
    reporter.problem(`FFmpeg could not be installed: ${why}.`);
    return false;
  },

  remind(context) {
    if (!hasFfmpeg(context)) {
      context.reporter.problem(
        `There is no FFmpeg: nothing can be imported or converted. ${ADVICE}`,
      );
    }
  },
};

/** @param {SetupContext} context */
function bundledFfmpeg({ root, platform }) {
  return join(
    root,
    'node_modules',
    'ffmpeg-static',
    platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg',
  );
}

/** @param {SetupContext} context */
function systemFfmpeg({ environment, platform }) {
  return findProgram(['ffmpeg'], environment, platform);
}

/** @param {SetupContext} context */
function hasFfmpeg(context) {
  return isProgram(bundledFfmpeg(context)) || systemFfmpeg(context) !== null;
}

/** @param {SetupContext} context */
function mayDownload(context) {
  const version = bundledVersion(context);
  return (
    version !== '' &&
    context.options.downloads &&
    !isProgram(bundledFfmpeg(context)) &&
    (context.options.retry || !context.memory.failedLately('ffmpeg-static', version))
  );
}

/** @param {SetupContext} context */
function mayTryApt({ options, memory }) {
  return options.apt && (options.retry || !memory.failedLately('apt-ffmpeg', 'ffmpeg'));
}

/**
 * Empty when the optional package is not there.
 * @param {SetupContext} context
 * @returns {string}
 */
function bundledVersion({ root }) {
  const file = join(root, 'node_modules', 'ffmpeg-static', 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : '';
}

/**
 * @param {SetupContext} context
 * @returns {Promise<string | null>} why it failed; null when the binary stands and runs
 */
async function download(context) {
  const { root, environment, reporter } = context;
  const source = environment.FFMPEG_BINARIES_URL ?? 'https://github.com';
  if (!(await isReachable(source, environment))) return `${new URL(source).host} cannot be reached`;
  const startedMs = Date.now();
  reporter.starting('Downloading the bundled FFmpeg …');
  const script = join(root, 'node_modules', 'ffmpeg-static', 'install.js');
  const caches = { XDG_CACHE_HOME: join(root, 'node_modules', '.cache') };
  const result = await runNode(context, [script], {
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
    environment: { ...environment, ...caches },
  });
  const binary = bundledFfmpeg(context);
  const works =
    result.ok &&
    (await runCommand(binary, ['-hide_banner', '-version'], { cwd: root, timeoutMs: 15_000 })).ok;
  if (works) {
    reporter.done(`Downloaded the bundled FFmpeg (${elapsed(startedMs)}).`);
    return null;
  }
  rmSync(binary, { force: true });
  return result.failure || 'the downloaded file does not run';
}
