import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../core/model/media.ts';
import { writeRemovalNote } from '../../../main/operations/trash-note.ts';
import { type Client, clientOf, refusalOf } from '../../helpers/client-of.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';
import { copyAsOther, makeTinyAudio, makeTinyVideo } from '../../helpers/tiny-media.ts';

let engine: TestEngine;
let client: Client;
let count = 0;

beforeAll(async () => {
  engine = await startTestEngine();
  client = clientOf(engine);
  await client.jobs.pause();
  await makeTinyVideo(engine.folder.at('template.mp4'));
});

afterAll(() => engine[Symbol.asyncDispose]());

/** A media of its own, with a rendition and a caption of which only the files' names are real. */
async function newMedia(options: { readonly owned?: boolean } = {}): Promise<Media> {
  count += 1;
  const name = `clip ${count}.mp4`;
  const folder = options.owned ? engine.paths.masters : engine.folder.path;
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await copyAsOther(engine.folder.at('template.mp4'), path, `clip ${count}`);
  const { results } = await engine.importer.importPaths([path], {
    formatSetIds: [],
    convert: false,
    watchFolderId: null,
    ownedByLibrary: options.owned ?? false,
  });
  await engine.importer.idle();
  const [result] = results;
  if (result?.outcome !== 'imported') throw new Error(JSON.stringify(result));
  return addFiles(result.mediaId);
}

async function addFiles(id: string): Promise<Media> {
  const imported = media(id);
  const files = [`renditions/${id}/h264-480p.mp4`, `captions/${id}/de.vtt`];
  for (const file of files) {
    await mkdir(join(engine.paths.root, file, '..'), { recursive: true });
    await writeFile(join(engine.paths.root, file), file);
  }
  const fields = {
    renditions: [
      {
        id: `r${id}`,
        formatId: 'h264-480p',
        formatName: 'H.264 480p',
        recipeFingerprint: 'x',
        masterSha256: imported.master.sha256,
        decision: 'encode' as const,
        file: files[0] ?? '',
        container: 'mp4' as const,
        mimeType: 'video/mp4; codecs="avc1.64001f"',
        codecStrings: ['avc1.64001f'],
        durationSeconds: 1,
        sizeBytes: 10,
        bitrateBps: 1000,
        video: {
          codec: 'h264' as const,
          profile: 'high',
          level: '3.1',
          width: 160,
          height: 90,
          frameRate: 10,
          bitDepth: 8,
        },
        audio: null,
        fastStart: true,
        createdAtMs: 0,
      },
    ],
    captions: [
      {
        id: 'de',
        file: files[1] ?? '',
        kind: 'subtitles' as const,
        language: 'de',
        label: 'Deutsch',
        isDefault: false,
        sizeBytes: 7,
      },
    ],
  };
  await engine.catalog.commit([{ type: 'patch', collection: 'media', id, fields }]);
  return media(id);
}

