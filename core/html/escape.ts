/**
 * Characters that no HTML document may hold, not even as a reference: controls, non-characters and
 * halves of a surrogate pair (HTML Living Standard, 13.2.3.5 and 13.2.5.80).
 */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** For element content; never for `<script>` and `<style>`, which know no references. */
export function escapeText(text: string): string {
  return cleanText(text).replaceAll(/[&<>]/g, reference);
}

/** For values between double quotes. */
export function escapeAttribute(text: string): string {
  return cleanText(text).replaceAll(/[&<>"]/g, reference);
}

/** What a parser would hand back: line ends as `\n`, and U+FFFD for what HTML cannot hold. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(FORBIDDEN, '\ufffd');
}

/** JSON that can stand in a `<script>` element: nothing in it ends the element or opens a comment, and HTML can hold it. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replaceAll(/[<>&\u2028\u2029]/g, escapeUnits)
    .replaceAll(FORBIDDEN, escapeUnits);
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function reference(character: string): string {
  return REFERENCES[character] ?? character;
}
