import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { type Client, clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';

const SRT = '1\n00:00:00,000 --> 00:00:01,000\nHallo\n';

let engine: TestEngine;
let client: Client;
let count = 0;
let id: string;

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
  client = clientOf(engine);
});

afterAll(() => engine[Symbol.asyncDispose]());

/** A media with one track of its master. */
beforeEach(async () => {
  count += 1;
  const record = sampleMedia(count, {
    captions: [
      {
        id: 'track-2-00000000',
        file: 'captions/x/track-2.vtt',
        kind: 'subtitles',
        language: 'en',
        label: 'English',
        isDefault: true,
        sizeBytes: 1,
      },
    ],
  });
  ({ id } = record);
  await engine.catalog.commit([{ type: 'put', collection: 'media', record }]);
});

const captions = () => engine.catalog.get('media', id)?.captions ?? [];
const filesOf = () => readdir(join(engine.paths.captions, id)).catch(() => []);

describe('captions that a person adds', () => {
  it('become WebVTT in the library, are named by their language, and are told with the media', async () => {
    const { captionId, captions: told } = await client.media.addCaption({
      id,
      text: SRT,
      language: 'ger',
    });
    expect(told.at(-1)).toMatchObject({
      id: captionId,
      language: 'de',
      label: 'Deutsch',
      kind: 'subtitles',
      isDefault: false,
    });
    const file = join(engine.paths.root, captions().at(-1)?.file ?? '');
    expect(await readFile(file, 'utf8')).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHallo\n');
    expect(captions().at(-1)?.sizeBytes).toBe((await readFile(file)).length);
  });

  it('are not doubled when the same file comes again', async () => {
    const words = { id, text: SRT, language: 'de' };
    const first = await client.media.addCaption(words);
    expect((await client.media.addCaption(words)).captionId).toBe(first.captionId);
    expect(await filesOf()).toEqual([`${first.captionId}.vtt`]);
    const other = await client.media.addCaption({ ...words, language: 'nl' });
    expect(other.captionId).not.toBe(first.captionId);
  });

  it('are all kept when they come at the same time', async () => {
    const texts = ['Eins', 'Zwei', 'Drei'].map((word) => SRT.replace('Hallo', word));
    const added = await Promise.all(texts.map((text) => client.media.addCaption({ id, text })));
    const ids = added.map(({ captionId }) => captionId);
    const kept = captions().map((caption) => caption.id);
    expect(kept.toSorted()).toEqual(['track-2-00000000', ...ids].toSorted());
  });

  it('are shown from the start when the same file comes again with that wish', async () => {
    const { captionId } = await client.media.addCaption({ id, text: SRT, language: 'de' });
    const words = { id, text: SRT, language: 'de', isDefault: true };
    expect((await client.media.addCaption(words)).captionId).toBe(captionId);
    expect(captions().at(-1)).toMatchObject({ id: captionId, isDefault: true, label: 'Deutsch' });
  });

  it('can be changed and shown from the start in place of another', async () => {
    const { captionId } = await client.media.addCaption({ id, text: SRT });
    await client.media.updateCaption({
      id,
      captionId,
      language: 'fr',
      kind: 'captions',
      label: '',
      isDefault: true,
    });
    expect(captions().map(({ label, isDefault }) => [label, isDefault])).toEqual([
      ['English', false],
      ['Français (CC)', true],
    ]);
    await client.media.updateCaption({ id, captionId: 'track-2-00000000', isDefault: true });
    expect(captions().map(({ isDefault }) => isDefault)).toEqual([true, false]);
  });

  it('are named anew by another language, unless a person named them', async () => {
    const { captionId } = await client.media.addCaption({ id, text: SRT, language: 'de' });
    await client.media.updateCaption({ id, captionId, language: 'fr' });
    expect(captions().at(-1)?.label).toBe('Français');
    await client.media.updateCaption({ id, captionId, label: 'Mine' });
    await client.media.updateCaption({ id, captionId, language: 'de' });
    expect(captions().at(-1)?.label).toBe('Mine');
  });

  it('go with their file when they are removed', async () => {
    const { captionId } = await client.media.addCaption({ id, text: SRT });
    expect(await filesOf()).toEqual([`${captionId}.vtt`]);
    const { text } = await client.media.removeCaption({ id, captionId });
    expect(text).toContain('Hallo');
    expect(captions()).toHaveLength(1);
    expect(await filesOf()).toEqual([]);
  });

  it('are refused when they are none, or in a language that there is not', async () => {
    expect(await refusalOf(client.media.addCaption({ id, text: 'Dear diary' }))).toMatchObject({
      code: 'import/not-captions',
    });
    expect(
      await refusalOf(client.media.addCaption({ id, text: SRT, language: 'klingonish!' })),
    ).toMatchObject({ code: 'input/invalid', details: { field: 'language' } });
    expect(await refusalOf(client.media.addCaption({ id: 'nobody', text: SRT }))).toMatchObject({
      code: 'catalog/not-found',
    });
    expect(await filesOf()).toEqual([]);
    expect(captions()).toHaveLength(1);
  });

  it('say what stands in the way where the library cannot keep them', async () => {
    await mkdir(engine.paths.captions, { recursive: true });
    await writeFile(join(engine.paths.captions, id), 'in the way');
    expect(await refusalOf(client.media.addCaption({ id, text: SRT }))).toMatchObject({
      code: 'import/library-unwritable',
      message: expect.stringMatching(/^“captions of .*is a file where a folder is needed/u),
    });
    expect(captions()).toHaveLength(1);
  });

  it('are another matter than what the master holds, which stays as it says', async () => {
    const captionId = 'track-2-00000000';
    const refusals = [
      client.media.removeCaption({ id, captionId }),
      client.media.updateCaption({ id, captionId, label: 'Mine' }),
    ];
    for (const refusal of refusals)
      expect(await refusalOf(refusal)).toMatchObject({ code: 'input/invalid' });
    expect(await refusalOf(client.media.removeCaption({ id, captionId: 'nobody' }))).toMatchObject({
      code: 'catalog/not-found',
    });
    expect(captions()).toHaveLength(1);
  });
});
