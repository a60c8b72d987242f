/** Where a command runs: the process and its terminal, or a test. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  readonly workingFolder: string;
  /** Width for tables on standard output. */
  readonly columns: number;
  /** Whether standard output and standard error show colours, unless `--no-color`. */
  readonly colours: boolean;
  /** Width of the terminal behind standard error; null when nobody watches, so no bars are drawn. */
  readonly progressColumns: () => number | null;
  /** Data, to standard output. */
  out(text: string): void;
  /** Everything else, to standard error. */
  note(text: string): void;
  /** Aborted by Ctrl-C, SIGTERM, SIGHUP, and when the reader of standard output is gone. */
  readonly signal: AbortSignal;
  /** All of standard input as UTF-8. */
  readInput(): Promise<string>;
}
