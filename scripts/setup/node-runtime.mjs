import { join } from 'node:path';
import { isProgram } from './find-program.mjs';
import { runCommand } from './run-command.mjs';

/** The first versions that run TypeScript files as they are. */
const NATIVE_TYPESCRIPT = [
  [22, 18],
  [23, 6],
];

/**
 * The Node that runs AVlogue: an npm package brings version 24 for most platforms, whatever the machine has.
 * @type {import('./step.mjs').SetupStep}
 */
export const nodeRuntime = {
  required: true,
  isOutstanding: async ({ root }) =>
    bundledNode(root) === null && !runsTypeScript(process.versions.node),
  async provide({ reporter }) {
    reporter.problem(
      `AVlogue runs on Node 24; here is Node ${process.versions.node}, and there is no Node package for ${process.platform} ${process.arch}. Install Node 24 from nodejs.org, then try again.`,
    );
    return false;
  },
};

/** @param {string} version */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 24) return true;
  return NATIVE_TYPESCRIPT.some(([from, least = 0]) => major === from && minor >= least);
}

/**
 * @param {string} root
 * @returns {string | null}
 */
export function bundledNode(root) {
  const names = process.platform === 'win32' ? ['node.exe'] : ['node'];
  const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const path = join(root, 'node_modules', packageName, 'bin', names[0] ?? 'node');
  return isProgram(path) ? path : null;
}

/**
 * Runs a script of the project or of a package on AVlogue's Node.
 * @param {import('./step.mjs').SetupContext} context
 * @param {readonly string[]} args
 * @param {{ timeoutMs: number, environment?: Readonly<Record<string, string | undefined>> }} options
 */
export function runNode(context, args, { timeoutMs, environment = context.environment }) {
  const program = bundledNode(context.root) ?? process.execPath;
  return runCommand(program, args, { cwd: context.root, timeoutMs, environment });
}
