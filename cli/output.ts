import type { ErrorReport } from '../core/errors/app-error.ts';
import { ERROR_CODES, type ErrorCode } from '../core/errors/error-codes.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Terminal } from './terminal.ts';
import { createPaint, type Paint } from './text/colours.ts';
import { printable } from './text/printable.ts';
import { renderTable, type Table } from './text/table.ts';

/** How a command speaks: data for people or programs on standard output, the rest on standard error. */
export interface Output {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly paint: Paint;
  readonly columns: number;
  /** The command's data, once: `data` with --json, else the text. */
  print(data: unknown, text: () => string): void;
  /** A line for people on the way there; silent with --quiet. */
  note(line: string): void;
  /** Said even with --quiet. */
  warn(line: string): void;
  table(table: Table): string;
}

export function createOutput(terminal: Terminal, options: GlobalOptions): Output {
  const paint = createPaint(terminal.colours && options.color);
  return {
    json: options.json,
    quiet: options.quiet,
    paint,
    columns: terminal.columns,
    print: (data, text) =>
      terminal.out(options.json ? `${JSON.stringify(data, null, 2)}\n` : text()),
    note: (line) => {
      if (!options.quiet) terminal.note(`${line}\n`);
    },
    warn: (line) => terminal.note(`${line}\n`),
    table: (table) => renderTable(table, terminal.columns, paint),
  };
}

/** `error [code] message` and what to do about it; with --json the same for programs, on standard output. */
export function printFailure(output: Output, terminal: Terminal, failure: ErrorReport): void {
  const { code, message, details } = failure;
  if (output.json) {
    terminal.out(`${JSON.stringify({ error: { code, message, details } }, null, 2)}\n`);
    return;
  }
  output.warn(failureText(output.paint, failure));
}

/** Where the advice of the table speaks of a window. */
const TERMINAL_ADVICE: Partial<Record<ErrorCode, string>> = {
  'catalog/not-found':
    'See `avlogue list`, `formats`, `sets`, `devices`, `targets` and `refused` for what there is.',
  'input/invalid': 'See `avlogue help COMMAND`.',
};

export function failureText(paint: Paint, { code, message, details }: ErrorReport): string {
  const head = `${paint('red', 'error')} [${code}] ${printable(message)}`;
  const lines = Array.isArray(details.lines) ? details.lines.map(String) : [];
  const log = lines.slice(-5).map((line) => `  ${paint('dim', printable(line))}`);
  const advice = TERMINAL_ADVICE[code] ?? ERROR_CODES[code].advice;
  // Many messages say already what to do.
  return [head, ...log, ...(message.includes(advice) ? [] : [`  ${advice}`])].join('\n');
}
