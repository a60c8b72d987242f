import { open } from 'node:fs/promises';
import { AppError } from '../../core/errors/app-error.ts';
import { webVttOf } from '../../core/import/caption-text.ts';

/** The captions of a long film take a few hundred kilobytes. */
const MAX_BYTES = 8 * 1024 * 1024;

/** A caption file as WebVTT, whatever it was written in. @throws AppError import/not-media; system errors */
export async function readCaptionFile(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const text = size <= MAX_BYTES ? webVttOf(decode(await handle.readFile())) : null;
    if (text !== null) return text;
  } finally {
    await handle.close();
  }
  throw new AppError(
    'import/not-media',
    `${JSON.stringify(path)} holds no captions in WebVTT or SubRip. Save it as one of these.`,
    { details: { path } },
  );
}

/** UTF-8, or UTF-16 by its mark; what is neither is most often Windows' Western code page. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
