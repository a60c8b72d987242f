import { extname } from 'node:path';

/** Room for a suffix and for what other file systems add; most allow 255 bytes. */
const MAX_BYTES = 180;
const MAX_EXTENSION_CHARACTERS = 12;
/** Windows opens devices under these, whatever stands behind the first dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?= *(?:\.|$))/i;

/** A name as a browser or a program sends it, made harmless on every file system and as an argument. */
export function safeFileName(name: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '').toWellFormed().normalize('NFC');
  const clean = base
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[-. ]+/, '')
    .replace(/[. ]+$/, '');
  const extension = extensionOf(clean);
  const stem = shorten(clean.slice(0, clean.length - extension.length), MAX_BYTES);
  return `${stem.replace(DEVICE, '$1_') || 'upload'}${extension}`;
}

function extensionOf(name: string): string {
  const extension = extname(name);
  return extension.length <= MAX_EXTENSION_CHARACTERS ? extension : '';
}

function shorten(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept.trimEnd();
}