function media(id: string): Media {
  const found = engine.catalog.get('media', id);
  if (found === undefined) throw new Error(`no media ${id}`);
  return found;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function filesOf({ renditions, captions, poster }: Media): readonly string[] {
  return [...renditions, ...captions, ...(poster === null ? [] : [poster])].map(({ file }) =>
    join(engine.paths.root, file),
  );
}

describe('a media', () => {
  it('is shown with its status and the addresses of its files', async () => {
    const { id, poster } = await newMedia();
    const detail = await client.media.get({ id });
    expect(detail).toMatchObject({
      status: 'outdated',
      masterUrl: `/files/master/${id}`,
      posterUrl: expect.stringContaining(`/files/poster/${id}?v=`),
      renditions: [{ url: `/files/rendition/${id}/r${id}`, outdated: true }],
      captions: [{ url: `/files/caption/${id}/de` }],
    });
    expect(poster).not.toBeNull();
    const { rows } = await client.media.list({ text: detail.title });
    expect(rows.map((row) => row.id)).toContain(id);
  });

  it('takes a title and an address from a person, and no address twice', async () => {
    const [one, two] = [await newMedia(), await newMedia()];
    const changed = await client.media.update({ id: one.id, title: 'Über uns', slug: 'about-us' });
    expect(changed).toMatchObject({ title: 'Über uns', slug: 'about-us', titleSource: 'user' });
    expect(await refusalOf(client.media.update({ id: two.id, slug: 'about-us' }))).toMatchObject({
      code: 'catalog/conflict',
      message: expect.stringContaining('Über uns'),
      details: { field: 'slug' },
    });
    expect(await refusalOf(client.media.update({ id: two.id, slug: 'No Good' }))).toMatchObject({
      code: 'input/invalid',
      details: { field: 'slug' },
    });
  });

  it('is planned anew when it gets other format sets', async () => {
    const { id, planned } = await newMedia();
    const changed = await client.media.update({ id, formatSetIds: ['web-video-vp9'] });
    expect(changed.planned.map(({ formatId }) => formatId)).toContain('vp9-720p');
    expect(planned.map(({ formatId }) => formatId)).not.toContain('vp9-720p');
    expect(await refusalOf(client.media.update({ id, formatSetIds: ['gone'] }))).toMatchObject({
      code: 'input/invalid',
      details: { field: 'formatSetIds', id: 'gone' },
    });
  });

  it('has a plan with a rendition for every device, and so has a file that is not catalogued', async () => {
    const { id, master } = await newMedia();
    const plan = await client.media.plan({ id });
    expect(plan.coverage.filter(({ format }) => format === null)).toEqual([]);
    const before = engine.catalog.all('media').size;
    const other = await client.media.planPath({ path: master.path, formatIds: ['vp9-720p'] });
    expect(other.formats[0]).toMatchObject({ format: 'vp9-720p', requested: true });
    expect(engine.catalog.all('media').size).toBe(before);
    expect(await refusalOf(client.media.planPath({ path: '/gone.mp4' }))).toMatchObject({
      code: 'import/not-found',
    });
    const long = `/${'x'.repeat(300)}`;
    expect(await refusalOf(client.media.planPath({ path: long }))).toMatchObject({
      code: 'import/not-found',
    });
  });

  it('takes no path that no system can have', async () => {
    const path = '/a\0b';
    const folder = { id: null, path, recursive: true, enabled: true, polling: 'auto' } as const;
    const target = { id: null, name: 'Site', kind: 'folder', path, baseUrl: '' } as const;
    const calls = [
      client.media.planPath({ path }),
      client.import.paths({ paths: [path] }),
      client.publish.saveTarget(target),
      client.import.saveWatchFolder({
        ...folder,
        pollSeconds: 5,
        formatSetIds: [],
        convert: false,
      }),
    ];
    for (const call of calls) expect((await refusalOf(call)).code).toBe('input/invalid');
  });

  it('gives code to embed, and the same with the host’s own addresses', async () => {
    const { id, slug } = await newMedia();
    const { id: targetId } = await client.publish.saveTarget({
      id: null,
      name: 'Site',
      kind: 'folder',
      path: engine.folder.at('site'),
      baseUrl: 'https://example.org/av/',
    });
    const options = { poster: false };
    const snippet = await client.media.snippet({ id, options, targetId });
    expect(snippet.formatIds).toEqual(['h264-480p']);
    expect(snippet.html).toContain(`https://example.org/av/media/${slug}/${slug}-h264-480p.mp4`);
    expect(snippet.previewHtml).toContain(`src="/files/rendition/${id}/r${id}"`);
    expect(
      await refusalOf(
        client.media.snippet({ id, options: { ...options, formatIds: ['av1-720p'] } }),
      ),
    ).toMatchObject({ code: 'snippet/nothing-matches' });
  });

  it('takes another frame as poster, under another address', async () => {
    const { id, poster } = await newMedia();
    const before = await client.media.get({ id });
    const after = await client.media.setPoster({ id, atSeconds: 0.5 });
    expect(after.poster).toMatchObject({ source: 'user', atSeconds: 0.5 });
    expect(after.posterUrl).not.toBe(before.posterUrl);
    const [magic] = await readFile(join(engine.paths.root, after.poster?.file ?? ''));
    expect(magic).toBe(0xff);
    expect(await exists(join(engine.paths.root, poster?.file ?? ''))).toBe(false);
    const automatic = await client.media.setPoster({ id, atSeconds: null });
    expect(automatic.poster?.source).toBe('frame');
    expect(await refusalOf(client.media.setPoster({ id, atSeconds: 99 }))).toMatchObject({
      code: 'input/invalid',
      details: { field: 'atSeconds' },
    });
  });

  it('loses renditions and their files', async () => {
    const one = await newMedia();
    await client.media.removeRenditions({ id: one.id, formatIds: ['h264-480p', 'gone'] });
    expect(media(one.id).renditions).toEqual([]);
    expect(await exists(join(engine.paths.root, one.renditions[0]?.file ?? ''))).toBe(false);
  });

  it('without frames takes no frame as poster', async () => {
    const path = engine.folder.at('tone.mp3');
    await makeTinyAudio(path);
    const { results } = await client.import.paths({ paths: [path], convert: false });
    const [result] = results;
    if (result?.outcome !== 'imported') throw new Error(JSON.stringify(result));
    await engine.importer.idle();
    const call = client.media.setPoster({ id: result.mediaId, atSeconds: 0 });
    expect(await refusalOf(call)).toMatchObject({ code: 'input/invalid' });
  });
});

describe('removing', () => {
  it('takes records, jobs and files away, never a foreign master, and can be undone', async () => {
    const one = await newMedia();
    const { jobIds } = await client.jobs.enqueue({ mediaIds: [one.id] });
    expect(jobIds).toHaveLength(1);
    const files = filesOf(one);
    const { removed, undoToken } = await client.media.remove({ ids: [one.id, 'unknown'] });
    expect(removed).toBe(1);
    expect(await refusalOf(client.media.get({ id: one.id }))).toMatchObject({
      code: 'catalog/not-found',
    });
    expect((await client.jobs.list({ mediaId: one.id })).total).toBe(0);
    expect(await Promise.all(files.map(exists))).toEqual(files.map(() => false));
    expect(await exists(one.master.path)).toBe(true);

    expect(await client.media.undoRemove({ undoToken })).toEqual({ restored: 1 });
    expect(media(one.id)).toEqual(one);
    expect(await Promise.all(files.map(exists))).toEqual(files.map(() => true));
    const { rows } = await client.jobs.list({ mediaId: one.id });
    expect(rows.map(({ status }) => status)).toEqual(['cancelled']);
    expect(await refusalOf(client.media.undoRemove({ undoToken }))).toMatchObject({
      code: 'catalog/not-found',
    });
  });

  it('takes a master that the library owns along, and brings it back beside a new one of its name', async () => {
    const one = await newMedia({ owned: true });
    const { undoToken } = await client.media.remove({ ids: [one.id] });
    expect(await exists(one.master.path)).toBe(false);
    await writeFile(one.master.path, 'another upload');
    expect(await client.media.undoRemove({ undoToken })).toEqual({ restored: 1 });
    const { path } = media(one.id).master;
    expect(path).not.toBe(one.master.path);
    expect((await readFile(path)).length).toBe(one.master.sizeBytes);
    expect(await readFile(one.master.path, 'utf8')).toBe('another upload');
  });

  it('is finished by the next start when a crash cut it off before the files were moved', async () => {
    const [gone, kept] = [await newMedia({ owned: true }), await newMedia()];
    const files = [...filesOf(gone), gone.master.path];
    await writeRemovalNote(join(engine.paths.trash, 'crashed'), [gone, kept], engine.paths);
    await engine.catalog.commit([{ type: 'remove', collection: 'media', id: gone.id }]);
    await engine.trash.empty();
    expect(await Promise.all(files.map(exists))).toEqual(files.map(() => false));
    expect(await Promise.all(filesOf(kept).map(exists))).toEqual(filesOf(kept).map(() => true));
    expect(await exists(kept.master.path)).toBe(true);
    expect(await exists(engine.paths.trash)).toBe(false);
  });

  it('goes without a note where none can be written, and nothing is lost by half a note', async () => {
    await rm(engine.paths.trash, { recursive: true, force: true });
    await writeFile(engine.paths.trash, 'a file where the trash should be');
    const [one, kept] = [await newMedia(), await newMedia()];
    expect((await client.media.remove({ ids: [one.id] })).removed).toBe(1);
    expect(engine.logged.join()).toContain('could not be noted');
    await engine.trash.empty();
    await mkdir(join(engine.paths.trash, 'torn'), { recursive: true });
    await writeFile(join(engine.paths.trash, 'torn', 'removal.json'), `[{"mediaId":"${kept.id}`);
    await engine.trash.empty();
    expect(await Promise.all(filesOf(kept).map(exists))).toEqual(filesOf(kept).map(() => true));
  });

  it('brings back only what is not there again, and under a free address', async () => {
    const [again, taken] = [await newMedia(), await newMedia()];
    const other = await newMedia();
    const { undoToken } = await client.media.remove({ ids: [again.id, taken.id] });
    await client.media.update({ id: other.id, slug: taken.slug });
    await client.import.paths({ paths: [again.master.path], convert: false });
    expect(await client.media.undoRemove({ undoToken })).toEqual({ restored: 1 });
    expect(media(taken.id).slug).toBe(`${taken.slug}-2`);
    expect(engine.catalog.get('media', again.id)).toBeUndefined();
  });

  it('gives no two media one address when it is undone, though a number is taken by one of them', async () => {
    const [first, second, other] = [await newMedia(), await newMedia(), await newMedia()];
    const numbered = `${first.slug}-2`;
    await client.media.update({ id: second.id, slug: numbered });
    const { undoToken } = await client.media.remove({ ids: [first.id, second.id] });
    await client.media.update({ id: other.id, slug: first.slug });
    expect(await client.media.undoRemove({ undoToken })).toEqual({ restored: 2 });
    expect([media(first.id).slug, media(second.id).slug]).toEqual([`${first.slug}-3`, numbered]);
  });

  it('cannot be undone after the next start', async () => {
    const one = await newMedia({ owned: true });
    const { undoToken } = await client.media.remove({ ids: [one.id] });
    const trashed = join(engine.paths.trash, undoToken);
    expect(await exists(trashed)).toBe(true);
    await engine.trash.empty();
    expect(await exists(trashed)).toBe(false);
    expect(await refusalOf(client.media.undoRemove({ undoToken }))).toMatchObject({
      code: 'catalog/not-found',
    });
  });
});
