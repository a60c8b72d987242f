import { readCaptionName, stemOf } from '../../core/import/captions.ts';
import { createMasterStems } from '../../core/import/master-stems.ts';
import { isCaptionFileName } from '../../core/import/sidecars.ts';
import type { Send } from '../state/uploads.ts';
import type { Client } from './create-client.ts';
import { readCaptions } from './read-captions.ts';
import { readFailure } from './read-failure.ts';
import type { UploadOutcome, UploadRequest } from './upload-file.ts';

export type AddedCaption = Parameters<Client['media']['addCaption']>[0];

export interface SendNeeds {
  /** Sends one file and resolves with what became of it. */
  readonly upload: (request: Omit<UploadRequest, 'origin'>) => Promise<UploadOutcome>;
  readonly addCaption: (input: AddedCaption) => Promise<unknown>;
}

/** Media by the names of their files without extension; null: several have one, and which is meant cannot be told. */
type Named = Map<string, string | null>;

/**
 * Copies files into the library. A caption file goes to the media whose file came together with it and has its name;
 * when none did, to one that was sent before: a browser does not tell where files lie.
 */
export function createSend({ upload, addCaption }: SendNeeds): Send {
  const sent: Named = new Map();
  const sentTogether = new WeakMap<readonly File[], Named>();

  function namedIn(together: readonly File[]): Named {
    const named = sentTogether.get(together) ?? new Map();
    sentTogether.set(together, named);
    return named;
  }

  /** What came together stays together, also when the master was refused: another of its name is another media's. */
  function mediaOf({ name }: File, together: readonly File[]): string | null {
    const stems = together.filter(isNoCaption).map((file) => stemOf(file.name));
    const near = createMasterStems(stems).of(name);
    if (near.length > 0) return onlyOne(near, namedIn(together));
    return onlyOne(createMasterStems(sent.keys()).of(name), sent);
  }

  async function sendCaptions(file: File, together: readonly File[]): Promise<UploadOutcome> {
    const mediaId = mediaOf(file, together);
    if (mediaId === null) {
      const message = `“${file.name}” holds captions, and no media came with it that has its name and alone has it.`;
      return { kind: 'refused', failure: { code: 'import/captions-alone', message } };
    }
    try {
      const text = await readCaptions(file);
      await addCaption({ id: mediaId, text, ...readCaptionName(file.name) });
      return { kind: 'captions', mediaId };
    } catch (error) {
      return { kind: 'refused', failure: readFailure(error) };
    }
  }

  return async (file, { together, ...listen }) => {
    if (isCaptionFileName(file.name)) return sendCaptions(file, together);
    const outcome = await upload({ file, ...listen });
    if (outcome.kind !== 'refused') {
      const stem = stemOf(file.name);
      for (const named of [sent, namedIn(together)]) {
        const isSame = !named.has(stem) || named.get(stem) === outcome.mediaId;
        named.set(stem, isSame ? outcome.mediaId : null);
      }
    }
    return outcome;
  };
}

function onlyOne(stems: readonly string[], named: Named): string | null {
  const [stem] = stems;
  return stem === undefined || stems.length > 1 ? null : (named.get(stem) ?? null);
}

function isNoCaption({ name }: File): boolean {
  return !isCaptionFileName(name);
}
