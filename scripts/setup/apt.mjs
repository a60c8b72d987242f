import { findProgram } from './find-program.mjs';
import { elapsed } from './reporter.mjs';
import { runCommand } from './run-command.mjs';

const SUDO_TIMEOUT_MS = 5_000;
const UPDATE_TIMEOUT_MS = 3 * 60 * 1000;
/** Ending apt-get in the middle leaves dpkg half done, so it gets long. */
const INSTALL_TIMEOUT_MS = 15 * 60 * 1000;

/**
 * @param {import('./step.mjs').SetupContext} context
 * @param {readonly string[]} packages
 * @param {string} purpose
 * @returns {Promise<{ installed: boolean, why: string }>}
 */
export async function installWithApt(context, packages, purpose) {
  const { reporter, root } = context;
  const permission = await aptPermission(context);
  if (permission.refused !== null) return { installed: false, why: permission.refused };
  const run = (/** @type {readonly string[]} */ args, /** @type {number} */ timeoutMs) => {
    const [program = 'apt-get', ...rest] = [...permission.prefix, 'apt-get', ...args];
    const environment = { ...context.environment, DEBIAN_FRONTEND: 'noninteractive' };
    return runCommand(program, rest, { cwd: root, timeoutMs, environment });
  };
  const startedMs = Date.now();
  reporter.starting(`Installing ${purpose} with apt-get (${packages.join(', ')}) …`);
  const update = await run(['update', '-q'], UPDATE_TIMEOUT_MS);
  const install = await run(
    [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...packages,
    ],
    INSTALL_TIMEOUT_MS,
  );
  if (!install.ok) {
    const why = update.ok ? install.failure : update.failure || install.failure;
    return { installed: false, why: `apt-get: ${why}` };
  }
  reporter.done(`Installed ${purpose} with apt-get (${elapsed(startedMs)}).`);
  return { installed: true, why: '' };
}

/**
 * @param {import('./step.mjs').SetupContext} context
 * @returns {Promise<{ prefix: readonly string[], refused: string | null }>}
 */
async function aptPermission({ options, platform, environment, root }) {
  const refuse = (/** @type {string} */ refused) => ({ prefix: [], refused });
  if (!options.apt) return refuse('apt-get is switched off by AVLOGUE_SETUP_NO_APT');
  if (platform !== 'linux' || findProgram(['apt-get'], environment, platform) === null) {
    return refuse('this system has no apt-get');
  }
  if (process.getuid?.() === 0) return { prefix: [], refused: null };
  if (findProgram(['sudo'], environment, platform) === null) {
    return refuse('apt-get needs root, and there is no sudo');
  }
  const asked = await runCommand('sudo', ['-n', 'true'], {
    cwd: root,
    timeoutMs: SUDO_TIMEOUT_MS,
    environment,
  });
  return asked.ok
    ? { prefix: ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'], refused: null }
    : refuse('apt-get needs root, and sudo asks for a password');
}
