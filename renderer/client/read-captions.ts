import { AppError } from '../../core/errors/app-error.ts';
import { MOST_CAPTION_BYTES, tooLargeForCaptions } from '../../core/import/caption-text.ts';
import { decodeText } from '../../core/import/decode-text.ts';

/** The text of a chosen or dropped caption file. @throws AppError import/not-captions, import/no-permission */
export async function readCaptions(file: File): Promise<string> {
  const name = `“${file.name}”`;
  if (file.size > MOST_CAPTION_BYTES) throw tooLargeForCaptions(name);
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()), TextDecoder);
  } catch (error) {
    const message = `${name} cannot be read. Look whether it is still there and may be read.`;
    throw new AppError('import/no-permission', message, { cause: error });
  }
}
