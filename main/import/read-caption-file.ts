import { open } from 'node:fs/promises';
import { AppError } from '../../core/errors/app-error.ts';
import {
  MOST_CAPTION_BYTES,
  tooLargeForCaptions,
  webVttOf,
} from '../../core/import/caption-text.ts';
import { decodeText } from '../../core/import/decode-text.ts';

/** A caption file as WebVTT, whatever it was written in. @throws AppError import/not-captions; system errors */
export async function readCaptionFile(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > MOST_CAPTION_BYTES) throw tooLargeForCaptions(`“${path}”`);
    const text = webVttOf(decodeText(await handle.readFile(), TextDecoder));
    if (text !== null) return text;
  } finally {
    await handle.close();
  }
  throw new AppError(
    'import/not-captions',
    `“${path}” holds no captions in WebVTT or SubRip. Save it as one of these.`,
    { details: { path } },
  );
}
