/** Codec names that FFmpeg can decode, from `ffmpeg -codecs`, whose lines read ` DEV.LS h264   description`. */
export function parseDecodable(output: string): ReadonlySet<string> {
  const names = output
    .split(/\r?\n/)
    .map((line) => /^\s*D[E.][VASDT][I.][L.][S.]\s+([A-Za-z0-9_.-]+)/.exec(line)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}
