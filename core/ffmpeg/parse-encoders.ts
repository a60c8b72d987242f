/** Names from `ffmpeg -encoders` (or `-decoders`), whose lines read ` V....D libx264   description`. */
export function parseEncoders(output: string): ReadonlySet<string> {
  const names = output
    .split(/\r?\n/)
    .map((line) => /^\s*[VAS][F.][S.][X.][B.][D.]\s+([A-Za-z0-9_.-]+)\s/.exec(`${line} `)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}
