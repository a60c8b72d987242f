import { readCaptionName, stemOf } from '../../core/import/captions.ts';
import { isCaptionFileName, masterStemOf } from '../../core/import/sidecars.ts';
import type { Send } from '../state/uploads.ts';
import type { Client } from './create-client.ts';
import { readCaptions } from './read-captions.ts';
import { readFailure } from './read-failure.ts';
import { type UploadOutcome, uploadFile } from './upload-file.ts';

export interface SendNeeds {
  readonly origin: string;
  readonly client: Client;
}

/**
 * Copies files into the library. A caption file goes to the media whose file was sent before and has its name:
 * a browser does not tell where files lie.
 */
export function createSend({ origin, client }: SendNeeds): Send {
  /** null: several media have this name, and which one is meant cannot be told. */
  const sent = new Map<string, string | null>();

  async function sendCaptions(file: File): Promise<UploadOutcome> {
    const stem = masterStemOf(file.name, sent);
    const mediaId = stem === null ? null : (sent.get(stem) ?? null);
    if (mediaId === null) {
      const message = `“${file.name}” holds captions, and no media came with it that has its name and alone has it.`;
      return { kind: 'refused', failure: { code: 'import/captions-alone', message } };
    }
    try {
      const text = await readCaptions(file);
      await client.media.addCaption({ id: mediaId, text, ...readCaptionName(file.name) });
      return { kind: 'captions', mediaId };
    } catch (error) {
      return { kind: 'refused', failure: readFailure(error) };
    }
  }

  return async (file, listen) => {
    if (isCaptionFileName(file.name)) return sendCaptions(file);
    const outcome = await uploadFile({ origin, file, ...listen });
    if (outcome.kind !== 'refused') {
      const stem = stemOf(file.name);
      const isSame = !sent.has(stem) || sent.get(stem) === outcome.mediaId;
      sent.set(stem, isSame ? outcome.mediaId : null);
    }
    return outcome;
  };
}
