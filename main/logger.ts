import type { Clock } from './clock.ts';

/** For whoever has to find out later what went wrong; people are told through events. Never holds tokens. */
export interface Logger {
  info(message: string): void;
  warn(message: string, cause?: unknown): void;
  error(message: string, cause?: unknown): void;
}

/** One line per entry, `2026-01-31T12:00:00.000Z warn …`; a cause follows indented with its stack. */
export function createLogger(clock: Clock, write: (text: string) => void): Logger {
  const log = (level: string) => (message: string, cause?: unknown) => {
    const at = new Date(clock.now()).toISOString();
    const reason = cause === undefined ? '' : `\n${indent(describe(cause))}`;
    write(`${at} ${level} ${printable(message, CONTROLS)}${reason}\n`);
  };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

export function createSilentLogger(): Logger {
  const nothing = () => {};
  return { info: nothing, warn: nothing, error: nothing };
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const stack = cause.stack ?? cause.message;
  return cause.cause === undefined ? stack : `${stack}\nbecause of ${describe(cause.cause)}`;
}

function indent(text: string): string {
  return printable(text, CONTROLS_IN_LINES).replaceAll(/^/gm, '    ');
}

const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
const CONTROLS_IN_LINES = /(?![\n\t])[\p{Cc}\u2028\u2029]/gu;

/** A file's name could otherwise write entries of its own, or command the terminal that shows them. */
function printable(text: string, controls: RegExp): string {
  return text.replaceAll(
    controls,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
