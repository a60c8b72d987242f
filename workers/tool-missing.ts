/** Exit codes of programs that start others (env, setpriv, shells): not executable, not found. */
const NOT_STARTED = new Set([126, 127]);

export interface EndedProcess {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** Whether a process ended because there was no program to run. */
export function toolMissing({ exitCode, signal }: EndedProcess, guard: readonly string[]): boolean {
  if (exitCode === null) return signal === null;
  return exitCode < 0 || (guard.length > 0 && NOT_STARTED.has(exitCode));
}
