/** ISO 639: two letters, three letters (terminological), and the bibliographic ones where they differ. */
const ROWS =
  'ar ara|bg bul|bn ben|ca cat|cs ces cze|cy cym wel|da dan|de deu ger|el ell gre|en eng|es spa|et est|eu eus baq|fa fas per|fi fin|fr fra fre|ga gle|gl glg|he heb|hi hin|hr hrv|hu hun|hy hye arm|id ind|is isl ice|it ita|ja jpn|ka kat geo|ko kor|lt lit|lv lav|mk mkd mac|ms msa may|mt mlt|nb nob|nl nld dut|nn nno|no nor|pl pol|pt por|ro ron rum|ru rus|sk slk slo|sl slv|sq sqi alb|sr srp|sv swe|sw swa|ta tam|te tel|th tha|tr tur|uk ukr|ur urd|vi vie|zh zho chi'
    .split('|')
    .map((row) => row.split(' '));

const TO_THREE = new Map(
  ROWS.flatMap((codes) => codes.map((code): [string, string] => [code, codes[1] ?? code])),
);
const TO_TWO = new Map(ROWS.map(([two = '', three = '']): [string, string] => [three, two]));

/** An ISO 639-2 (terminological) code from `en`, `en-US`, `ger`, …; null for `und`, `zxx` and what is no code. */
export function parseLanguage(text: string | null): string | null {
  const primary = text?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (['und', 'zxx', 'mis', 'mul', 'unk'].includes(primary)) return null;
  const known = TO_THREE.get(primary);
  if (known !== undefined) return known;
  return /^[a-z]{3}$/.test(primary) ? primary : null;
}

/** BCP 47 for `srclang` and `lang`: the two letters where there are any. */
export function languageTag(code: string): string {
  return TO_TWO.get(code) ?? code;
}
