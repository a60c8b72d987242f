import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors/app-error.ts';
import { type AddedCaption, createSend } from '../../../renderer/client/send-files.ts';
import type { UploadOutcome } from '../../../renderer/client/upload-file.ts';

const NOT_MEDIA = { code: 'import/not-media', message: 'It is text.' } as const;
const ALONE = { kind: 'refused', failure: { code: 'import/captions-alone' } };

function master(name: string, mediaId: string): File {
  return new File([mediaId], name);
}

function captions(name: string, words = 'Hallo'): File {
  return new File([words], name);
}

/** A library in which each file becomes the media that it names; one that names `nothing` is refused. */
function library(refuse: (input: AddedCaption) => void = () => {}) {
  const added: AddedCaption[] = [];
  const send = createSend({
    async upload({ file, onProgress }): Promise<UploadOutcome> {
      const mediaId = await file.text();
      onProgress(1);
      if (mediaId === 'nothing') return { kind: 'refused', failure: NOT_MEDIA };
      return { kind: 'imported', mediaId };
    },
    async addCaption(input) {
      refuse(input);
      added.push(input);
    },
  });
  async function sendAll(together: readonly File[]) {
    const outcomes: UploadOutcome[] = [];
    const { signal } = new AbortController();
    for (const file of together)
      outcomes.push(await send(file, { together, signal, onProgress: () => {} }));
    return outcomes;
  }
  const places = () => added.map(({ id, text }) => `${text} in ${id}`);
  return { sendAll, added, places };
}

describe('a caption file that is sent', () => {
  it('goes with what its name tells to the media whose file came with it', async () => {
    const { sendAll, added } = library();
    const outcomes = await sendAll([
      master('clip.mp4', 'a'),
      master('clip.part.mp4', 'b'),
      captions('clip.part.de.srt'),
    ]);
    expect(outcomes.at(-1)).toEqual({ kind: 'captions', mediaId: 'b' });
    expect(added).toEqual([{ id: 'b', text: 'Hallo', language: 'de', kind: 'subtitles' }]);
  });

  it('goes to a media that was sent before, when nothing of its name came with it', async () => {
    const { sendAll, places } = library();
    await sendAll([master('clip.mp4', 'a'), master('film.mp4', 'b')]);
    await sendAll([master('other.mp4', 'c'), captions('film.srt')]);
    expect(places()).toEqual(['Hallo in b']);
  });

  it('finds its own media though another place holds the same names', async () => {
    const { sendAll, places } = library();
    await sendAll([master('clip.mp4', 'a'), captions('clip.vtt', 'One')]);
    await sendAll([master('clip.mp4', 'b'), captions('clip.vtt', 'Two')]);
    expect(places()).toEqual(['One in a', 'Two in b']);
  });

  it('never goes to the media of another place when its own was refused', async () => {
    const { sendAll, places } = library();
    await sendAll([master('clip.mp4', 'a')]);
    const outcomes = await sendAll([master('clip.mp4', 'nothing'), captions('clip.vtt')]);
    expect(outcomes).toMatchObject([{ kind: 'refused', failure: NOT_MEDIA }, ALONE]);
    expect(places()).toEqual([]);
  });

  it('is refused where two media have its name, and where none has', async () => {
    const { sendAll, places } = library();
    const outcomes = await sendAll([
      master('clip.mp4', 'a'),
      master('clip.mov', 'b'),
      captions('clip.vtt'),
      captions('other.vtt'),
    ]);
    expect(outcomes.slice(2)).toMatchObject([ALONE, ALONE]);
    await sendAll([master('film.mp4', 'c')]);
    await sendAll([master('film.mp4', 'd')]);
    expect(await sendAll([captions('film.vtt')])).toMatchObject([ALONE]);
    expect(places()).toEqual([]);
  });

  it('goes to the media of its name in another case or form of accents', async () => {
    const { sendAll, places } = library();
    await sendAll([master('Caf\u00e9.MP4', 'a'), captions('cafe\u0301.vtt', 'One')]);
    await sendAll([master('clip.mp4', 'b'), master('CLIP.mp4', 'c'), captions('clip.vtt', 'Two')]);
    expect(places()).toEqual(['One in a', 'Two in b']);
    expect(await sendAll([captions('Clip.vtt')])).toMatchObject([ALONE]);
  });

  it('goes to a media that came twice', async () => {
    const { sendAll, places } = library();
    await sendAll([master('clip.mp4', 'a')]);
    await sendAll([master('clip.mp4', 'a')]);
    await sendAll([captions('clip.vtt')]);
    expect(places()).toEqual(['Hallo in a']);
  });

  it('says what the engine says when that does not take it', async () => {
    const { sendAll } = library(() => {
      throw new AppError('import/not-captions', 'It holds no captions.');
    });
    const outcomes = await sendAll([master('clip.mp4', 'a'), captions('clip.vtt')]);
    expect(outcomes[1]).toMatchObject({
      kind: 'refused',
      failure: { code: 'import/not-captions', message: 'It holds no captions.' },
    });
  });
});
