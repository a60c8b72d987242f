/**
 * @typedef {object} SetupContext
 * @property {string} root the project's folder
 * @property {import('./options.mjs').SetupOptions} options
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {NodeJS.Platform} platform
 * @property {import('./memory.mjs').Memory} memory
 * @property {import('./reporter.mjs').Reporter} reporter
 */

/**
 * One thing that a fresh clone lacks.
 * @typedef {object} SetupStep
 * @property {boolean} required whether the application cannot run at all without it
 * @property {(context: SetupContext) => Promise<boolean>} isOutstanding looks only, within milliseconds
 * @property {(context: SetupContext) => Promise<boolean>} provide says what it did or could not do; true when it stands
 * @property {((context: SetupContext) => void)=} remind says at every start what is still missing and matters
 */

export {};
