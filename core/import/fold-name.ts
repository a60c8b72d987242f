/**
 * A name as people take it, and the file systems of macOS and Windows: in any case, and with accents in one code point
 * or in two.
 */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
