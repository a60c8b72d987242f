/** `TextDecoder`, which browsers and Node have, and the core does not reach for. */
export type TextDecoding = new (
  label: string,
  options?: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** UTF-8, or UTF-16 by its mark; what is neither is most often Windows' Western code page. */
export function decodeText(bytes: Uint8Array, Decoding: TextDecoding): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new Decoding('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new Decoding('utf-16be').decode(bytes);
  try {
    return new Decoding('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new Decoding('windows-1252').decode(bytes);
  }
}
