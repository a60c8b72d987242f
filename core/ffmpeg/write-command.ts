/** A command line that a person can paste into a POSIX shell; it never runs anywhere in AVlogue. */
export function writeCommand(program: string, argv: readonly string[]): string {
  return [program, ...argv].map(quote).join(' ');
}

/** Inside single quotes a shell takes everything as it is, except the single quote itself. */
function quote(word: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
