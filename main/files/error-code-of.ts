/** The system's code (`ENOENT`, `ENOSPC`, …) of a failed call; null for anything else that was thrown. */
export function errorCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
