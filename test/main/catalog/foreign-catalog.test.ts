import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, patch, put, titles } from './catalog-helpers.ts';

const media = sampleMedia(0);
const [rendition] = media.renditions;
const { id } = media;
const caption = {
  id: 'en',
  file: `captions/${id}/en.vtt`,
  kind: 'captions',
  language: 'en',
  label: 'English',
  isDefault: false,
  sizeBytes: 7,
} as const;
const publication = {
  id: `site.${id}`,
  targetId: 'site',
  mediaId: id,
  slug: media.slug,
  files: [{ file: `media/${media.slug}/embed.html`, sizeBytes: 1, sha256: '' }],
  publishedAtMs: 0,
};

const ELSEWHERE = [
  '../thesis.txt',
  '/etc/passwd',
  'catalog.json',
  'renditions/../../thesis.mp4',
  `renditions/${id}/../../../thesis.mp4`,
  `renditions/${id}/.hidden.mp4`,
  'renditions\\..\\..\\thesis.mp4',
  'posters/../../photo.jpg',
  'media/clip/../../../thesis.mp4',
  'media/clip/.htaccess',
  'index.html',
];

describe('a catalog of a stranger', () => {
  it.each(ELSEWHERE)('cannot lay hands on %s', async (file) => {
    await refuses('media', { ...media, renditions: [{ ...rendition, file }] });
    await refuses('media', { ...media, poster: { ...media.poster, file } });
    await refuses('media', { ...media, captions: [{ ...caption, file }] });
    await refuses('publications', { ...publication, files: [{ ...publication.files[0], file }] });
  });

  it('cannot lead out of its folders with names that become part of a path', async () => {
    await refuses('media', { ...media, id: '../../thesis' });
    await refuses('media', { ...media, slug: '../../site' });
    await refuses('media', { ...media, renditions: [{ ...rendition, formatId: '../../x' }] });
    await refuses('media', { ...media, renditions: [{ ...rendition, container: 'html' }] });
    await refuses('media', { ...media, captions: [{ ...caption, id: '../../x' }] });
    await refuses('publications', { ...publication, slug: '../..' });
    await refuses('jobs', { id: '../../x', mediaId: id, status: 'done', createdAtMs: 1 });
  });

  it('cannot slip words into a filter graph as figures of its masters', async () => {
    const { info } = media;
    const word = '0]metadata=print:file=/tmp/x,nullsink;[0:0';
    const { video, audio } = info;
    for (const field of ['index', 'width', 'height', 'frameRate', 'bitrateBps', 'level'])
      await refuses('media', { ...media, info: { ...info, video: { ...video, [field]: word } } });
    for (const field of ['index', 'channels', 'sampleRateHz', 'bitDepth'])
      await refuses('media', { ...media, info: { ...info, audio: { ...audio, [field]: word } } });
    for (const field of ['durationSeconds', 'coverArtIndex', 'subtitles', 'video'])
      await refuses('media', { ...media, info: { ...info, [field]: word } });
    const track = { index: word, codec: 'subrip', isText: true };
    await refuses('media', { ...media, info: { ...info, subtitles: [track] } });
    const ratio = { numerator: word, denominator: 1 };
    await refuses('media', {
      ...media,
      info: { ...info, video: { ...video, sampleAspectRatio: ratio } },
    });
  });

  it('is opened where all lies in its place', async () => {
    await using folder = await temporaryFolder();
    const snapshot = await libraryWith(folder.path, 'media', { ...media, captions: [caption] });
    await rewrite(snapshot, 'publications', publication);
    const catalog = await openAt(folder.path);
    expect(titles(catalog)).toEqual([media.title]);
    expect(catalog.get('publications', publication.id)).toEqual(publication);
    await catalog.close();
  });

  it('has no more say in its journal', async () => {
    await using folder = await temporaryFolder();
    const first = await openAt(folder.path);
    await first.commit([put(media)]);
    await first.close();
    const { journal } = libraryPaths(folder.path);
    const renditions = media.renditions.map((each) => ({ ...each, file: '../thesis.txt' }));
    const changes = [patch(0, { renditions })];
    await appendFile(journal, `${JSON.stringify({ sequence: 2, changes })}\n`);
    const catalog = await openAt(folder.path);
    expect(catalog.get('media', id)?.renditions).toEqual(media.renditions);
    expect(catalog.notices).not.toEqual([]);
    await catalog.close();
  });
});

async function refuses(collection: string, record: object): Promise<void> {
  await using folder = await temporaryFolder();
  await libraryWith(folder.path, collection, record);
  await expect(openAt(folder.path)).rejects.toMatchObject({ code: 'catalog/unreadable' });
}

/** @returns the path of its snapshot, which holds that record alone */
async function libraryWith(root: string, collection: string, record: object): Promise<string> {
  const catalog = await openAt(root);
  await catalog.close();
  const { snapshot, journal, backups } = libraryPaths(root);
  await rm(journal);
  await rm(backups, { recursive: true });
  await rewrite(snapshot, collection, record);
  return snapshot;
}

async function rewrite(snapshot: string, collection: string, record: object): Promise<void> {
  const text = await readFile(snapshot, 'utf8');
  const head = `"${collection}":[\n`;
  await writeFile(snapshot, text.replace(head, `${head}${JSON.stringify(record)}\n`));
}
