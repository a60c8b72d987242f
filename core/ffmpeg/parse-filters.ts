/** Names from `ffmpeg -filters`, whose lines read ` TSC scale   V->V   description`; 8 writes two flags only. */
export function parseFilters(output: string): ReadonlySet<string> {
  const names = output
    .split(/\r?\n/)
    .map((line) => /^\s*[T.][S.][C.]?\s+([A-Za-z0-9_]+)\s+[VAN|]+->[VAN|]+/.exec(line)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}
