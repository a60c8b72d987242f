/**
 * File names and tags may hold anything: line breaks would break tables, and escape sequences would
 * command the terminal. Both are shown instead of sent, and so are marks that turn the reading direction.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, showControl);
}

function showControl(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}
